import type { Cited } from '../../core/documents/cited';
import type { Language } from '../../core/i18n/language';
import type { ChapterView, HandbookView } from './reading.schema';

const yearOf = (moment: string | null): string => (moment ?? new Date().toISOString()).slice(0, 4);

export const citedHandbook = (view: HandbookView, address: string): Cited => ({
  ...{ title: view.title.text, book: null, publisher: view.partnership.name.text, address },
  ...{ year: yearOf(view.publishedAt), version: view.revision, doi: view.doi },
  ...{ locale: view.title.locale, slug: view.slug },
});

export const citedChapter = (view: HandbookView, chapter: ChapterView, address: string): Cited => ({
  ...citedHandbook(view, address),
  ...{ title: [chapter.number, chapter.title.text].filter(Boolean).join(' '), book: view.title.text },
  ...{ year: yearOf(chapter.editedAt), version: chapter.revision, locale: chapter.title.locale },
  slug: `${view.slug}-${chapter.slug}`,
});

/** In one line, as texts in this language do. */
export function citation({ t }: Language, { book, doi, address, ...cited }: Cited): string {
  const values = { ...cited, address: doi ? `https://doi.org/${doi}. ${address}` : address };
  return book
    ? t('handbooks:reading.cite.chapter', { ...values, book })
    : t('handbooks:reading.cite.handbook', values);
}
