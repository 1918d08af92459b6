/** First and last day of a stretch of time. */
export interface Stretch {
  /** ISO dates. */
  from: string;
  to: string;
}

const DAY = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const utc = (year: number, month: number, day = 1): number => Date.UTC(year, month, day);

/** Months in a part of a year, by its letter. */
const MONTHS: Record<string, number> = { S: 6, T: 4, Q: 3, M: 1 };

/** What a period of ISO 8601 or SDMX covers; undefined where it is none. */
export function stretchOf(period: string): Stretch | undefined {
  const [start, end] = period.split('/') as [string, string?];
  if (end === undefined) return simple(start);
  const from = simple(start)?.from;
  if (from === undefined) return undefined;
  const [, count, unit] = /^P(\d+)([YMWD])$/.exec(end) ?? [];
  if (unit === undefined) return withEnd(from, simple(end)?.to);
  return { from, to: iso(after(from, Number(count), unit) - DAY) };
}

const withEnd = (from: string, to: string | undefined): Stretch | undefined =>
  to ? { from, to } : undefined;

function after(from: string, count: number, unit: string): number {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  if (unit === 'Y') return utc(year + count, month - 1, day);
  if (unit === 'M') return utc(year, month - 1 + count, day);
  return Date.parse(from) + count * (unit === 'W' ? 7 : 1) * DAY;
}

function simple(period: string): Stretch | undefined {
  const [, year = '', letter, number, month, day] =
    /^(\d{4})(?:-([STQMW])(\d{1,2})|-(\d{2})(?:-(\d{2}))?)?$/.exec(period) ?? [];
  if (year === '') return undefined;
  const y = Number(year);
  if (day !== undefined) return { from: period, to: period };
  if (month !== undefined) return between(utc(y, Number(month) - 1), utc(y, Number(month)));
  if (letter === undefined) return between(utc(y, 0), utc(y + 1, 0));
  if (letter === 'W') return week(y, Number(number));
  const months = MONTHS[letter]!;
  return between(utc(y, (Number(number) - 1) * months), utc(y, Number(number) * months));
}

const between = (from: number, next: number): Stretch => ({ from: iso(from), to: iso(next - DAY) });

/** ISO 8601: the first week of a year holds its fourth day, and begins on Monday. */
function week(year: number, number: number): Stretch {
  const fourth = utc(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (number - 1) * 7 * DAY;
  return between(monday, monday + 7 * DAY);
}

/** From the first day of all to the last; what is no period is left out. */
export function wholeStretch(periods: Iterable<string>): Stretch | undefined {
  const all = [...periods].flatMap((period) => stretchOf(period) ?? []);
  if (all.length === 0) return undefined;
  const from = all.map((each) => each.from).sort()[0]!;
  return {
    from,
    to: all
      .map((each) => each.to)
      .sort()
      .at(-1)!,
  };
}

/** As SDMX writes it: a stretch from one time to another is a beginning and how long it lasts. */
export function sdmxPeriod(period: string): string {
  if (!/^\d{4}[\d-]*\/\d{4}/.test(period)) return period;
  const stretch = stretchOf(period);
  if (!stretch) return period;
  const days = (Date.parse(stretch.to) - Date.parse(stretch.from)) / DAY + 1;
  return `${stretch.from}/${durationOf(stretch, days)}`;
}

function durationOf({ from, to }: Stretch, days: number): string {
  const next = new Date(Date.parse(to) + DAY);
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  if (next.getUTCDate() !== day) return `P${days}D`;
  const months = (next.getUTCFullYear() - year) * 12 + next.getUTCMonth() + 1 - month;
  return months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`;
}
