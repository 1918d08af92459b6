import { Conflict } from '../../core/errors/refusal';
import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice, type Option } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Merge } from '../../ui/parts/merge';
import { Radios } from '../../ui/parts/radios';
import { SectionHead } from '../../ui/parts/section-head';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { WeightChoice } from '../../ui/parts/weight-choice';
import { HANDBOOK_KINDS } from '../handbook.entity';
import type { HandbookRow } from '../handbook.access';
import { editingPath } from './editing-paths';

/** @param partnerships those whose handbooks the reader may write */
export function NewHandbook({ state, partnerships }: { state: FormState; partnerships: Option[] }) {
  const { t } = useLanguage();
  const kinds = HANDBOOK_KINDS.map((kind) => ({ value: kind, label: t(`handbooks:reading.kind.${kind}`) }));
  return (
    <div class="page">
      <TitleBlock title={t('handbooks:structure.open')} lead={t('handbooks:structure.open_lead')} />
      <Form action="/handbooks/new" state={state}>
        <Choice name="partnership" label={t('handbooks:structure.partnership')} options={partnerships} />
        <Radios name="kind" label={t('handbooks:structure.kind_label')} options={kinds} usual="handbook" />
        <LanguageSelect
          label={t('handbooks:structure.language')}
          hint={t('handbooks:structure.language_hint')}
        />
        <Said />
        <div class="row row-center">
          <Button kind="main">{t('handbooks:structure.open')}</Button>
          <Link path="/handbooks">{t('handbooks:structure.cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

function Said({ lang }: { lang?: string }) {
  const { t } = useLanguage();
  const own = lang ? { lang } : {};
  return (
    <>
      <Field name="title" label={t('handbooks:field.title')} {...own} />
      <Field name="subtitle" label={t('handbooks:field.subtitle')} optional {...own} />
      <TextArea name="summary" label={t('handbooks:field.summary')} max={2000} published optional {...own} />
    </>
  );
}

/** What a handbook says of itself, and whether it is read. */
export function HandbookSettings({ row, state }: { row: HandbookRow; state: FormState }) {
  const { t } = useLanguage();
  const path = editingPath(row.slug, 'settings');
  const { refusal } = state;
  if (refusal instanceof Conflict)
    return <SettingsMerge row={row} path={path} state={state} theirs={refusal.theirs} />;
  const turn = row.status === 'published' ? 'unpublish' : 'publish';
  return (
    <>
      <section aria-labelledby="reading">
        <SectionHead id="reading" title={t(`handbooks:structure.standing.${row.status}`)} />
        <Form action={`${editingPath(row.slug)}/${turn}`} id={turn}>
          <p class="soft">{t(`handbooks:structure.standing_lead.${row.status}`)}</p>
          <div>
            <Button>{t(`handbooks:structure.${turn}`)}</Button>
          </div>
        </Form>
      </section>
      <section aria-labelledby="said">
        <SectionHead id="said" title={t('handbooks:structure.said')} />
        <Form action={path} id="settings" state={state}>
          <Hidden name="revision" />
          <Said lang={row.locale} />
          <Field
            name="licence"
            label={t('handbooks:structure.licence')}
            hint="CC BY 4.0, CC BY-SA 4.0"
            width="middle"
          />
          <WeightChoice />
          <div>
            <Button kind="main">{t('handbooks:writing.save')}</Button>
          </div>
        </Form>
      </section>
    </>
  );
}

interface SettingsMergeProps {
  row: HandbookRow;
  path: string;
  state: FormState;
  theirs: Conflict['theirs'];
}

function SettingsMerge({ row, path, state: { values }, theirs }: SettingsMergeProps) {
  const { t } = useLanguage();
  const field = (name: string, label: string, more: object = {}) => {
    const now = theirs?.[name];
    return {
      name,
      label,
      theirs: typeof now === 'string' ? now : '',
      yours: values[name] ?? '',
      lang: row.locale,
      ...more,
    };
  };
  return (
    <Merge
      action={path}
      revision={theirs?.revision ?? 1}
      cancelPath={path}
      hidden={{ weight: values['weight'] ?? 'meaning' }}
      fields={[
        field('title', t('handbooks:field.title')),
        field('subtitle', t('handbooks:field.subtitle')),
        field('summary', t('handbooks:field.summary'), { long: true }),
        field('licence', t('handbooks:structure.licence')),
      ]}
    />
  );
}
