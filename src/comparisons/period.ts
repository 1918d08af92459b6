const YEAR = '(?:19|20)\\d{2}';
const MONTH = `${YEAR}-(?:0[1-9]|1[0-2])`;
const DAY = `${MONTH}-(?:0[1-9]|[12]\\d|3[01])`;
const PART = `${YEAR}-(?:S[12]|T[1-3]|Q[1-4]|M(?:0[1-9]|1[0-2])|W(?:0[1-9]|[1-4]\\d|5[0-3]))`;
const SPAN = `${DAY}/P[1-9]\\d{0,3}[YMWD]`;
const RANGE = `(${YEAR}|${MONTH}|${DAY})/(${YEAR}|${MONTH}|${DAY})`;

const PERIOD = new RegExp(`^(?:${YEAR}|${MONTH}|${DAY}|${PART}|${SPAN}|${RANGE})$`);
const A_DAY = new RegExp(DAY, 'g');

/** A stretch of time as ISO 8601 or SDMX write it: 2023, 2018-S1, 2018-Q3, 2018-01-01/P18M, 2012/2014. */
export function isPeriod(text: string): boolean {
  const [known, start, end] = PERIOD.exec(text) ?? [];
  if (known === undefined) return false;
  if (start !== undefined && (start.length !== end!.length || start >= end!)) return false;
  return (text.match(A_DAY) ?? []).every(exists);
}

/** There is no 30 February. */
const exists = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
