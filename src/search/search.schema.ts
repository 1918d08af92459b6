import { z } from 'zod';
import { TRANSLATION_STATUSES } from '../core/database/translation';
import { line } from '../core/http/text.schema';
import { LOCALES } from '../core/i18n/locales';

/** Characters of a query. */
export const QUERY_LIMIT = 300;

/** Fields of a form that were left empty. */
const blank = z.literal('').transform(() => undefined);
const orBlank = <Schema extends z.ZodType>(schema: Schema) => z.union([blank, schema]).optional();
const day = z.iso.date('errors:field.date');

export const searchInput = z.strictObject({
  q: line(QUERY_LIMIT, 0).default('').meta({
    description:
      'Words that must all be there, in any form of theirs; the last one may be a beginning. "In quotes": as typed; -word: must not be there',
  }),
  kind: orBlank(z.string().regex(/^[a-z_]{1,40}$/, 'errors:field.choice')).meta({
    description: 'Kind of text: post, room …',
  }),
  room: orBlank(z.guid()).meta({ description: 'Only in this room' }),
  person: orBlank(z.guid()).meta({ description: 'Only what this person wrote' }),
  language: orBlank(z.enum(LOCALES)).meta({ description: 'Only texts that can be read in this language' }),
  country: orBlank(z.string().regex(/^[A-Z]{2}$/, 'errors:field.choice')).meta({
    description: 'ISO 3166-1 alpha-2',
  }),
  theme: orBlank(z.string().regex(/^[a-z_]{1,40}$/, 'errors:field.choice')).meta({
    description: 'Only what is about this theme: threads with their posts, and good practices',
  }),
  partnership: orBlank(z.guid()).meta({ description: 'Only what belongs to this partnership' }),
  platform: orBlank(z.guid()).meta({ description: 'Only what belongs to this platform' }),
  from: orBlank(day).meta({ description: 'Written on this day or later' }),
  to: orBlank(day).meta({ description: 'Written on this day or earlier' }),
  across: z
    .enum(['yes', 'no'])
    .default('yes')
    .meta({ description: 'Whether concepts are also searched by their terms in other languages' }),
  locale: orBlank(z.enum(LOCALES)).meta({ description: 'Language of the answer' }),
  page: z.coerce.number().int().min(1).max(100).default(1),
  limit: z.coerce.number().int().min(1).max(50).default(20).meta({ description: 'Hits on a page' }),
});

const piece = z.object({ text: z.string(), marked: z.boolean().meta({ description: 'Matches the query' }) });
const counted = <Value extends z.ZodType>(value: Value) =>
  z.object({ value: value.meta({ description: 'For the filter' }), count: z.number().int() });
const named = z.object({
  value: z.guid().meta({ description: 'For the filter' }),
  name: z.string(),
  locale: z.enum(LOCALES).nullable().meta({ description: 'Language of the name; null for people' }),
  count: z.number().int(),
});

export const searchHit = z
  .object({
    kind: z.string().meta({ description: 'post, thread, room, organisation …' }),
    id: z.guid(),
    path: z.string().meta({ description: 'Where it is read, without the language' }),
    title: z.array(piece).meta({ description: 'What it is called' }),
    titleLocale: z.enum(LOCALES).meta({ description: 'Language of the title' }),
    passage: z
      .array(piece)
      .meta({ description: 'Where it matches, or how it begins; empty when the title is all' }),
    locale: z.enum(LOCALES).meta({ description: 'Language of the passage: the best for the reader' }),
    state: z
      .enum(['original', ...TRANSLATION_STATUSES])
      .meta({ description: 'Whether that is a translation, and how far it is checked' }),
    originalLocale: z.enum(LOCALES).meta({ description: 'Language it was written in' }),
    place: z
      .object({ name: z.string(), locale: z.enum(LOCALES), path: z.string() })
      .nullable()
      .meta({ description: 'Where it stands: room, platform or partnership' }),
    author: z.object({ id: z.guid(), name: z.string() }).nullable().meta({ description: 'Who wrote it' }),
    at: z.iso.datetime().nullable().meta({ description: 'When it was written' }),
  })
  .meta({ id: 'SearchHit' });

export const searchAnswer = z
  .object({
    understood: z.boolean().meta({ description: 'False when there was no word to look for' }),
    total: z.number().int().meta({ description: 'Texts found; see `more`' }),
    more: z.boolean().meta({ description: 'There are more, which are not counted' }),
    page: z.number().int(),
    pages: z.number().int(),
    guessed: z.boolean().meta({ description: 'Nothing matched as typed; these are words like it' }),
    alsoSearched: z
      .array(z.object({ term: z.string(), locale: z.enum(LOCALES) }))
      .meta({ description: 'Terms of the same concepts in other languages' }),
    hits: z.array(searchHit),
    facets: z
      .object({
        kinds: z.array(counted(z.string())),
        languages: z.array(counted(z.enum(LOCALES))),
        countries: z.array(counted(z.string())),
        themes: z.array(counted(z.string())),
        rooms: z.array(named),
        partnerships: z.array(named),
        people: z.array(named),
      })
      .meta({ description: 'How many there are of each, among those that are counted' }),
  })
  .meta({ id: 'SearchAnswer' });

export type SearchInput = z.output<typeof searchInput>;
export type SearchFilters = Partial<
  Pick<
    SearchInput,
    'kind' | 'room' | 'person' | 'language' | 'country' | 'theme' | 'partnership' | 'platform' | 'from' | 'to'
  >
>;
export type SearchHit = z.infer<typeof searchHit>;
export type SearchAnswer = z.infer<typeof searchAnswer>;
