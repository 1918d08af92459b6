import { timeZoneOf, type Locale } from '../core/i18n/locales';

const KNOWN = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

export const isTimeZone = (name: string): boolean => KNOWN.has(name);

/** Where the partners are: Europe and its islands. Other zones can be set through the API. */
const OFFERED = [...KNOWN].filter((name) =>
  /^Europe\/|^Atlantic\/(Azores|Canary|Faeroe|Faroe|Madeira|Reykjavik)$|^Asia\/Nicosia$|^UTC$/.test(name),
);

/** Names for a select; one's own is always among them. */
export function offeredTimeZones(own?: string): string[] {
  return [...new Set([...OFFERED, ...(own ? [own] : [])])].sort();
}

/** A guess that saves most people the choice. */
export function likelyTimeZone(locale: Locale): string {
  const likely = timeZoneOf(locale);
  return isTimeZone(likely) ? likely : 'Europe/Brussels';
}
