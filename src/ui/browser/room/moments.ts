import { data } from './data';

const format = (options: Intl.DateTimeFormatOptions, region = data.region) =>
  new Intl.DateTimeFormat(region, { timeZone: data.timeZone, ...options });

const clock = format({ hour: '2-digit', minute: '2-digit' });
const day = format({ weekday: 'long', day: 'numeric', month: 'long' });
const date = format({ day: 'numeric', month: 'long', year: 'numeric' });
const full = format({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const key = format({}, 'sv-SE');

export const timeOf = (moment: string): string => clock.format(new Date(moment));
export const fullTimeOf = (moment: string): string => full.format(new Date(moment));
/** 2026-11-21, in the reader's time zone. */
export const dayKey = (moment: string): string => key.format(new Date(moment));
export const dayWords = (moment: string): string => day.format(new Date(moment));

/** The time of day on the same day, otherwise the date. */
export const shortly = (moment: string, beside: string): string =>
  dayKey(moment) === dayKey(beside) ? timeOf(moment) : date.format(new Date(moment));
