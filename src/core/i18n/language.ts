import { regionOf, type Locale } from './locales';
import { isSaid, say } from './words';
import type { Key, Values } from './keys';

const DAY = 86_400_000;
/** Of one language and time zone. */
const MOST_MOMENTS = 5000;

/**
 * One reader's language: words, numbers, money, dates and order.
 * Rules: ui-terms §2–4. Instances are shared per (locale, time zone); all methods are pure.
 */
export class Language {
  private static readonly known = new Map<string, Language>();
  /** Making an Intl object costs more than a whole page: each is made once. */
  private readonly made = new Map<string, unknown>();
  private readonly moments = new Map<string, string>();
  private readonly region: string;
  private readonly numbers: Intl.NumberFormat;
  private readonly collator: Intl.Collator;
  private readonly regions: Intl.DisplayNames;
  private readonly languages: Intl.DisplayNames;

  private constructor(
    readonly locale: Locale,
    readonly timeZone: string,
  ) {
    this.region = regionOf(locale);
    this.numbers = new Intl.NumberFormat(this.region, { maximumFractionDigits: 2 });
    this.collator = new Intl.Collator(this.region, { numeric: true });
    this.regions = new Intl.DisplayNames(this.region, { type: 'region' });
    this.languages = new Intl.DisplayNames(this.region, { type: 'language' });
  }

  /** @param timeZone an IANA name; an unknown one throws RangeError at the first date. */
  static of(locale: Locale, timeZone = 'Europe/Brussels'): Language {
    const id = `${locale} ${timeZone}`;
    const found = Language.known.get(id);
    if (found) return found;
    const made = new Language(locale, timeZone);
    Language.known.set(id, made);
    return made;
  }

  t = (key: Key, values?: Values): string => say(this.locale, key, values);

  number(value: number): string {
    return this.numbers.format(value);
  }

  /** @param text a decimal string, as stored: never rounded through a binary float. */
  decimal(text: string, most = 2, least = 0): string {
    const make = () =>
      new Intl.NumberFormat(this.region, { maximumFractionDigits: most, minimumFractionDigits: least });
    return this.once(`decimal ${most} ${least}`, make).format(text as unknown as number);
  }

  /** 2.4 MB: powers of a thousand, as files are sold. @param bytes */
  fileSize(bytes: number): string {
    const [unit, size] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
    const make = () => new Intl.NumberFormat(this.region, { style: 'unit', unit, maximumFractionDigits: 1 });
    return this.once(`size ${unit}`, make).format(Math.max(0.1, bytes / size));
  }

  /** @param share 0–1 */
  percent(share: number, digits = 2): string {
    const make = () =>
      new Intl.NumberFormat(this.region, { style: 'percent', maximumFractionDigits: digits });
    return this.once(`percent ${digits}`, make).format(share);
  }

  /** @param amount major units as a decimal string, as stored: never rounded through a binary float. */
  money(amount: string, currency: string): string {
    const digits = amount.includes('.') ? 2 : 0;
    const make = () =>
      new Intl.NumberFormat(this.region, {
        style: 'currency',
        currency,
        currencyDisplay: this.locale === 'sl' && currency === 'SEK' ? 'code' : 'symbol',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
    return this.once(`money ${currency} ${digits}`, make).format(amount as unknown as number);
  }

  /** 1 May 2012 */
  date(value: Date | string): string {
    return this.moment('date', value, () =>
      this.format('date', { day: 'numeric', month: 'long', year: 'numeric' }),
    );
  }

  /** A calendar date without time of day, the same in every time zone. */
  calendarDate(isoDate: string): string {
    return this.format('calendar', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(isoDate));
  }

  /** Two calendar dates. Written out, since Italian's own range pattern pads its days (ui-terms §2). */
  dateRange(start: string, end: string): string {
    return this.range(this.calendarDate(start), this.calendarDate(end));
  }

  /** From one to the other, where either has several words; years alone stand close. */
  range(start: string, end: string): string {
    const close = this.locale === 'sv' || this.locale === 'sl' || /^\d+$/.test(start + end);
    return `${start}${close ? '–' : ' – '}${end}`;
  }

  /** June 2019. @param isoMonth `2019-06` */
  month(isoMonth: string): string {
    return this.format('month', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${isoMonth}-01`),
    );
  }

  /** Thursday 4 October */
  day(value: Date | string): string {
    return this.format('day', { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(value));
  }

  /** 2026-11-21 in the reader's time zone: which day a moment belongs to. */
  dayKey(value: Date | string): string {
    const make = () => new Intl.DateTimeFormat('sv-SE', { timeZone: this.timeZone });
    return this.moment('day key', value, () => this.once('day key', make));
  }

  /** The name of the plural form of a number, as CLDR has it. */
  pluralForm(count: number): Intl.LDMLPluralRule {
    return this.once('plural', () => new Intl.PluralRules(this.region)).select(count);
  }

  time(value: Date | string): string {
    return this.moment('time', value, () => this.format('time', { hour: '2-digit', minute: '2-digit' }));
  }

  dateTime(value: Date | string): string {
    return this.moment('dateTime', value, () =>
      this.format('dateTime', {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
      }),
    );
  }

  /** "2 hours ago" up to a week, then the date. */
  ago(value: Date | string, now = new Date()): string {
    const then = new Date(value);
    const passed = now.getTime() - then.getTime();
    if (passed > 7 * DAY) return this.date(then);
    const relative = this.once('ago', () => new Intl.RelativeTimeFormat(this.region, { numeric: 'auto' }));
    if (passed < 60_000) return this.t('ui:time.now');
    if (passed < 3_600_000) return relative.format(-Math.floor(passed / 60_000), 'minute');
    if (passed < DAY) return relative.format(-Math.floor(passed / 3_600_000), 'hour');
    return relative.format(-Math.floor(passed / DAY), 'day');
  }

  list(items: string[]): string {
    return this.once('list', () => new Intl.ListFormat(this.region, { type: 'conjunction' })).format(items);
  }

  /** @param code ISO 3166-1 alpha-2 (GB, not UK) or EU */
  country(code: string): string {
    return this.regions.of(code) ?? code;
  }

  /** The name of a language in this one, lower case as in running text: "slovenščina". */
  languageName(locale: string): string {
    return this.languages.of(locale) ?? locale;
  }

  /** "in Slovenian": cases and prepositions differ, so each language that is known here is a phrase of its own. */
  inLanguage = (locale: Locale): string =>
    this.once(`in ${locale}`, () => this.phrase(locale, `ui:in.${locale}`, 'ui:in.other'));

  /** "from Slovenian". */
  fromLanguage = (locale: Locale): string =>
    this.once(`from ${locale}`, () => this.phrase(locale, `ui:from.${locale}`, 'ui:from.other'));

  private phrase(locale: Locale, own: string, other: Key): string {
    return isSaid(this.locale, own) ? this.t(own) : this.t(other, { language: this.languageName(locale) });
  }

  /** Sorts a copy by the reader's alphabet: sv å ä ö last, sl č š ž after c s z. */
  sort<Item>(items: readonly Item[], by: (item: Item) => string): Item[] {
    return [...items].sort((a, b) => this.collator.compare(by(a), by(b)));
  }

  /** Pages say the same minutes over and over; to write one costs more than to remember it. */
  private moment(name: string, value: Date | string, format: () => Intl.DateTimeFormat): string {
    const minute = Math.floor(new Date(value).getTime() / 60_000);
    const id = `${name} ${minute}`;
    const known = this.moments.get(id);
    if (known !== undefined) return known;
    const words = format().format(minute * 60_000);
    if (this.moments.size > MOST_MOMENTS) this.moments.clear();
    this.moments.set(id, words);
    return words;
  }

  private format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return this.once(
      name,
      () => new Intl.DateTimeFormat(this.region, { timeZone: this.timeZone, ...options }),
    );
  }

  private once<Format>(name: string, make: () => Format): Format {
    const known = this.made.get(name) as Format | undefined;
    if (known) return known;
    const format = make();
    this.made.set(name, format);
    return format;
  }
}
