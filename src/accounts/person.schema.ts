import { z } from 'zod';
import { line, locale } from '../core/http/text.schema';
import { LOCALES, type Locale } from '../core/i18n/locales';
import { isTimeZone } from './time-zones';

/** Long enough to resist guessing; length counts for more than kinds of characters. */
export const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

/** The same characters on every keyboard: é typed in two ways is one letter. */
const normal = (value: string) => value.normalize('NFC');

/** A password that is being chosen. */
export const newPassword = z
  .string()
  .max(LONGEST_PASSWORD)
  .refine((value) => value.isWellFormed(), 'errors:field.text')
  .refine((value) => [...value].length >= SHORTEST_PASSWORD, 'accounts:problem.short_password')
  .transform(normal)
  .meta({ minLength: SHORTEST_PASSWORD, maxLength: LONGEST_PASSWORD });

/** A password that is being proven. */
export const givenPassword = z.string().min(1).max(LONGEST_PASSWORD).transform(normal);

export const personName = line(120);

export const timeZone = z
  .string()
  .refine(isTimeZone, 'errors:field.choice')
  .meta({ description: 'IANA name, such as Europe/Ljubljana' });

export const readingLocales = z
  .array(locale)
  .max(LOCALES.length)
  .transform((chosen) => [...new Set(chosen)]);

/** The ordered languages as a form sends them: one select per place. */
const place = z.union([z.literal(''), locale]).default('');
type Place = `reading_${number}`;
export const READING_PLACES = LOCALES.map((_, index): Place => `reading_${index + 1}`);
export const readingFields = Object.fromEntries(READING_PLACES.map((name) => [name, place])) as Record<
  Place,
  typeof place
>;

/** Gaps close up, and what was chosen twice counts once. */
export function gatherReading<Fields extends Record<Place, Locale | ''>>(fields: Fields) {
  const others = Object.entries(fields).filter(([name]) => !(READING_PLACES as string[]).includes(name));
  const chosen = READING_PLACES.flatMap((name) => fields[name] || []);
  return { ...(Object.fromEntries(others) as Omit<Fields, Place>), readingLocales: [...new Set(chosen)] };
}

/** The other way round: what the selects show. */
export function spreadReading(locales: readonly string[]): Record<string, string> {
  return Object.fromEntries(READING_PLACES.map((name, index) => [name, locales[index] ?? '']));
}
