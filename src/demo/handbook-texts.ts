import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from '../core/i18n/locales';
import { MADE, ORIGINAL } from './handbook-plan';
import { personId } from './people';
import { idOf, type Row } from './rows';

export const FOLDER = join(__dirname, 'data/handbook');

/** One chapter as its file says it: a heading, a sentence after `>`, and the text. */
export interface Written {
  title: string;
  lead: string;
  body: string;
}

const FILE = /^# (?<title>[^\n]+)\n\n> (?<lead>[^\n]+)\n\n(?<body>[^]+)$/;

/** `undefined` where nobody has translated it. */
export function written(locale: Locale, slug: string): Written | undefined {
  const path = join(FOLDER, locale, `${slug}.md`);
  if (!existsSync(path)) return undefined;
  const parts = FILE.exec(readFileSync(path, 'utf8').trim())?.groups as Written | undefined;
  if (!parts) throw new Error(`${path} is not written as a chapter`);
  return { ...parts, body: withIds(parts.body) };
}

/** In the files, pictures and statements go by names that people can read. */
const withIds = (body: string): string =>
  body
    .replace(/(\/files\/|figure:)([a-z-]+)/g, (_, before: string, name: string) => before + figureId(name))
    .replace(/::: message coop-(\d)/g, (_, number: string) => `::: message ${messageId(number)}`);

export const figureId = (name: string): string => idOf('file', name);
const messageId = (number: string): string => idOf('statement', `p-coop message ${number}`);

/** What a text of the handbook says in other languages, for its table of translations. */
export function translationsOf(
  id: string,
  inLocale: (locale: Locale) => object | undefined,
  at: Date,
  sourceRevision: (locale: Locale) => number = () => 1,
): Row[] {
  return LOCALES.flatMap((locale) => {
    const text = locale === ORIGINAL ? undefined : inLocale(locale);
    const made = MADE[locale];
    if (!text || !made) return [];
    const { status, origin, by } = made;
    return {
      ...{ owner_id: id, ...text, locale, status, origin, source_revision: sourceRevision(locale) },
      ...{ translator_id: by && personId(by), translated_by: by && 'Prevajalka' },
      ...{ reviewer_id: by && personId('organiser'), translated_at: at },
    };
  });
}
