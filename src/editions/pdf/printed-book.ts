import { Language } from '../../core/i18n/language';
import { ownName } from '../../core/i18n/locales';
import type { Book, BookCase } from '../book';
import { colourOf } from '../../core/print/accents';
import { seats } from './drawings';
import { Labels } from './labels';
import type { Pictures } from './pictures';
import type { Paper, PrintedBook } from './printed';
import { PrintedChapters } from './printed-chapters';
import { glossaryOf, register } from './registers';
import { spoken } from './spoken';
import { shortened, titleIn, wordsIn } from './words';

export interface Print {
  paper: Paper;
  /** With bleed and crop marks. */
  shop: boolean;
}

/** The whole book, as the templates read it. */
export function printedBook(book: Book, print: Print, pictures: Pictures): PrintedBook {
  const { locale, partnership, imprint } = book;
  const labels = new Labels(book);
  const words = (text: string) => wordsIn(locale, text);
  const optional = (text: string | null) => (text === null ? null : words(text));
  const [year, month, day] = book.frozenOn.split('-').map(Number);
  return {
    ...print,
    ...colourOf(partnership.accent),
    seats: seats(),
    language: spoken(locale),
    words: bookWords(book),
    title: titleIn(locale, book.title),
    titleSize: titleSize(book.title),
    subtitle: optional(book.subtitle),
    frozenOn: { year: year!, month: month!, day: day! },
    partnership: { name: words(partnership.name), short: words(partnership.acronym ?? partnership.name) },
    series: Language.of(locale).t(`editions:pdf.kind.${book.kind}`),
    coverLine: [`${book.words.edition} ${book.edition}`, String(year), ownName(locale)].join(' · '),
    cover: book.cover === null ? null : (pictures.get(book.cover)?.path ?? null),
    imprint: imprintOf(book),
    notes: imprint.notes.map(words),
    funding: imprint.funding.map((each) => ({ ...each, ...spoken(each.locale) })),
    groups: new PrintedChapters(book, labels, pictures).all(),
    cases: book.cases.flatMap((each) => listed(each, labels)),
    index: [
      register(book.words.indexOfThemes, book.index.themes, labels, locale),
      register(book.words.indexOfPlaces, book.index.places, labels, locale),
    ].filter(({ groups }) => groups.length > 0),
    glossary: glossaryOf(book.glossary, locale, ownName),
    backLines: [
      ...numbersOf(book).map(({ label, value }) => `${label} ${value}`),
      shortened(partnership.address),
    ],
    address: partnership.address,
  };
}

/** What the list of cases says of one. */
function listed({ slug, title, locale, places, rating }: BookCase, labels: Labels): PrintedBook['cases'] {
  const to = labels.of('case', slug);
  if (to === undefined) return [];
  const facts = wordsIn(locale, [...places, ...(rating ? [rating] : [])].join(' · '));
  return [{ title: titleIn(locale, title), to, facts, language: spoken(locale) }];
}

function bookWords({ words, locale }: Book): PrintedBook['words'] {
  const { t } = Language.of(locale);
  const { contents, listOfCases, glossary, figure, liveVersion } = words;
  return {
    ...{ contents, glossary, figure, cases: listOfCases, live: liveVersion },
    page: t('editions:pdf.page'),
    index: t('editions:pdf.index'),
  };
}

/** In points on A4: short titles are large, and the longest word must fit on a line. */
function titleSize(title: string): number {
  const longest = Math.max(...title.split(/\s+/).map(({ length }) => length));
  const byLength = title.length <= 16 ? 84 : title.length <= 32 ? 72 : title.length <= 60 ? 52 : 38;
  return Math.max(20, Math.min(byLength, Math.floor(760 / longest)));
}

interface Row {
  label: string;
  value: string | null;
}

const numbersOf = ({ imprint }: Book): { label: string; value: string }[] =>
  [
    { label: 'ISBN', value: imprint.isbn },
    { label: 'ISSN', value: imprint.issn },
  ].filter((row): row is { label: string; value: string } => row.value !== null);

/** What a library, an auditor and a reader look for, in this order. */
function imprintOf(book: Book): PrintedBook['imprint'] {
  const { partnership, imprint, words, locale } = book;
  const language = Language.of(locale);
  const { t } = language;
  const rows: Row[] = [
    { label: t('editions:formats.partnership'), value: partnership.name },
    { label: t('editions:formats.programme'), value: partnership.programme },
    { label: t('editions:formats.contract'), value: partnership.contract },
    {
      label: words.edition,
      value: [String(book.edition), ownName(locale), language.calendarDate(book.frozenOn)].join(' · '),
    },
    { label: t('editions:formats.editors'), value: imprint.editors.join(', ') || null },
    { label: t('editions:formats.translators'), value: imprint.translators.join(', ') || null },
    ...numbersOf(book),
    { label: words.licence, value: imprint.licence },
    { label: words.liveVersion, value: shortened(partnership.address) },
  ];
  return rows.flatMap(({ label, value }) =>
    value ? [{ label: wordsIn(locale, label), value: wordsIn(locale, value) }] : [],
  );
}
