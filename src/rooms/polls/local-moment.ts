/** A moment as somebody reads it off her own clock. */
export interface ClockTime {
  /** 2026-12-01 */
  date: string;
  /** 18:00 */
  time: string;
}

/** What the clock of a time zone shows at a moment. */
export function clockTime(moment: Date, timeZone: string): ClockTime {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const [date = '', time = ''] = format.format(moment).split(' ');
  return { date, time };
}

/** Minutes since 1970 as a clock that knows no zones counts them. */
const onClock = ({ date, time }: ClockTime): number => Date.parse(`${date}T${time}:00Z`) / 60_000;

/**
 * When the clock of a time zone shows it. An hour that is skipped in spring is the one after it; of one that comes
 * twice in autumn it is the first.
 */
export function momentOf(shown: ClockTime, timeZone: string): Date {
  const wanted = onClock(shown);
  const offsetAt = (minutes: number): number =>
    onClock(clockTime(new Date(minutes * 60_000), timeZone)) - minutes;
  // Before and after a change of the clock, which never lies a day away from the wanted hour on both sides.
  const candidates = [offsetAt(wanted - 1440), offsetAt(wanted + 1440)].map((offset) => wanted - offset);
  const fitting = candidates.filter((minutes) => minutes + offsetAt(minutes) === wanted);
  const [first] = (fitting.length > 0 ? fitting : candidates).toSorted((a, b) => a - b);
  return new Date((fitting.length > 0 ? first! : Math.max(...candidates)) * 60_000);
}
