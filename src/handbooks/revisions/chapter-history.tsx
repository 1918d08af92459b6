import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Difference } from '../../ui/parts/difference';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Revisions } from '../../ui/parts/revisions';
import { SectionHead } from '../../ui/parts/section-head';
import { TitleBlock } from '../../ui/parts/title-block';
import { WeightChoice } from '../../ui/parts/weight-choice';
import type { ChapterRow } from '../handbook.access';
import { revisionsPath } from '../structure/editing-paths';
import type { ChapterRevision, ChapterText } from './chapter-revisions.service';
import { compareTexts, type Compared } from './comparison';

type Numbered = ChapterText & { revision: number };

interface ChapterHistoryProps {
  row: ChapterRow;
  revisions: ChapterRevision[];
  compared: { from: Numbered; to: Numbered } | undefined;
  /** Of the form that restores. */
  state: FormState;
}

export function ChapterHistory({ row, revisions, compared, state }: ChapterHistoryProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock
        title={row.title}
        lang={row.locale}
        above={<span>{t('handbooks:writing.revisions')}</span>}
      />
      <div class="stack stack-wide">
        {compared && <Comparison {...compared} row={row} state={state} />}
        <Compare row={row} revisions={revisions} compared={compared} />
        <List row={row} revisions={revisions} />
      </div>
    </div>
  );
}

function Compare({ row, revisions, compared }: Pick<ChapterHistoryProps, 'row' | 'revisions' | 'compared'>) {
  const { t } = useLanguage();
  if (revisions.length < 2) return null;
  const options = revisions.map(({ revision }) => ({
    value: String(revision),
    label: t('ui:revision.name', { revision }),
  }));
  const [from, to] = [
    compared?.from.revision ?? revisions[1]!.revision,
    compared?.to.revision ?? row.revision,
  ];
  return (
    <Form
      method="get"
      action={revisionsPath(row.handbook.slug, row.slug)}
      id="compare"
      class="filter-bar"
      state={freshForm({ from: String(from), to: String(to) })}
      label={t('handbooks:revisions.compare')}
    >
      <Choice name="from" label={t('handbooks:revisions.from')} options={options} />
      <Choice name="to" label={t('handbooks:revisions.to')} options={options} />
      <Button>{t('handbooks:revisions.compare')}</Button>
    </Form>
  );
}

function List({ row, revisions }: Pick<ChapterHistoryProps, 'row' | 'revisions'>) {
  const { t } = useLanguage();
  const path = revisionsPath(row.handbook.slug, row.slug);
  const lines = revisions.map(({ revision, by, at, weight, note, current }, place) => {
    const before = revisions[place + 1];
    return {
      ...{ revision, at, current, by: by ?? t('handbooks:revisions.nobody') },
      ...(before && { path: `${path}?from=${before.revision}&to=${revision}` }),
      note: (
        <>
          {weight ? t(`handbooks:revisions.weight.${weight}`) : t('handbooks:revisions.first')}
          {note && <span lang="">: {note}</span>}
        </>
      ),
    };
  });
  return (
    <section aria-labelledby="revisions">
      <SectionHead id="revisions" title={t('handbooks:writing.revisions')} />
      <Revisions revisions={lines} />
    </section>
  );
}

function Comparison({
  row,
  from,
  to,
  state,
}: {
  row: ChapterRow;
  from: Numbered;
  to: Numbered;
  state: FormState;
}) {
  const { t } = useLanguage();
  const values = { from: from.revision, to: to.revision };
  return (
    <section aria-labelledby="comparison">
      <SectionHead id="comparison" title={t('handbooks:revisions.comparison', values)} />
      <div class="prose" lang={row.locale}>
        <h3>
          <Difference from={from.title} to={to.title} />
        </h3>
        {(from.lead ?? to.lead) && (
          <p class="lead">
            <Difference from={from.lead ?? ''} to={to.lead ?? ''} />
          </p>
        )}
        {compareTexts(from.body ?? '', to.body ?? '').map((each) => (
          <Passage of={each} />
        ))}
      </div>
      {from.revision < row.revision && <Restore row={row} revision={from.revision} state={state} />}
    </section>
  );
}

function Passage({ of }: { of: Compared }) {
  const language = useLanguage();
  if (of.kind === 'same')
    return (
      <details class="merge-piece">
        <summary class="small soft" lang={language.locale}>
          {language.t('handbooks:merge.unchanged', { count: of.count })}
        </summary>
        <div class="merge-text">{of.text}</div>
      </details>
    );
  return (
    <div class="merge-piece">
      <div class="merge-text">
        {of.pieces.map(({ kind, text }) => {
          if (kind === 'added') return <ins>{text}</ins>;
          return kind === 'removed' ? <del>{text}</del> : text;
        })}
      </div>
    </div>
  );
}

function Restore({ row, revision, state }: { row: ChapterRow; revision: number; state: FormState }) {
  const { t } = useLanguage();
  const action = `${revisionsPath(row.handbook.slug, row.slug)}/${revision}/restore`;
  return (
    <details open={state.refusal !== undefined}>
      <summary>{t('handbooks:revisions.restore', { revision })}</summary>
      <Form action={action} id="restore" state={state}>
        <p class="soft">{t('handbooks:revisions.restore_lead')}</p>
        <Hidden name="revision" value={row.revision} />
        <WeightChoice />
        <Field name="note" label={t('handbooks:writing.note')} optional />
        <div>
          <Button>{t('handbooks:revisions.restore', { revision })}</Button>
        </div>
      </Form>
    </details>
  );
}
