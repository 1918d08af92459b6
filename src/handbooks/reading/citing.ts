import type { Language } from '../../core/i18n/language';
import type { ChapterView, HandbookView } from './reading.schema';

/** What is cited: a handbook, or a chapter in it. */
export interface Cited {
  title: string;
  /** Null for a handbook as a whole. */
  book: string | null;
  publisher: string;
  year: string;
  version: number;
  address: string;
  doi: string | null;
  locale: string;
  /** For the key of an entry in a list of literature. */
  slug: string;
}

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

const BIBTEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const inBibtex = (text: string): string =>
  text.replace(/[\\~^{}%&$#_]/g, (sign) => BIBTEX[sign] ?? `\\${sign}`);

export function asBibtex(cited: Cited): string {
  const { book, title, publisher, year, address, doi, locale, slug, version } = cited;
  const fields: [string, string | null][] = [
    ['author', `{${inBibtex(publisher)}}`],
    ['title', `{${inBibtex(title)}}`],
    ['booktitle', book && `{${inBibtex(book)}}`],
    ['year', year],
    ['edition', String(version)],
    ['language', locale],
    ['doi', doi],
    ['url', address],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@${book ? 'incollection' : 'book'}{${slug},`, ...lines, '}', ''].join('\n');
}

export function asRis(cited: Cited): string {
  const { book, title, publisher, year, address, doi, locale, version } = cited;
  const lines: [string, string | null][] = [
    ['TY', book ? 'CHAP' : 'BOOK'],
    ['AU', publisher],
    ['TI', title],
    ['T2', book],
    ['PY', year],
    ['ET', String(version)],
    ['LA', locale],
    ['DO', doi],
    ['UR', address],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}\r\n`])).join('');
}
