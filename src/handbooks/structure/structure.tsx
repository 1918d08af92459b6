import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { EmptyState } from '../../ui/parts/empty-state';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import type { HandbookRow } from '../handbook.access';
import { chapterEditingPath, editingPath, revisionsPath } from './editing-paths';
import { NewChapter } from './new-chapter';
import { titleOf } from './title-of';
import { STEPS, placesFor, stepsFrom, type Step } from './steps';
import type { Structure, StructureEntry } from './structure.service';

interface StructureProps {
  row: HandbookRow;
  outline: Structure;
  /** The form that was refused: `new`, or the chapter that could not be moved. */
  refused?: { at: string; state: FormState } | undefined;
}

/** The order of a handbook, with all that changes it. */
export function StructureEditing({ row, outline, refused }: StructureProps) {
  const { t } = useLanguage();
  return (
    <>
      <section aria-labelledby="order">
        <SectionHead id="order" title={t('handbooks:structure.order')} />
        <p class="soft">{t('handbooks:structure.lead')}</p>
        {refused && refused.at !== 'new' && refused.state.refusal && (
          <Notice kind="red" role="alert">
            {t(refused.state.refusal.key, refused.state.refusal.values)}
          </Notice>
        )}
        {outline.all.length === 0 && <EmptyState title={t('handbooks:structure.none')} />}
        <div
          id="structure"
          data-api={`/api/v1/handbooks/${row.slug}/chapters`}
          data-failed={t('handbooks:structure.failed')}
        >
          <Branch row={row} outline={outline} entries={outline.entries} />
        </div>
        <p class="small" role="status" data-told />
      </section>
      <NewChapter row={row} outline={outline} state={refused?.at === 'new' ? refused.state : undefined} />
    </>
  );
}

interface BranchProps {
  row: HandbookRow;
  outline: Structure;
  entries: StructureEntry[];
}

function Branch({ entries, ...rest }: BranchProps) {
  if (entries.length === 0) return null;
  return (
    <ol class="structure">
      {entries.map((entry) => (
        <Entry {...rest} entry={entry} />
      ))}
    </ol>
  );
}

interface EntryProps {
  row: HandbookRow;
  outline: Structure;
  entry: StructureEntry;
}

function Entry({ row, outline, entry }: EntryProps) {
  const { t } = useLanguage();
  const { chapter, number, children } = entry;
  return (
    <li id={`chapter-${chapter.slug}`} data-chapter={chapter.slug}>
      <div class="structure-row">
        <span class="num structure-number">{number ?? ''}</span>
        <span class="structure-title">
          <span lang={chapter.locale} class="item-title">
            <Link path={chapterEditingPath(row.slug, chapter.slug)}>{chapter.title}</Link>
          </span>{' '}
          {chapter.status !== 'published' && (
            <span class="tag">{t(`handbooks:editing.status.${chapter.status}`)}</span>
          )}
        </span>
        <Steps row={row} outline={outline} entry={entry} />
      </div>
      <More row={row} outline={outline} entry={entry} />
      <Branch row={row} outline={outline} entries={children} />
    </li>
  );
}

const ARROWS: Record<Step, string> = { up: '↑', down: '↓', out: '←', in: '→' };

/** Buttons, so that it moves with any pointer and by keys; dragging is a way more. */
function Steps({ row, outline, entry }: EntryProps) {
  const { t } = useLanguage();
  const { slug } = entry.chapter;
  const steps = stepsFrom(outline, entry);
  return (
    <Form action={`${editingPath(row.slug)}/${slug}/move`} id={`move-${slug}`} class="row structure-steps">
      {STEPS.map((step) => (
        <Button
          small
          name="to"
          value={step}
          disabled={!steps[step]}
          label={t(`handbooks:structure.step.${step}`, { title: titleOf(entry) })}
        >
          <span aria-hidden="true">{ARROWS[step]}</span>
        </Button>
      ))}
    </Form>
  );
}

function More({ row, outline, entry }: EntryProps) {
  const { t } = useLanguage();
  const { chapter } = entry;
  const action = `${editingPath(row.slug)}/${chapter.slug}`;
  const title = titleOf(entry);
  return (
    <details class="structure-more">
      <summary class="small" aria-label={t('handbooks:structure.more_named', { title })}>
        {t('handbooks:structure.more')}
      </summary>
      <div class="stack">
        <div class="row row-center">
          <Act
            action={`${action}/publish`}
            shown={chapter.status !== 'published'}
            of={chapter.slug}
            name="publish"
          />
          <Act
            action={`${action}/withdraw`}
            shown={chapter.status !== 'withdrawn'}
            of={chapter.slug}
            name="withdraw"
          />
          <Act
            action={`${action}/number`}
            shown={!chapter.numbered && chapter.status !== 'withdrawn'}
            of={chapter.slug}
            name="count"
            value="true"
          />
          <Act
            action={`${action}/number`}
            shown={chapter.numbered}
            of={chapter.slug}
            name="uncount"
            value="false"
          />
          <Link path={revisionsPath(row.slug, chapter.slug)}>{t('handbooks:writing.revisions')}</Link>
        </div>
        <MoveTo row={row} outline={outline} entry={entry} />
      </div>
    </details>
  );
}

interface ActProps {
  action: string;
  shown: boolean;
  of: string;
  name: 'publish' | 'withdraw' | 'count' | 'uncount';
  value?: string;
}

function Act({ action, shown, of, name, value }: ActProps) {
  const { t } = useLanguage();
  if (!shown) return null;
  return (
    <Form action={action} id={`${name}-${of}`}>
      {value && <Hidden name="numbered" value={value} />}
      <Button small kind={name === 'withdraw' ? 'danger' : undefined}>
        {t(`handbooks:structure.act.${name}`)}
      </Button>
    </Form>
  );
}

function MoveTo({ row, outline, entry }: EntryProps) {
  const { t } = useLanguage();
  const places = placesFor(outline, entry);
  if (places.length === 0) return null;
  const options = places.map(({ place, entry: other }) => ({
    value: place,
    label: t(place.startsWith('after ') ? 'handbooks:structure.after' : 'handbooks:structure.below', {
      title: titleOf(other),
    }),
  }));
  return (
    <Form
      action={`${editingPath(row.slug)}/${entry.chapter.slug}/move`}
      id={`place-${entry.chapter.slug}`}
      class="row row-center"
    >
      <Choice name="to" label={t('handbooks:structure.place')} options={options} />
      <Button small>{t('handbooks:structure.move')}</Button>
    </Form>
  );
}
