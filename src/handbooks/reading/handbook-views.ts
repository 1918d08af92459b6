import type { Actor } from '../../core/access/actor';
import { rendered, type RenderedText } from '../../core/database/rendered';
import type { TranslationStatus } from '../../core/database/translation';
import { LOCALES, type Locale } from '../../core/i18n/locales';
import type { Partnership } from '../../partnerships/partnership.entity';
import type { Chapter } from '../chapter.entity';
import type { HandbookRow } from '../handbook.access';
import { chapterPolicy } from '../handbook.policy';
import type { OutlineEntry } from '../outline';
import type { ContentsEntry, HandbookSummary, ReadText, TextLanguage } from './reading.schema';

/** How far a translation has come, without what it says. */
export interface Progress {
  locale: Locale;
  status: TranslationStatus;
  sourceRevision: number;
}

/** Columns that are never empty. */
export const must = (text: RenderedText | null): RenderedText => text!;

/** How a text stands in every language of the hub, its own first. */
export function languagesOf(
  { locale, revision }: { locale: Locale; revision: number },
  translations: readonly Progress[],
): TextLanguage[] {
  const others = LOCALES.filter((each) => each !== locale).map((each): TextLanguage => {
    const found = translations.find((translation) => translation.locale === each);
    if (!found) return { locale: each, state: 'missing', outdated: false, revision: null };
    const { status, sourceRevision } = found;
    return { locale: each, state: status, outdated: sourceRevision < revision, revision: sourceRevision };
  });
  return [{ locale, state: 'original', outdated: false, revision }, ...others];
}

export function summaryOf(
  row: HandbookRow,
  partnership: Partnership,
  locales: readonly string[],
): HandbookSummary {
  const { id, slug, kind, status, licence, doi, publishedAt } = row;
  return {
    ...{ id, slug, kind, status, licence, doi, publishedAt: publishedAt?.toISOString() ?? null },
    title: must(rendered(row, ({ title }) => title, locales)),
    subtitle: rendered(row, ({ subtitle }) => subtitle, locales),
    summary: rendered(row, ({ summary }) => summary, locales),
    partnership: {
      ...{ id: partnership.id, slug: partnership.slug, acronym: partnership.acronym },
      name: must(rendered(partnership, ({ name }) => name, locales)),
    },
    languages: languagesOf(row, row.translations ?? []),
  };
}

/** A chapter as the contents show it. */
export const titleOf = (chapter: Chapter, locales: readonly string[]): RenderedText =>
  must(rendered(chapter, ({ title }) => title, locales));

export function contentsEntryOf(
  { chapter, number, depth }: OutlineEntry,
  path: string,
  progress: readonly Progress[],
  locales: readonly string[],
): ContentsEntry {
  const { id, slug, status } = chapter;
  const title = titleOf(chapter, locales);
  return { id, slug, number, depth, title, status, path, languages: languagesOf(chapter, progress) };
}

/** A chapter or a section with all that it says. */
export function readTextOf(chapter: Chapter, number: string | null, locales: readonly string[]): ReadText {
  const { id, slug, status, revision, editedAt } = chapter;
  return {
    ...{ id, slug, number, status, revision, editedAt: editedAt.toISOString() },
    title: titleOf(chapter, locales),
    lead: rendered(chapter, ({ lead }) => lead, locales),
    body: rendered(chapter, ({ body }) => body, locales),
  };
}

export const mayOf = (actor: Actor, chapter: Chapter, handbook: HandbookRow) =>
  chapterPolicy.can(actor, { ...chapter, handbook });
