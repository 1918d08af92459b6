import type { FormState } from '../core/http/form';
import type { Key } from '../core/i18n/keys';
import { LOCALES, ownName } from '../core/i18n/locales';
import { useLanguage } from '../ui/language';
import { Button } from '../ui/parts/button';
import { Checkbox } from '../ui/parts/checkbox';
import { Choice, type Option } from '../ui/parts/choice';
import { Field } from '../ui/parts/field';
import { FieldGroup } from '../ui/parts/field-group';
import { Form } from '../ui/parts/form';
import { Hidden } from '../ui/parts/hidden';
import { languageOptions, LanguageSelect } from '../ui/parts/language-select';
import { Link } from '../ui/parts/link';
import { Merge, type MergeField } from '../ui/parts/merge';
import { Radios } from '../ui/parts/radios';
import { TextArea } from '../ui/parts/text-area';
import { TitleBlock } from '../ui/parts/title-block';
import { WeightChoice } from '../ui/parts/weight-choice';
import { editingPath, theirsIn } from './editing/editing-frame';
import { ACCENTS, PARTNERSHIP_STATUSES, type Partnership } from './partnership.entity';
import { typedRecord } from './partnership.record';
import { partnershipPath } from './partnership-words';

export function NewPartnership({ state }: { state: FormState }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('partnerships:new.title')} lead={t('partnerships:new.lead')} />
      <Form action="/partnerships/new" state={state}>
        <RecordFields />
        <div class="row row-center">
          <Button kind="main">{t('partnerships:new.save')}</Button>
          <Link path="/partnerships">{t('partnerships:editing.cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

/** The record in its own language; a merge when somebody saved first. */
export function EditRecord({ row, state }: { row: Partnership; state: FormState }) {
  const { t } = useLanguage();
  if (theirsIn(state)) return <RecordMerge row={row} state={state} />;
  return (
    <Form action={editingPath(row.slug, 'record')} state={state}>
      <Hidden name="revision" />
      <RecordFields />
      <WeightChoice />
      <div class="row row-center">
        <Button kind="main">{t('partnerships:editing.save')}</Button>
        <Link path={partnershipPath(row.slug)}>{t('partnerships:editing.cancel')}</Link>
      </div>
    </Form>
  );
}

/** What can be chosen and is not written, by the name of the field. */
function useOptions() {
  const { t } = useLanguage();
  return {
    locale: languageOptions(),
    accent: ACCENTS.map((value) => ({ value, label: t(`partnerships:accent.${value}`) })),
    status: PARTNERSHIP_STATUSES.map((value) => ({ value, label: t(`partnerships:status.${value}`) })),
  };
}

function RecordFields() {
  const { t } = useLanguage();
  const { accent, status } = useOptions();
  return (
    <>
      <Field name="name" label={t('partnerships:field.name')} />
      <LanguageSelect label={t('partnerships:field.language')} hint={t('partnerships:field.language_hint')} />
      <Field name="acronym" label={t('partnerships:field.acronym')} optional width="middle" />
      <Field name="programme" label={t('partnerships:field.programme')} optional />
      <TextArea
        name="purpose"
        label={t('partnerships:field.purpose')}
        optional
        max={2000}
        rows={6}
        published
      />
      <Field name="contractReference" label={t('partnerships:field.contract')} optional width="middle" />
      <Field name="startsOn" type="date" label={t('partnerships:field.starts_on')} optional width="middle" />
      <Field name="endsOn" type="date" label={t('partnerships:field.ends_on')} optional width="middle" />
      <MoneyFields />
      <Field
        name="territory"
        label={t('partnerships:field.territory')}
        hint={t('partnerships:field.territory_hint')}
        optional
        spellcheck={false}
      />
      <FieldGroup label={t('partnerships:field.working')}>
        {LOCALES.map((locale) => (
          <Checkbox name={`working_${locale}`} label={ownName(locale)} lang={locale} />
        ))}
      </FieldGroup>
      <Choice name="accent" label={t('partnerships:field.accent')} options={accent} />
      <Radios
        name="status"
        label={t('partnerships:field.status')}
        hint={t('partnerships:field.status_hint')}
        options={status}
        across
      />
    </>
  );
}

function MoneyFields() {
  const { t } = useLanguage();
  return (
    <FieldGroup label={t('partnerships:field.money')} hint={t('partnerships:field.amount_hint')}>
      <Field
        name="currency"
        label={t('partnerships:field.currency')}
        hint={t('partnerships:field.currency_hint')}
        optional
        width="short"
        spellcheck={false}
      />
      <Field name="budgetTotal" type="number" label={t('partnerships:field.total')} optional width="middle" />
      <Field
        name="budgetFunder"
        type="number"
        label={t('partnerships:field.funder')}
        optional
        width="middle"
      />
      <Field
        name="budgetPartners"
        type="number"
        label={t('partnerships:field.partners')}
        optional
        width="middle"
      />
      <Field
        name="grantPercent"
        type="number"
        label={t('partnerships:field.grant_percent')}
        optional
        width="short"
      />
      <Field
        name="grantCeiling"
        type="number"
        label={t('partnerships:field.grant_ceiling')}
        optional
        width="middle"
      />
    </FieldGroup>
  );
}

const LABELS: [string, Key][] = [
  ['name', 'partnerships:field.name'],
  ['locale', 'partnerships:field.language'],
  ['acronym', 'partnerships:field.acronym'],
  ['programme', 'partnerships:field.programme'],
  ['purpose', 'partnerships:field.purpose'],
  ['contractReference', 'partnerships:field.contract'],
  ['startsOn', 'partnerships:field.starts_on'],
  ['endsOn', 'partnerships:field.ends_on'],
  ['currency', 'partnerships:field.currency'],
  ['budgetTotal', 'partnerships:field.total'],
  ['budgetFunder', 'partnerships:field.funder'],
  ['budgetPartners', 'partnerships:field.partners'],
  ['grantPercent', 'partnerships:field.grant_percent'],
  ['grantCeiling', 'partnerships:field.grant_ceiling'],
  ['territory', 'partnerships:field.territory'],
  ['accent', 'partnerships:field.accent'],
  ['status', 'partnerships:field.status'],
];
const TEXTS = new Set(['name', 'programme', 'purpose']);

/** Working languages are boxes, which cannot be merged as words: yours stand. */
function RecordMerge({ row, state: { values } }: { row: Partnership; state: FormState }) {
  const { t } = useLanguage();
  const theirs = typedRecord(row);
  const options: Record<string, Option[]> = useOptions();
  const fields = LABELS.map(([name, label]): MergeField => ({
    name,
    label: t(label),
    theirs: theirs[name] ?? '',
    yours: values[name] ?? '',
    ...(TEXTS.has(name) && { lang: row.locale }),
    ...(name === 'purpose' && { long: true }),
    ...(options[name] && { options: options[name] }),
  }));
  const boxes = LOCALES.map((locale) => `working_${locale}`).map((name) => [name, values[name] ?? '']);
  return (
    <Merge
      action={editingPath(row.slug, 'record')}
      revision={row.revision}
      fields={fields}
      cancelPath={partnershipPath(row.slug)}
      hidden={Object.fromEntries(boxes) as Record<string, string>}
    />
  );
}
