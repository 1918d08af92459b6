import { regionOf, type Locale } from '../../core/i18n/locales';

const FIXED = '\u00a0';

interface Marks {
  double: [opening: string, closing: string];
  single: [opening: string, closing: string];
}

/** Quotation marks as ui-terms §1 has them. */
const QUOTES: Record<Locale, Marks> = {
  sv: { double: ['”', '”'], single: ['’', '’'] },
  sl: { double: ['»', '«'], single: ['›', '‹'] },
  it: { double: ['«', '»'], single: ['“', '”'] },
};
const OTHER_QUOTES: Marks = { double: ['“', '”'], single: ['‘', '’'] };

type Rule = [pattern: RegExp, replacement: string];

/** What stays on one line, and the signs that a keyboard lacks, in all languages. */
const RULES: Rule[] = [
  [/\.\.\./g, '…'],
  [/ (?:-|–) (?=\S)/g, `${FIXED}– `],
  [/\b((?:19|20)\d\d)-((?:19|20)\d\d)(?![\d-])/g, '$1–$2'],
  [/(\d) (?=(?:%|€|£|kr|EUR|SEK|GBP|km|kg|m²|ha|mio|mn|milijon|miljon)(?![\p{L}\d]))/gu, `$1${FIXED}`],
  [/\b(\d{1,3}) (?=\d{3}\b)/g, `$1${FIXED}`],
];

/** What an abbreviation or a small word stands before belongs on its line. */
const OWN_RULES: Record<Locale, Rule[]> = {
  sl: [
    [/(?<=^|[\s(»])([vzskhoaiVZSKHOAI]) (?=\S)/g, `$1${FIXED}`],
    [/(?<![\p{L}\d])(\d{1,2})\. (?=(?:\d{1,2}\.|\p{Ll}))/gu, `$1.${FIXED}`],
    [/(?<!\d)(\d{1,2})\. (?=(?:19|20)\d\d)/g, `$1.${FIXED}`],
    [/(?<!\p{L})(št|str|sl|pogl|čl|dr|mag|prof|d|o|t)\. (?=[\p{L}\d])/gu, `$1.${FIXED}`],
  ],
  sv: [[/(?<!\p{L})(s\.|nr|kap\.|bil\.|ca|st\.) (?=\d)/gu, `$1${FIXED}`]],
  it: [[/(?<!\p{L})(pp?|n|art|artt|cap|fig|tab|dott|sig|prof)\. (?=[\p{Lu}\d])/gu, `$1.${FIXED}`]],
  en: [[/(?<!\p{L})(pp?\.|No\.|Art\.|Fig\.|Dr|Mr|Mrs|Ms) (?=[\p{Lu}\d])/gu, `$1${FIXED}`]],
};

/** A day and its month: `1 maj`, `1 maggio`. */
const months = new Map<Locale, Rule>();

function monthRule(locale: Locale): Rule {
  const known = months.get(locale);
  if (known) return known;
  const format = new Intl.DateTimeFormat(regionOf(locale), {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const names = Array.from({ length: 12 }, (_, month) =>
    format.formatToParts(new Date(Date.UTC(2026, month, 1))).find(({ type }) => type === 'month'),
  ).map((part) => part!.value.replace(/\P{L}/gu, ''));
  const rule: Rule = [new RegExp(`\\b(\\d{1,2}) (?=(?:${names.join('|')})(?!\\p{L}))`, 'gu'), `$1${FIXED}`];
  months.set(locale, rule);
  return rule;
}

const OPENS_AFTER = /[\s([{–—/«»„“‘›]/;

/**
 * The words of one passage as a typesetter of its language sets them. Keeps in mind what came before, because an
 * opening mark may stand in front of a word that is set in bold.
 */
export class Typography {
  private last = ' ';
  /** Whether a single mark was opened and not closed yet. */
  private within = false;
  private readonly marks: Marks;
  private readonly rules: Rule[];

  constructor(locale: Locale) {
    this.marks = QUOTES[locale] ?? OTHER_QUOTES;
    this.rules = [...RULES, monthRule(locale), ...(OWN_RULES[locale] ?? [])];
  }

  set(text: string): string {
    const words = this.rules.reduce((set, [pattern, replacement]) => set.replace(pattern, replacement), text);
    const quoted = this.quoted(words);
    this.last = quoted.at(-1) ?? this.last;
    return quoted;
  }

  /** What is no word, a line's end or a piece of code, stands between two. */
  pass(last: string): void {
    this.last = last;
  }

  private quoted(text: string): string {
    if (!/["']/.test(text)) return text;
    let result = '';
    for (const [index, character] of [...text].entries()) {
      const opens = OPENS_AFTER.test(result.at(-1) ?? this.last);
      if (character === '"') result += this.marks.double[opens ? 0 : 1];
      else if (character === "'") result += this.single(opens, text[index + 1]);
      else result += character;
    }
    return result;
  }

  /** An apostrophe and the mark that closes look alike on a keyboard. */
  private single(opens: boolean, next = ' '): string {
    if (opens) this.within = true;
    if (opens) return this.marks.single[0];
    if (!this.within || /\p{L}/u.test(next)) return '’';
    this.within = false;
    return this.marks.single[1];
  }
}
