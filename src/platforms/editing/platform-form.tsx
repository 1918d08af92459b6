import type { FormState } from '../../core/http/form';
import { LOCALES, ownName } from '../../core/i18n/locales';
import { COUNTRIES } from '../../directory/countries';
import type { PartnershipSummary } from '../../partnerships/partnership.schema';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Checkbox } from '../../ui/parts/checkbox';
import { Choice } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { FieldGroup } from '../../ui/parts/field-group';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';

interface NewPlatformProps {
  form: FormState;
  /** Those that the reader may create a platform for. */
  partnerships: PartnershipSummary[];
  /** Administrators may also create one that belongs to no partnership. */
  alone: boolean;
}

/** Body of /platforms/new. */
export function NewPlatformPage({ form, partnerships, alone }: NewPlatformProps) {
  const language = useLanguage();
  const { t } = language;
  const countries = COUNTRIES.filter((code) => code !== 'EU').map((code) => ({
    value: code,
    label: language.country(code),
  }));
  return (
    <div class="page">
      <TitleBlock title={t('platforms:new.title')} lead={t('platforms:new.lead')} />
      <Form action="/platforms/new" state={form}>
        <Choice
          name="country"
          label={t('platforms:field.country')}
          empty={t('platforms:seat.choose')}
          options={language.sort(countries, ({ label }) => label)}
        />
        <Choice
          name="partnershipId"
          label={t('platforms:field.partnership')}
          hint={t('platforms:field.partnership_hint')}
          optional={alone}
          {...(alone && { empty: t('platforms:field.no_partnership') })}
          options={partnerships.map(({ id, name }) => ({ value: id, label: name.text, lang: name.locale }))}
        />
        <LanguageSelect label={t('platforms:field.locale')} />
        <PlatformFields />
        <div class="row row-center">
          <Button kind="main">{t('platforms:new.save')}</Button>
          <Link path="/platforms">{t('platforms:cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

/** What is said about a platform, in the language of the original. */
export function PlatformFields({ lang }: { lang?: string }) {
  const { t } = useLanguage();
  return (
    <>
      <Field name="name" label={t('platforms:field.name')} lang={lang} />
      <TextArea
        name="purpose"
        label={t('platforms:field.purpose')}
        max={4000}
        rows={6}
        optional
        published
        lang={lang}
      />
      <FieldGroup label={t('platforms:field.working_locales')}>
        {LOCALES.map((locale) => (
          <Checkbox name={`workingLocales-${locale}`} label={ownName(locale)} lang={locale} />
        ))}
      </FieldGroup>
    </>
  );
}
