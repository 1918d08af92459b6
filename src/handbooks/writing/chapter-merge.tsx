import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Difference } from '../../ui/parts/difference';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { Radios } from '../../ui/parts/radios';
import type { ChapterRow } from '../handbook.access';
import { chapterEditingPath } from '../structure/editing-paths';
import { CHOICES, choiceName, type MergedLine, type Merging } from './merging';
import type { Piece } from './three-way';

interface ChapterMergeProps {
  row: ChapterRow;
  merging: Merging;
  /** Who saved last, and the revision that she made. */
  theirs: { by: string | null; revision: number };
  /** The text that was refused, from which revision it began, weight and note. */
  state: FormState;
}

/** Somebody saved first: what both changed, side by side; what only one changed is taken over and shown. */
export function ChapterMerge({ row, merging, theirs, state }: ChapterMergeProps) {
  const { t } = useLanguage();
  const path = chapterEditingPath(row.handbook.slug, row.slug);
  const conflicts = numbered(merging.body);
  const lead = theirs.by ? t('handbooks:merge.by', { name: theirs.by }) : undefined;
  return (
    <Form action={`${path}/merge`} class="merge stack" id="merge" state={state} labels={labels(merging, t)}>
      <Notice kind="amber" role="alert" title={t('handbooks:merge.title')}>
        {lead && <p>{lead}</p>}
        <p>{t('handbooks:merge.how')}</p>
      </Notice>
      {['title', 'lead', 'body', 'base', 'weight', 'note'].map((name) => (
        <Hidden name={name} />
      ))}
      <Hidden name="revision" value={theirs.revision} />
      <LineMerge
        of="title"
        line={merging.title}
        lang={row.locale}
        label={t('handbooks:field.chapter_title')}
      />
      <LineMerge of="lead" line={merging.lead} lang={row.locale} label={t('handbooks:field.lead')} />
      {merging.body.map((piece) => (
        <PieceMerge piece={piece} number={conflicts.get(piece)} lang={row.locale} />
      ))}
      <div class="row row-center">
        <Button kind="main" name="act" value="save">
          {t('handbooks:merge.save')}
        </Button>
        <Button name="act" value="write">
          {t('handbooks:merge.write')}
        </Button>
        <Link path={path}>{t('handbooks:merge.later')}</Link>
      </div>
    </Form>
  );
}

function numbered(body: readonly Piece[]): Map<Piece, number> {
  const conflicts = body.filter(({ kind }) => kind === 'conflict');
  return new Map(conflicts.map((piece, number) => [piece, number]));
}

/** For the summary of what has not been chosen yet. */
function labels({ body }: Merging, t: ReturnType<typeof useLanguage>['t']): Record<string, string> {
  const places = [...numbered(body).values()].map((number) => [
    choiceName(number),
    t('handbooks:merge.place', { number: number + 1 }),
  ]);
  const lines = [
    [choiceName('title'), t('handbooks:field.chapter_title')],
    [choiceName('lead'), t('handbooks:field.lead')],
  ];
  return Object.fromEntries([...places, ...lines]) as Record<string, string>;
}

interface LineMergeProps {
  of: 'title' | 'lead';
  line: MergedLine;
  label: string;
  lang: string;
}

function LineMerge({ of, line: { base, theirs, yours, stands }, label, lang }: LineMergeProps) {
  if (stands !== undefined && stands === base) return null;
  if (stands !== undefined)
    return (
      <section class="merge-piece">
        <h2 class="small soft">{label}</h2>
        <p lang={lang}>
          <Difference from={base} to={stands} />
        </p>
      </section>
    );
  return (
    <Conflict name={choiceName(of)} title={label} base={base} theirs={theirs} yours={yours} lang={lang} />
  );
}

const together = (passages: readonly string[]): string => passages.join('').trimEnd();

function PieceMerge({ piece, number, lang }: { piece: Piece; number: number | undefined; lang: string }) {
  const { t } = useLanguage();
  if (piece.kind === 'same')
    return (
      <details class="merge-piece">
        <summary class="small soft">
          {t('handbooks:merge.unchanged', { count: piece.passages.length })}
        </summary>
        <div class="merge-text" lang={lang}>
          {together(piece.passages)}
        </div>
      </details>
    );
  if (piece.kind === 'conflict')
    return (
      <Conflict
        {...{
          name: choiceName(number ?? 0),
          title: t('handbooks:merge.place', { number: (number ?? 0) + 1 }),
        }}
        {...{
          base: together(piece.base),
          theirs: together(piece.theirs),
          yours: together(piece.yours),
          lang,
        }}
        both
      />
    );
  return (
    <section class="merge-piece">
      <h2 class="small soft">{t(`handbooks:merge.only.${piece.kind}`)}</h2>
      <div class="merge-text" lang={lang}>
        <Difference from={together(piece.base)} to={together(piece.passages)} />
      </div>
    </section>
  );
}

interface ConflictProps {
  name: string;
  title: string;
  base: string;
  theirs: string;
  yours: string;
  lang: string;
  both?: boolean;
}

/** Both against what they began from, so that one sees what each of them did. */
function Conflict({ name, title, base, theirs, yours, lang, both }: ConflictProps) {
  const { t } = useLanguage();
  const sides = CHOICES.filter((side) => both || side !== 'both');
  return (
    <section class="merge-piece merge-conflict">
      <h2 class="item-title">{title}</h2>
      <div class="split split-even">
        <Version words={t('handbooks:merge.theirs')} base={base} text={theirs} lang={lang} />
        <Version words={t('handbooks:merge.yours')} base={base} text={yours} lang={lang} />
      </div>
      <Radios
        name={name}
        label={t('handbooks:merge.choose')}
        options={sides.map((side) => ({ value: side, label: t(`handbooks:merge.take.${side}`) }))}
        across
      />
    </section>
  );
}

function Version({ words, base, text, lang }: { words: string; base: string; text: string; lang: string }) {
  const { t } = useLanguage();
  return (
    <div>
      <h3 class="small soft">{words}</h3>
      <div class="merge-text" lang={text ? lang : undefined}>
        {text || base ? <Difference from={base} to={text} /> : t('handbooks:merge.nothing')}
      </div>
    </div>
  );
}
