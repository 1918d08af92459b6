import { z } from 'zod';
import { LOCALES } from '../i18n/locales';

const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** Messages are locale keys; `issues.ts` says them in the reader's language. */
const clean = (value: string) => value.isWellFormed() && !FORBIDDEN.test(value);
const tidy = (value: string) => value.normalize('NFC').replace(/\r\n?/g, '\n');

/** Several lines, kept as typed but for NFC and line ends. @param max characters (UTF-16 units) */
export const prose = (max: number, min: 0 | 1 = 1) =>
  z
    .string()
    .max(max)
    .refine(clean, 'errors:field.text')
    .transform(tidy)
    .refine((value) => value.trim().length >= min, 'errors:field.required')
    .meta({ minLength: min, maxLength: max });

/** One line: a title, a name. Spaces and line breaks inside become single spaces. */
export const line = (max: number, min: 0 | 1 = 1) =>
  z
    .string()
    .max(max)
    .refine(clean, 'errors:field.text')
    .transform((value) => tidy(value).replace(/\s+/g, ' ').trim())
    .refine((value) => value.length >= min, 'errors:field.required')
    .meta({ minLength: min, maxLength: max });

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
    (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    'errors:field.address',
  );
