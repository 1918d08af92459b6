import { z } from 'zod';
import { LOCALES } from '../i18n/locales';

const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/**
 * More marks on one letter than any language has (UAX #15 calls 30 safe). Composing sorts them, and the time for
 * that grows by the square: 20,000 of them would take a quarter of a second, a request full of them half a minute.
 */
const MARKS_WITHOUT_END = /\p{M}{31}/u;

/** Messages are locale keys; `issues.ts` says them in the reader's language. */
const clean = (value: string) =>
  value.isWellFormed() && !FORBIDDEN.test(value) && !MARKS_WITHOUT_END.test(value);
const composed = (value: string) => value.normalize('NFC').replace(/\r\n?/g, '\n');
const composedLine = (value: string) => composed(value).replace(/\s+/g, ' ').trim();

/**
 * Text is measured as it will be kept: browsers end lines by two characters, and composing makes some text
 * shorter and some longer. @param max characters (UTF-16 units)
 */
const kept = (max: number, min: 0 | 1, tidy: (value: string) => string) =>
  z
    .string()
    .refine(clean, 'errors:field.text')
    .transform(tidy)
    .pipe(
      z
        .string()
        .max(max)
        .refine((value) => value.trim().length >= min, 'errors:field.required'),
    )
    .meta({ minLength: min, maxLength: max });

/** Several lines, kept as typed but for NFC and line ends. */
export const prose = (max: number, min: 0 | 1 = 1) => kept(max, min, composed);

/** One line: a title, a name. Spaces and line breaks inside become single spaces. */
export const line = (max: number, min: 0 | 1 = 1) => kept(max, min, composedLine);

export const locale = z.enum(LOCALES).meta({ description: 'Language of the text, BCP 47' });

/** Chosen by the client, unique per author: sending twice is sending once (DESIGN §6). */
export const clientId = z
  .guid()
  .meta({ description: 'UUID made by the client; a repeat answers with the first result' });

/** The revision that the editor started from, for compare-and-set. */
export const baseRevision = z.coerce.number().int().min(1).max(2_147_483_647);

export const email = z.string().trim().max(254).pipe(z.email('errors:field.email'));

/** A web address of somebody else: only https and http, so that no script can hide in it. */
export const webAddress = z
  .string()
  .trim()
  .max(500)
  .refine(
    (value) => clean(value) && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    'errors:field.address',
  );
