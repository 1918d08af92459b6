import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage, useReading } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Field } from '../../ui/parts/field';
import { Link } from '../../ui/parts/link';
import { TextArea } from '../../ui/parts/text-area';
import { PATHS } from '../../ui/paths';
import type { TranslationOf } from '../segment-store';
import { besidePath } from '../translation-paths';

interface WordingFormProps {
  of: TranslationOf;
  string: string;
  position: number;
  quoted: string;
  refused?: FormState;
}

/** One click opens it, the next one sends it. */
export function WordingForm({ of, string, position, quoted, refused }: WordingFormProps) {
  const { t } = useLanguage();
  const { person } = useReading();
  const { kind, id, locale } = of;
  const state = freshForm({ string, position: String(position), language: locale, proposal: quoted });
  return (
    <details class="wording small" open={refused !== undefined}>
      <summary>{t('translations:wording.open')}</summary>
      {person ? (
        <Form
          action={`${besidePath(kind, id)}/wording`}
          id={`w-${string}-${position}`}
          state={refused ?? state}
        >
          <Hidden name="string" />
          <Hidden name="position" />
          <Hidden name="language" />
          <TextArea
            name="proposal"
            label={t('translations:wording.proposal')}
            lang={locale}
            rows={3}
            optional
          />
          <Field name="note" label={t('translations:wording.note')} optional />
          <p class="soft">{t('translations:wording.hint')}</p>
          <div>
            <Button small>{t('translations:wording.send')}</Button>
          </div>
        </Form>
      ) : (
        <p>
          <Link path={PATHS.signIn}>{t('translations:wording.sign_in')}</Link>
        </p>
      )}
    </details>
  );
}
