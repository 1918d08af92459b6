import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { figuresOf } from '../core/documents/document';
import { parseDocument } from '../core/documents/parse';
import type { Locale } from '../core/i18n/locales';
import { fact, founded, minutesBefore, record } from './facts';
import { loadFigures } from './handbook-figures';
import { HANDBOOK, LICENCE, ORIGINAL, OUTDATED, PLAN, type Planned } from './handbook-plan';
import { translationsOf, written, type Written } from './handbook-texts';
import { personId } from './people';
import { idOf, insert, type Row } from './rows';

const ID = idOf('handbook', 'prirocnik-dobrih-praks');
const PARTNERSHIP = idOf('partnership', 'p-coop');
const WRITER = personId('organiser');

/** The handbook of COOP: made up to show what a handbook is, from facts of the seeds. Returns how many chapters. */
export async function loadHandbooks(
  app: INestApplicationContext,
  tx: EntityManager,
  now: Date,
): Promise<number> {
  const at = minutesBefore(founded(now), -20 * 24 * 60);
  await loadFigures(app, tx, at);
  await insert(tx, 'handbooks', [handbookRow(at)]);
  await insert(tx, 'handbook_translations', translationsOf(ID, handbookIn, at));
  for (const rows of chapterRows(at)) await insert(tx, 'chapters', rows);
  const planned = PLAN.flatMap(withBelow);
  await insert(tx, 'chapter_translations', planned.flatMap(chapterTranslations(at)));
  await insert(tx, 'original_revisions', planned.flatMap(earlier(at)));
  await insert(tx, 'file_uses', planned.flatMap(usesOf));
  await recordFacts(tx, planned, at);
  return planned.length;
}

const chapterId = (slug: string): string => idOf('chapter', slug);
const withBelow = (planned: Planned): Planned[] => [planned, ...(planned.below ?? []).flatMap(withBelow)];
const revisionOf = ({ changed }: Planned): number => (changed ? 2 : 1);

const handbookRow = (at: Date): Row => ({
  ...{ id: ID, partnership_id: PARTNERSHIP, slug: 'prirocnik-dobrih-praks', kind: 'handbook' },
  ...{ status: 'published', ...HANDBOOK[ORIGINAL], locale: ORIGINAL, revision: 1, licence: LICENCE },
  ...{ created_at: at, published_at: at },
});

const handbookIn = (locale: Locale) => HANDBOOK[locale];

function original({ slug, changed }: Planned): Written {
  const text = written(ORIGINAL, slug);
  if (!text || (changed && !text.body.includes(changed.after))) throw new Error(`${slug} is not as planned`);
  return text;
}

/** Level by level, as the rows lean on each other. */
function chapterRows(at: Date, siblings: { planned: Planned; parent: string | null }[] = tops()): Row[][] {
  if (siblings.length === 0) return [];
  const rows = siblings.map(({ planned, parent }, place) => ({
    ...{ id: chapterId(planned.slug), handbook_id: ID, parent_id: parent && chapterId(parent) },
    ...{ position: place, slug: planned.slug, numbered: planned.numbered ?? true, status: 'published' },
    ...{ ...original(planned), locale: ORIGINAL, revision: revisionOf(planned), created_by: WRITER },
    ...{ created_at: at, edited_by: WRITER, edited_at: at, published_at: at },
  }));
  const below = siblings.flatMap(({ planned }) =>
    (planned.below ?? []).map((each) => ({ planned: each, parent: planned.slug })),
  );
  return [rows, ...chapterRows(at, below)];
}

const tops = () => PLAN.map((planned) => ({ planned, parent: null }));

const chapterTranslations = (at: Date) => (planned: Planned) =>
  translationsOf(
    chapterId(planned.slug),
    (locale) => written(locale, planned.slug),
    at,
    (locale) => (OUTDATED.has(`${locale} ${planned.slug}`) ? 1 : revisionOf(planned)),
  );

const earlier =
  (at: Date) =>
  (planned: Planned): Row[] => {
    const { slug, changed } = planned;
    if (!changed) return [];
    const { body, ...others } = original(planned);
    return [
      {
        ...{ kind: 'chapter', owner_id: chapterId(slug), revision: 1, locale: ORIGINAL, weight: 'meaning' },
        ...{ strings: { ...others, body: body.replace(changed.after, changed.before) }, changed_by: WRITER },
        changed_at: at,
      },
    ];
  };

const usesOf = (planned: Planned): Row[] =>
  figuresOf(parseDocument(original(planned).body)).map((file, place) => ({
    ...{ file_id: file, kind: 'chapter', owner_id: chapterId(planned.slug), position: place + 1 },
  }));

async function recordFacts(tx: EntityManager, planned: Planned[], at: Date): Promise<void> {
  const scope = { kind: 'partnership', id: PARTNERSHIP };
  const by = { at, scope, actorId: WRITER };
  const handbook = { kind: 'handbook', id: ID };
  await record(tx, [
    fact('handbook.created', handbook, { kind: 'handbook' }, by),
    ...planned.map(({ slug }) =>
      fact('chapter.published', { kind: 'chapter', id: chapterId(slug) }, { handbookId: ID }, by),
    ),
    fact('handbook.published', handbook, {}, by),
  ]);
}
