import { useLanguage } from '../ui/language';
import { Field } from '../ui/parts/field';
import { FileField } from '../ui/parts/file-field';
import { Hidden } from '../ui/parts/hidden';
import { LanguageSelect } from '../ui/parts/language-select';
import { Choice } from '../ui/parts/choice';
import { TextArea } from '../ui/parts/text-area';
import { CONSENTS } from './file.entity';
import { ALT_LIMIT } from './file.schema';
import { ACCEPTED } from './intake/file-types';

/** The fields of a form that brings a file. @param limit bytes */
export function BringFields({ limit }: { limit: number }) {
  const language = useLanguage();
  const { t } = language;
  const size = language.number(Math.round((limit / 1024 / 1024) * 10) / 10);
  return (
    <>
      <FileField
        name="file"
        label={t('files:field.file')}
        hint={t('files:field.file_hint', { size })}
        accept={ACCEPTED}
      />
      <FactFields />
    </>
  );
}

/** What is asked of every image that is published. */
export function FactFields({ image = true }: { image?: boolean }) {
  const { t } = useLanguage();
  const consents = CONSENTS.map((value) => ({ value, label: t(`files:consent.${value}`) }));
  return (
    <>
      {image && (
        <TextArea
          name="alt"
          label={t('files:field.alt')}
          hint={t('files:field.alt_hint')}
          max={ALT_LIMIT}
          rows={2}
          optional
        />
      )}
      {image && <LanguageSelect label={t('files:field.locale')} />}
      <Field name="credit" label={t('files:field.credit')} hint={t('files:field.credit_hint')} optional />
      <Field
        name="licence"
        label={t('files:field.licence')}
        hint={t('files:field.licence_hint')}
        width="middle"
        optional
      />
      {image && (
        <Choice
          name="consent"
          label={t('files:field.consent')}
          hint={t('files:field.consent_hint')}
          options={consents}
          empty={t('files:consent.unknown')}
          optional
        />
      )}
      {!image && ['alt', 'locale', 'consent'].map((name) => <Hidden name={name} />)}
    </>
  );
}
