import { Conflict } from '../../core/errors/refusal';
import { freshForm, type FormState } from '../../core/http/form';
import type { Key } from '../../core/i18n/keys';
import { TYPE_WORDS } from '../../directory/organisation-types';
import { ORGANISATION_TYPES } from '../../directory/organisation.entity';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Checkbox } from '../../ui/parts/checkbox';
import { Choice } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { FieldGroup } from '../../ui/parts/field-group';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Merge } from '../../ui/parts/merge';
import { WeightChoice } from '../../ui/parts/weight-choice';
import type { Draft } from '../editing/practice-editing.service';
import { LINK_KINDS, PARTS } from '../practice-facts';
import { words } from '../practice-words';
import { rowFields, type ListName } from '../rows/practice-row.schema';
import type { Rows } from '../rows/row-kinds';
import { rowPath, stepPath } from './case-paths';
import { typedRow } from './row-values';
import { STEPS } from './steps';

export const stepOf = (list: ListName) => STEPS.find((step) => step.list?.name === list)!.name;
const label = (name: string): Key => `practices:row.${name}` as Key;

interface RowPageProps {
  draft: Draft;
  list: ListName;
  /** Absent: a new one. */
  row?: Rows[keyof Rows];
  refused?: FormState;
}

/** One row of a list, on a page of its own. */
export function RowPage({ draft, list, row, refused }: RowPageProps) {
  const { t } = useLanguage();
  const { slug, locale, version } = draft.row;
  const action = rowPath(slug, list, row?.id ?? 'new');
  const back = stepPath(slug, stepOf(list));
  const names = Object.keys(rowFields[list]);
  if (row && refused?.refusal instanceof Conflict)
    return <RowMerge action={action} back={back} list={list} row={row} yours={refused.values} />;
  const state =
    refused ?? freshForm(row ? typedRow(list, row) : list === 'links' ? { language: locale } : {});
  return (
    <>
      <div class="stack stack-tight">
        <h2>{t(`practices:rows.${list}`)}</h2>
        <p class="soft">{t(`practices:rows.lead_${list}`)}</p>
      </div>
      <Form
        action={action}
        state={state}
        labels={Object.fromEntries(names.map((name) => [name, t(label(name))]))}
      >
        {row && <Hidden name="revision" />}
        {list === 'actors' && <ActorFields lang={locale} />}
        {list === 'results' && <ResultFields lang={locale} />}
        {list === 'links' && <LinkFields lang={locale} />}
        {row && version > 0 && <WeightChoice />}
        <div class="row row-center">
          <Button kind="main">{t('practices:form.save')}</Button>
          <Link path={back}>{t('practices:form.back')}</Link>
        </div>
      </Form>
    </>
  );
}

function ActorFields({ lang }: { lang: string }) {
  const { t, sort } = useSorting();
  const types = ORGANISATION_TYPES.map((value) => ({ value, label: t(TYPE_WORDS[value]) }));
  const parts = PARTS.map((value) => ({ value, label: t(words.part(value)) }));
  return (
    <>
      <Field name="name" label={t('practices:row.name')} hint={t('practices:row_hint.name')} lang={lang} />
      <Choice
        name="type"
        label={t('practices:row.type')}
        options={sort(types)}
        empty={t('practices:row.people')}
        optional
      />
      <Choice name="part" label={t('practices:row.part')} options={parts} />
      <Field name="role" label={t('practices:row.role')} hint={t('practices:row_hint.role')} lang={lang} />
    </>
  );
}

function useSorting() {
  const language = useLanguage();
  const sort = <Item extends { label: string }>(items: Item[]) => language.sort(items, ({ label }) => label);
  return { t: language.t, sort };
}

function ResultFields({ lang }: { lang: string }) {
  const { t } = useLanguage();
  return (
    <>
      <Field
        name="indicator"
        label={t('practices:row.indicator')}
        hint={t('practices:row_hint.indicator')}
        lang={lang}
      />
      <Field name="value" type="number" label={t('practices:row.value')} width="short" />
      <Field
        name="unit"
        label={t('practices:row.unit')}
        hint={t('practices:row_hint.unit')}
        lang={lang}
        width="middle"
      />
      <Field
        name="periodFrom"
        label={t('practices:row.periodFrom')}
        hint={t('practices:row_hint.period')}
        width="short"
      />
      <Field name="periodTo" label={t('practices:row.periodTo')} width="short" />
      <FieldGroup label={t('practices:row.split')} hint={t('practices:row_hint.split')}>
        <Checkbox name="persons" label={t('practices:row.persons')} />
        <Field name="women" type="number" label={t('practices:row.women')} width="short" optional />
        <Field name="men" type="number" label={t('practices:row.men')} width="short" optional />
        <Field name="notStated" type="number" label={t('practices:row.notStated')} width="short" optional />
      </FieldGroup>
      <Field
        name="method"
        label={t('practices:row.method')}
        hint={t('practices:row_hint.method')}
        lang={lang}
      />
      <Field
        name="source"
        type="url"
        label={t('practices:row.source')}
        hint={t('practices:row_hint.source')}
        optional
      />
      <Checkbox name="counterfactual" label={t('practices:row.counterfactual')} />
    </>
  );
}

function LinkFields({ lang }: { lang: string }) {
  const { t } = useLanguage();
  const kinds = LINK_KINDS.map((value) => ({ value, label: t(words.linkKind(value)) }));
  return (
    <>
      <Choice name="kind" label={t('practices:row.kind')} options={kinds} />
      <Field name="address" type="url" label={t('practices:row.address')} />
      <Field name="label" label={t('practices:row.label')} lang={lang} />
      <Field
        name="language"
        label={t('practices:row.language')}
        hint={t('practices:row_hint.language')}
        width="short"
        spellcheck={false}
      />
      <Checkbox name="accessible" label={t('practices:row.accessible')} />
    </>
  );
}

const BOXES = new Set(['persons', 'counterfactual', 'accessible']);
const WRITTEN = new Set(['name', 'role', 'indicator', 'unit', 'method', 'label']);

function RowMerge({
  action,
  back,
  list,
  row,
  yours,
}: {
  action: string;
  back: string;
  list: ListName;
  row: Rows[keyof Rows];
  yours: Record<string, string>;
}) {
  const { t } = useLanguage();
  const theirs = typedRow(list, row);
  const names = Object.keys(rowFields[list]);
  const fields = names
    .filter((name) => !BOXES.has(name))
    .map((name) => ({
      ...{ name, label: t(label(name)), theirs: theirs[name] ?? '', yours: yours[name] ?? '' },
      ...(WRITTEN.has(name) && { lang: row.locale }),
    }));
  const boxes = names.filter((name) => BOXES.has(name) && yours[name]).map((name) => [name, yours[name]!]);
  const hidden = Object.fromEntries(boxes) as Record<string, string>;
  return <Merge action={action} revision={row.revision} fields={fields} cancelPath={back} hidden={hidden} />;
}
