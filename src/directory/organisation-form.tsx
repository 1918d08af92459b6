import type { FormState } from '../core/http/form';
import { LOCALES } from '../core/i18n/locales';
import { useLanguage } from '../ui/language';
import { Button } from '../ui/parts/button';
import { Choice, type Option } from '../ui/parts/choice';
import { Field } from '../ui/parts/field';
import { Form } from '../ui/parts/form';
import { Hidden } from '../ui/parts/hidden';
import { languageOptions, LanguageSelect } from '../ui/parts/language-select';
import { LanguagesOfText, type TextLanguage } from '../ui/parts/languages-of-text';
import { Link } from '../ui/parts/link';
import { Merge } from '../ui/parts/merge';
import { SectionHead } from '../ui/parts/section-head';
import { TitleBlock } from '../ui/parts/title-block';
import { WeightChoice } from '../ui/parts/weight-choice';
import { COUNTRIES } from './countries';
import { organisationPath } from './organisation';
import { ORGANISATION_TYPES } from './organisation.entity';
import type { OrganisationView } from './organisation.schema';
import { TYPE_WORDS } from './organisation-types';

export function NewOrganisation({ state }: { state: FormState }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('directory:new.title')} lead={t('directory:new.lead')} />
      <Form action="/organisations/new" state={state}>
        <OrganisationFields />
        <div class="row row-center">
          <Button kind="main">{t('directory:new.save')}</Button>
          <Link path="/organisations">{t('directory:editing.cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

export interface EditOrganisationProps {
  organisation: OrganisationView;
  state: FormState;
  /** What stands now, when somebody saved first. */
  theirs?: OrganisationView;
}

export function EditOrganisation({ organisation, state, theirs }: EditOrganisationProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('directory:editing.title')} />
      {theirs ? (
        <OrganisationMerge theirs={theirs} state={state} />
      ) : (
        <div class="stack stack-wide">
          <OrganisationForm organisation={organisation} state={state} />
          <Names organisation={organisation} />
        </div>
      )}
    </div>
  );
}

function OrganisationForm({ organisation: { slug }, state }: EditOrganisationProps) {
  const { t } = useLanguage();
  return (
    <Form action={`${organisationPath(slug)}/edit`} state={state}>
      <Hidden name="revision" />
      <OrganisationFields />
      <WeightChoice />
      <div class="row row-center">
        <Button kind="main">{t('directory:editing.save')}</Button>
        <Link path={organisationPath(slug)}>{t('directory:editing.cancel')}</Link>
      </div>
    </Form>
  );
}

/** What can be chosen and is not written, by the name of the field. */
function useOptions() {
  const language = useLanguage();
  const countries = COUNTRIES.map((code) => ({ value: code, label: language.country(code) }));
  const types = ORGANISATION_TYPES.map((type) => ({ value: type, label: language.t(TYPE_WORDS[type]) }));
  return {
    locale: languageOptions(),
    country: language.sort(countries, ({ label }) => label),
    type: language.sort(types, ({ label }) => label),
  };
}

function OrganisationFields() {
  const { t } = useLanguage();
  const { country, type } = useOptions();
  const choose = t('directory:field.choose');
  return (
    <>
      <Field name="name" label={t('directory:field.name')} hint={t('directory:field.name_hint')} />
      <LanguageSelect label={t('directory:field.language')} />
      <Choice name="country" label={t('directory:field.country')} empty={choose} options={country} />
      <Field name="city" label={t('directory:field.city')} optional width="middle" />
      <Field
        name="nuts"
        label={t('directory:field.nuts')}
        hint={t('directory:field.nuts_hint')}
        optional
        width="short"
        spellcheck={false}
      />
      <Choice name="type" label={t('directory:field.type')} empty={choose} options={type} />
      <Field
        name="website"
        type="url"
        label={t('directory:field.website')}
        hint={t('directory:field.website_hint')}
        optional
        spellcheck={false}
      />
    </>
  );
}

function OrganisationMerge({ theirs, state: { values } }: { theirs: OrganisationView; state: FormState }) {
  const { t } = useLanguage();
  const options: Record<string, Option[]> = useOptions();
  const labels: [string, string, string | null][] = [
    ['name', t('directory:field.name'), theirs.name],
    ['locale', t('directory:field.language'), theirs.lang],
    ['country', t('directory:field.country'), theirs.country],
    ['city', t('directory:field.city'), theirs.city],
    ['nuts', t('directory:field.nuts'), theirs.nuts],
    ['type', t('directory:field.type'), theirs.type],
    ['website', t('directory:field.website'), theirs.website],
  ];
  return (
    <Merge
      action={`${organisationPath(theirs.slug)}/edit`}
      revision={theirs.revision}
      cancelPath={organisationPath(theirs.slug)}
      fields={labels.map(([name, label, value]) => ({
        name,
        label,
        theirs: value ?? '',
        yours: values[name] ?? '',
        ...(name === 'name' && { lang: theirs.lang }),
        ...(options[name] && { options: options[name] }),
      }))}
    />
  );
}

/** What it is called elsewhere, each name one click from where it is translated. */
function Names({ organisation: { id, lang, alternatives } }: { organisation: OrganisationView }) {
  const { t } = useLanguage();
  const languages = LOCALES.filter((locale) => locale !== lang).map((locale): TextLanguage => {
    const known = alternatives.find((each) => each.lang === locale);
    if (!known) return { locale, state: 'missing', translate: true };
    return { locale, state: known.outdated ? 'outdated' : known.state, translate: true, text: known.name };
  });
  return (
    <section class="section" aria-labelledby="names">
      <SectionHead id="names" title={t('directory:alternatives.title')} />
      <div class="stack">
        <p class="soft">{t('directory:alternatives.lead')}</p>
        <LanguagesOfText of={{ kind: 'organisation', id }} languages={languages} />
      </div>
    </section>
  );
}
