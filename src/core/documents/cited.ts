/** Something that is cited by lists of literature: a work, or a part of one. */
export interface Cited {
  title: string;
  /** The work that it is a part of; null for a work as a whole. */
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
