import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { LOCALES, type Locale } from '../core/i18n/locales';
import { insert, type Row } from './rows';

const words = z
  .string()
  .trim()
  .min(1)
  .transform((typed) => typed.replace(/(?<=\p{L})'/gu, '’'));

/** A text of the data files: the language it was written in, and its words in all four. */
export const text = z.object({ orig: z.enum(LOCALES), sv: words, sl: words, it: words, en: words });

/** Names of organisations are known in some languages only. */
export type Text = { orig: Locale } & Partial<Record<Locale, string>>;

/** A row and the texts that stand in it, by column. */
export interface Translatable {
  row: Row & { id: string };
  texts: Record<string, Text | null>;
}

/** Several texts as paragraphs of one. */
export function paragraphs([first, ...others]: readonly Text[]): Text | null {
  return others.reduce<Text | null>((all, next) => all && joined(all, next), first ?? null);
}

/** Part of a line in its source, it stands alone here. */
export const sentence = (part: Text): Text =>
  inAll(part, (locale) => capitalised(part[locale] ?? '', locale));

/** Inserts the originals into `<noun>s`, and each other language as a draft into `<noun>_translations`. */
export async function insertTexts(
  tx: EntityManager,
  noun: string,
  items: readonly Translatable[],
): Promise<void> {
  await insert(tx, `${noun}s`, items.map(original));
  await insert(tx, `${noun}_translations`, items.flatMap(drafts));
}

function original(item: Translatable): Row {
  const locale = originalLocale(item);
  return { ...item.row, locale, ...inLocale(item.texts, locale) };
}

function drafts(item: Translatable): Row[] {
  const others = LOCALES.filter((locale) => locale !== originalLocale(item));
  return others
    .filter((locale) => Object.values(item.texts).some((each) => each?.[locale]))
    .map((locale) => ({
      ...{ owner_id: item.row.id, locale, status: 'draft', source_revision: 1, origin: 'import' },
      ...inLocale(item.texts, locale),
    }));
}

const inLocale = (texts: Translatable['texts'], locale: Locale): Row =>
  Object.fromEntries(Object.entries(texts).map(([column, each]) => [column, each?.[locale] ?? null]));

/** @throws Error when the texts of one row were written in different languages: the schema keeps one for all */
function originalLocale({ row, texts }: Translatable): Locale {
  const [locale, ...others] = new Set(Object.values(texts).flatMap((each) => each?.orig ?? []));
  if (!locale || others.length > 0) throw new Error(`The original of ${row.id} has no one language`);
  return locale;
}

const joined = (above: Text, below: Text): Text =>
  inAll(above, (locale) => `${above[locale] ?? ''}\n\n${below[locale] ?? ''}`);

const capitalised = (line: string, locale: Locale): string =>
  line.charAt(0).toLocaleUpperCase(locale) + line.slice(1);

/** The hub may speak more languages than the data files. */
const inAll = (part: Text, say: (locale: Locale) => string): Text => ({
  orig: part.orig,
  ...Object.fromEntries(LOCALES.filter((locale) => part[locale]).map((locale) => [locale, say(locale)])),
});
