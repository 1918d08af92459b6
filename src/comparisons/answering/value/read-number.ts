import { regionOf, type Locale } from '../../../core/i18n/locales';

/** A decimal string as it is kept: at most 15 figures before the point and 6 behind it, no exponent. */
const DECIMAL = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/;

const SPACES = /[\s\u00A0\u202F']/g;

const separators = new Map<Locale, { group: string; decimal: string }>();

function separatorsOf(locale: Locale): { group: string; decimal: string } {
  const known = separators.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(regionOf(locale)).formatToParts(1_234_567.8);
  const of = (type: string, usual: string) => parts.find((part) => part.type === type)?.value ?? usual;
  const made = { group: of('group', ' '), decimal: of('decimal', '.') };
  separators.set(locale, made);
  return made;
}

const tidy = (plain: string): string | undefined => {
  const bare = plain.replace(/^\u2212/, '-').replace(/^(-?)0+(?=\d)/, '$1');
  if (!DECIMAL.test(bare)) return undefined;
  const short = bare.includes('.') ? bare.replace(/\.?0+$/, '') : bare;
  return short === '-0' ? '0' : short;
};

/** What programs send: a decimal point, nothing between thousands. `undefined` when it is no number. */
export const readDecimal = (sent: string): string | undefined => tidy(sent.trim());

/**
 * What people write in a language: `1 050 000` or `1.050.000`, `0,5` or `0.5`. What could be both a thousand and a
 * decimal is taken as that language has it, and refused where that does not tell.
 */
export function readNumber(typed: string, locale: Locale): string | undefined {
  const { group, decimal } = separatorsOf(locale);
  const bare = typed.trim().replace(SPACES, '');
  if (/^[-\u2212]?\d+$/.test(bare)) return tidy(bare);
  if (/\S/.test(group) && group !== decimal) {
    const mark = group === '.' ? '\\.' : group;
    const whole = new RegExp(`^[-\u2212]?\\d{1,3}(?:${mark}\\d{3})+(?:[${decimal}]\\d+)?$`);
    if (whole.test(bare)) return tidy(bare.replaceAll(group, '').replace(decimal, '.'));
  }
  const [, whole, mark, rest] = /^([-\u2212]?\d+)([.,])(\d+)$/.exec(bare) ?? [];
  if (whole === undefined || mark === undefined || rest === undefined) return undefined;
  return mark === decimal || rest.length !== 3 ? tidy(`${whole}.${rest}`) : undefined;
}

/** As it is typed in that language, without marks between thousands. */
export const typedNumber = (decimal: string | null, locale: Locale): string =>
  decimal?.replace('.', separatorsOf(locale).decimal) ?? '';
