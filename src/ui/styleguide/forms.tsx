import { freshForm, type FormState } from '../../core/http/form';
import { Forbidden } from '../../core/errors/refusal';
import { useLanguage } from '../language';
import { Button } from '../parts/button';
import { Checkbox } from '../parts/checkbox';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { FileField } from '../parts/file-field';
import { FieldGroup } from '../parts/field-group';
import { FilterBar } from '../parts/filter-bar';
import { Form } from '../parts/form';
import { LanguageSelect } from '../parts/language-select';
import { Radios } from '../parts/radios';
import { TextArea } from '../parts/text-area';
import { Section } from './section';

const REFUSED: FormState = {
  values: { email: 'name@', readers: '' },
  problems: [
    { path: 'title', key: 'errors:field.required' },
    { path: 'locale', key: 'errors:field.choice' },
    { path: 'email', key: 'errors:field.email' },
    { path: 'readers', key: 'errors:field.choice' },
  ],
};

export function Forms() {
  const { t } = useLanguage();
  return (
    <Section id="forms" title={t('ui:styleguide.forms')}>
      <div class="stack stack-wide">
        <Filters />
        <div class="split split-even">
          <Filled />
          <div class="stack stack-wide">
            <Refused />
            <Form
              action="/styleguide"
              id="whole"
              label={t('ui:styleguide.whole')}
              state={{ values: {}, problems: [], refusal: new Forbidden() }}
            >
              <Field name="title" label={t('ui:styleguide.field_title')} />
            </Form>
          </div>
        </div>
      </div>
    </Section>
  );
}

function Filters() {
  const language = useLanguage();
  const { t } = language;
  const countries = ['SE', 'SI', 'IT', 'GB'].map((code) => ({ value: code, label: language.country(code) }));
  return (
    <FilterBar path="/styleguide" values={{ country: 'SI', q: '' }}>
      <Field type="search" name="q" label={t('ui:styleguide.search')} />
      <Choice
        name="country"
        label={t('ui:styleguide.field_country')}
        options={language.sort(countries, ({ label }) => label)}
        empty={t('ui:styleguide.all_countries')}
      />
    </FilterBar>
  );
}

function Filled() {
  const { t } = useLanguage();
  const state = freshForm({
    title: t('ui:styleguide.fact_programme'),
    address: 'https://polylog.example',
    day: '2026-03-02',
    purpose: t('ui:styleguide.field_purpose_value'),
    readers: 'all',
    digest: 'true',
    differences: 'true',
  });
  return (
    <Form action="/styleguide" id="filled" state={state} label={t('ui:styleguide.fresh')}>
      <Field name="title" label={t('ui:styleguide.field_title')} hint={t('ui:styleguide.field_title_hint')} />
      <Field type="url" name="address" label={t('ui:styleguide.field_address')} optional />
      <Field type="password" name="password" label={t('ui:styleguide.field_password')} />
      <Field type="date" name="day" label={t('ui:styleguide.field_day')} width="middle" />
      <Field type="number" name="amount" label={t('ui:styleguide.field_amount')} width="short" optional />
      <TextArea name="purpose" label={t('ui:styleguide.field_purpose')} max={800} />
      <FileField name="file" label={t('ui:styleguide.field_file')} accept=".csv" optional />
      <Radios name="readers" label={t('ui:styleguide.readers')} options={readers(t)} />
      <FieldGroup label={t('ui:styleguide.notify')}>
        <Checkbox
          name="digest"
          label={t('ui:styleguide.notify_mail')}
          hint={t('ui:styleguide.notify_hint')}
        />
        <Checkbox name="differences" label={t('ui:styleguide.differences')} switch />
      </FieldGroup>
      <div class="row row-center">
        <Button kind="main">{t('ui:styleguide.publish')}</Button>
        <Button>{t('ui:styleguide.save_draft')}</Button>
      </div>
    </Form>
  );
}

function Refused() {
  const { t } = useLanguage();
  return (
    <Form action="/styleguide" id="refused" state={REFUSED} label={t('ui:styleguide.refused')}>
      <Field name="title" label={t('ui:styleguide.field_title')} hint={t('ui:styleguide.field_title_hint')} />
      <LanguageSelect empty={t('ui:styleguide.choose')} />
      <Field type="email" name="email" label={t('ui:styleguide.field_email')} />
      <Radios name="readers" label={t('ui:styleguide.readers')} options={readers(t)} />
    </Form>
  );
}

const readers = (t: ReturnType<typeof useLanguage>['t']) => [
  { value: 'all', label: t('ui:styleguide.readers_all') },
  {
    value: 'members',
    label: t('ui:styleguide.readers_members'),
    hint: t('ui:styleguide.readers_members_hint'),
  },
];
