import { z } from 'zod';
import { TRANSLATION_STATUSES } from '../../core/database/translation';
import { renderedText } from '../../core/http/rendered.schema';
import { LOCALES } from '../../core/i18n/locales';
import { CHAPTER_STATUSES } from '../chapter.entity';
import { HANDBOOK_KINDS } from '../handbook.entity';

const slug = z.string().meta({ description: 'Name of its address' });

/** How a text stands in one language. */
const textLanguage = z
  .object({
    locale: z.enum(LOCALES).meta({ description: 'Language, BCP 47' }),
    state: z
      .enum(['original', ...TRANSLATION_STATUSES, 'missing'])
      .meta({ description: 'Whether it is the original, or how far the translation has come' }),
    outdated: z.boolean().meta({ description: 'The original has changed since this was translated' }),
    revision: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'The revision of the original that it says; null where nothing is said' }),
  })
  .meta({ id: 'TextLanguage' });

export type TextLanguage = z.output<typeof textLanguage>;

const owner = z
  .object({
    id: z.guid(),
    slug,
    acronym: z.string().nullable(),
    name: renderedText,
  })
  .meta({ id: 'HandbookPartnership', description: 'The partnership that publishes it' });

export const handbookSummary = z
  .object({
    id: z.guid(),
    slug,
    kind: z.enum(HANDBOOK_KINDS).meta({ description: 'Handbook, proceedings, or library of methods' }),
    status: z.enum(['draft', 'published']).meta({ description: 'Drafts are seen by those who write them' }),
    title: renderedText,
    subtitle: renderedText.nullable(),
    summary: renderedText.nullable().meta({ description: 'What it is about' }),
    partnership: owner,
    licence: z.string().meta({ description: 'Under which it may be used' }),
    doi: z.string().nullable().meta({ description: 'Digital Object Identifier' }),
    publishedAt: z.iso.datetime().nullable(),
    languages: z.array(textLanguage).meta({ description: 'How its title stands in each language' }),
  })
  .meta({ id: 'HandbookSummary' });

export type HandbookSummary = z.output<typeof handbookSummary>;

export const contentsEntry = z
  .object({
    id: z.guid(),
    slug,
    number: z
      .string()
      .nullable()
      .meta({ description: '"2.2.1", the same in all languages; null for an introduction' }),
    depth: z.number().int().min(1).meta({ description: '1: part or chapter; 2: chapter; 3: section' }),
    title: renderedText,
    status: z.enum(CHAPTER_STATUSES),
    path: z.string().meta({ description: 'Where it is read, without the language' }),
    languages: z.array(textLanguage),
  })
  .meta({ id: 'ContentsEntry' });

export type ContentsEntry = z.output<typeof contentsEntry>;

export const handbookList = z
  .object({ items: z.array(handbookSummary).meta({ description: 'By partnership, then by title' }) })
  .meta({ id: 'HandbookList' });

export const handbookView = handbookSummary
  .extend({
    contents: z.array(contentsEntry).meta({ description: 'All that stands in it, in the order of reading' }),
    originalLocale: z.enum(LOCALES).meta({ description: 'Language that it was written in' }),
    revision: z.number().int(),
    can: z.object({ edit: z.boolean(), publish: z.boolean(), freeze: z.boolean() }),
  })
  .meta({ id: 'Handbook' });

export type HandbookView = z.output<typeof handbookView>;

export const handbookOutline = z
  .object({
    chapters: z
      .array(
        z.object({
          number: z.string().nullable(),
          depth: z.number().int(),
          slug,
          title: z.string(),
          titleLocale: z.enum(LOCALES),
          path: z.string().meta({ description: 'Where it is read, without the language' }),
        }),
      )
      .meta({ description: 'In the order of reading' }),
    figures: z
      .array(
        z.object({
          number: z
            .number()
            .int()
            .meta({ description: 'Through the whole handbook, the same in all languages' }),
          file: z.guid().meta({ description: 'Id of the picture' }),
          caption: z.string().meta({ description: 'As the original says it' }),
          captionLocale: z.enum(LOCALES),
          chapter: slug.meta({ description: 'In which it stands first' }),
        }),
      )
      .meta({ description: 'In the order of reading' }),
  })
  .meta({ id: 'HandbookOutline' });

export type HandbookOutline = z.output<typeof handbookOutline>;

const readText = {
  id: z.guid(),
  slug,
  number: z.string().nullable(),
  title: renderedText,
  lead: renderedText.nullable().meta({ description: 'What it says in one sentence' }),
  body: renderedText.nullable().meta({ description: 'Markdown, with what published texts have beyond it' }),
  status: z.enum(CHAPTER_STATUSES),
  revision: z.number().int(),
  editedAt: z.iso.datetime(),
};

const turn = z
  .object({ slug, number: z.string().nullable(), title: renderedText })
  .nullable()
  .meta({ description: 'The neighbour in the order of reading' });

export const chapterView = z
  .object({
    ...readText,
    depth: z.number().int(),
    publishedAt: z.iso.datetime().nullable(),
    sections: z
      .array(z.object(readText).meta({ id: 'Section' }))
      .meta({ description: 'Read on the page of their chapter' }),
    languages: z.array(textLanguage),
    previous: turn,
    next: turn,
    threadId: z.guid().nullable().meta({ description: 'Where it is discussed' }),
    can: z.object({
      edit: z.boolean(),
      suggest: z.boolean(),
      comment: z.boolean(),
      discuss: z.boolean(),
    }),
  })
  .meta({ id: 'Chapter' });

export type ChapterView = z.output<typeof chapterView>;
export type ReadText = z.output<typeof chapterView>['sections'][number];
