import { regionOf, type Locale } from '../../core/i18n/locales';
import { lacking, warning, type Checked, type Finding } from './finding';

const SPACES = ' \\u00a0\\u202f';

interface NumberFormat {
  pattern: RegExp;
  group: RegExp;
  decimal: string;
}

const formats = new Map<Locale, NumberFormat>();

/** How numbers are written in a language: 1.234,5 or 1 234,5 or 1,234.5. Spaces are understood in all of them. */
function formatOf(locale: Locale): NumberFormat {
  const known = formats.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(regionOf(locale), { minimumFractionDigits: 1 }).formatToParts(
    -1234567.5,
  );
  const valueOf = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const decimal = valueOf('decimal');
  const mark = valueOf('group');
  const groups = `[${SPACES}${/[.,]/.test(mark) ? `\\${mark}` : ''}'’]`;
  const pattern = new RegExp(
    `\\d{1,3}(?:${groups}\\d{3})+(?!\\d)(?:\\${decimal}\\d+)?|\\d+(?:\\${decimal}\\d+(?![\\d.]|,\\d))?`,
    'g',
  );
  const format = { pattern, group: new RegExp(groups, 'g'), decimal };
  formats.set(locale, format);
  return format;
}

/** Days are told by numbers, months also by names, in an order of their own. */
const DATE = /(?<!\d)(?:\d{1,2}[./-] ?\d{1,2}[./-] ?(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?!\d)/g;

interface Found {
  /** As it stands in the text. */
  written: string;
  /** The same for every language: digits and a point. */
  value: string;
}

function numbersIn(text: string, locale: Locale): Found[] {
  const { pattern, group, decimal } = formatOf(locale);
  const dates = (text.match(DATE) ?? []).flatMap((date) =>
    withoutMonth(date).map((value) => ({ written: value, value: String(Number(value)) })),
  );
  const numbers = [...text.replace(DATE, ' ; ').matchAll(pattern)].map(([written]) => ({
    written,
    value: plain(written.replace(group, '').replace(decimal, '.')),
  }));
  return [...dates, ...numbers];
}

/** 007 and 7, 1.50 and 1.5 are the same. */
function plain(digits: string): string {
  const whole = digits.replace(/^0+(?=\d)/, '');
  return whole.includes('.') ? whole.replace(/\.?0+$/, '') : whole;
}

/** Whichever comes first, day or year. */
function withoutMonth(date: string): string[] {
  const [first, , last] = date.split(/\D+/);
  return [first!, last!];
}

/** Numbers up to twelve are often written as words. */
const isSmall = (value: string): boolean => /^\d+$/.test(value) && Number(value) <= 12;

const isWord = /\p{L}/u;

/** Every number of the original is in the translation, in the form of its language, and no other. */
export function checkNumbers({ source, text, from, to }: Checked): Finding[] {
  const [wanted, found] = [numbersIn(source, from), numbersIn(text, to)];
  const missing = lacking(valuesOf(wanted), valuesOf(found));
  const surplus = lacking(valuesOf(found), valuesOf(wanted));
  const written = (list: Found[], value: string) => list.find((each) => each.value === value)!.written;
  const literal = new Set(
    missing.map((value) => written(wanted, value)).filter((each) => text.includes(each)),
  );
  const lost = missing.filter((value) => {
    const each = written(wanted, value);
    return !literal.has(each) && !(isSmall(value) && isWord.test(text));
  });
  const strange = literal.size > 0 ? [] : surplus.filter((value) => !isSmall(value));
  return [
    ...lost.map((value) => warning('number', inLanguage(value, to))),
    ...[...literal]
      .filter((each) => /[.,]/.test(each))
      .map((each) => wanted.find((one) => one.written === each)!)
      .map(({ value }) => warning('number_format', formatted(value, to))),
    ...(lost.length > 0 ? [] : strange.map((value) => warning('number', written(found, value)))),
  ];
}

const valuesOf = (found: readonly Found[]): string[] => found.map(({ value }) => value);

/** Years and the like have no separators. */
const inLanguage = (value: string, locale: Locale): string =>
  value.includes('.') || value.length > 4 ? formatted(value, locale) : value;

function formatted(value: string, locale: Locale): string {
  const digits = value.split('.')[1]?.length ?? 0;
  const exactly = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(regionOf(locale), exactly).format(Number(value));
}
