import { z } from 'zod';
import { slug } from '../../core/http/slug.schema';
import { baseRevision, line, locale, prose } from '../../core/http/text.schema';
import { weight } from '../../core/http/weight.schema';
import { LOCALES } from '../../core/i18n/locales';
import { CHAPTER_LIMIT, CHAPTER_STATUSES } from '../chapter.entity';

const none = z.literal('').transform(() => null);
/** Forms send '' and programs null for what is not said. */
const orNone = <Schema extends z.ZodType>(schema: Schema) => z.union([none, z.null(), schema]);

/** Blank lines at the end are no change. */
const body = prose(CHAPTER_LIMIT).transform((text) => text.replace(/\s+$/, ''));

const fields = {
  title: line(160),
  lead: orNone(prose(400)).meta({ description: 'What it says in one sentence' }),
  body: orNone(body).meta({ description: 'Markdown, with what published texts have beyond it' }),
  numbered: z.boolean().meta({ description: 'Whether it is counted; an introduction may not be' }),
};

export const newChapter = z.strictObject({
  below: z.union([none, z.null(), slug]).default(null).meta({ description: 'Stands last below this one' }),
  locale: locale.meta({ description: 'Language that it is written in; stays as it is' }),
  title: fields.title,
  lead: fields.lead.default(null),
  body: fields.body.default(null),
  numbered: fields.numbered.default(true),
});
export type NewChapter = z.output<typeof newChapter>;

export const note = z
  .union([none, z.null(), line(200)])
  .default(null)
  .meta({ description: 'Why it was changed, in a few words' });

export const chapterChanges = z.strictObject({
  title: fields.title.optional(),
  lead: fields.lead.optional(),
  body: fields.body.optional(),
  revision: baseRevision.meta({ description: 'The revision that was changed' }),
  weight,
  note,
});
export type ChapterChanges = z.output<typeof chapterChanges>;

/** What the form sends: all of the text. */
export const chapterForm = chapterChanges.required({ title: true, lead: true, body: true });

export const chapterPlace = z
  .union([
    z.strictObject({ before: slug.meta({ description: 'Stands before this one' }) }),
    z.strictObject({ after: slug.meta({ description: 'Stands after this one' }) }),
    z.strictObject({ below: slug.nullable().meta({ description: 'Stands last below it; null: outermost' }) }),
  ])
  .meta({ description: 'Where it moves to, with all that stands below it' });
export type ChapterPlace = z.output<typeof chapterPlace>;

export const chapterNumbering = z.strictObject({ numbered: fields.numbered });

export const chapterOriginal = z.object({
  title: z.string().meta({ description: 'Its heading' }),
  lead: z.string().nullable().meta({ description: 'What it says in one sentence' }),
  body: z.string().nullable().meta({ description: 'Its text' }),
  revision: z.number().int().meta({ description: 'Base of changes' }),
  locale: z.enum(LOCALES).meta({ description: 'Language that it is written in' }),
  status: z.enum(CHAPTER_STATUSES).meta({ description: 'draft, published or withdrawn' }),
  numbered: z.boolean().meta({ description: 'Whether it is counted' }),
});
