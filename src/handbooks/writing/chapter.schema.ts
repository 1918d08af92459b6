import { z } from 'zod';
import { slug } from '../../core/http/slug.schema';
import { baseRevision, line, locale, prose } from '../../core/http/text.schema';
import { weight } from '../../core/http/weight.schema';
import { LOCALES } from '../../core/i18n/locales';
import { CHAPTER_LIMIT, CHAPTER_STATUSES } from '../chapter.entity';
import { CHOICES } from './merging';

const none = z.literal('').transform(() => null);
/** Forms send '' and programs null for what is not said. */
const orNone = <Schema extends z.ZodType>(schema: Schema) => z.union([none, z.null(), schema]);

const body = prose(CHAPTER_LIMIT);

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

export const nothing = z.strictObject({});

/** What the page of the order sends: a step, or a place among others. */
export const stepForm = z.strictObject({
  to: z
    .string()
    .max(100)
    .regex(/^[a-z0-9 -]*$/, 'errors:field.choice'),
});
export const numberForm = z.strictObject({
  numbered: z.enum(['true', 'false']).transform((said) => said === 'true'),
});

/** What the form sends: all of the text, and what is to be done with it. */
export const chapterForm = chapterChanges
  .extend({ title: fields.title, lead: fields.lead, body: fields.body })
  .extend({ act: z.enum(['save', 'preview', 'draft']).default('save') });
export type ChapterForm = z.output<typeof chapterForm>;

/** What was typed, from which revision, and what somebody chose at each place where two texts differ. */
export const mergeForm = z
  .object({
    ...{ title: fields.title, lead: fields.lead, body: fields.body, weight, note },
    base: z.coerce.number().int().min(0).max(2_147_483_647),
    revision: baseRevision,
    act: z.enum(['save', 'write']).default('save'),
  })
  .catchall(z.enum(CHOICES));
export type MergeForm = z.output<typeof mergeForm>;

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

/** What is typed may be unfinished in every way. */
export const draftInput = z.strictObject({
  title: line(160, 0).meta({ description: 'Its heading' }),
  lead: prose(400, 0).meta({ description: 'What it says in one sentence' }),
  body: prose(CHAPTER_LIMIT, 0).meta({ description: 'Its text' }),
  revision: baseRevision.meta({ description: 'The revision that you began from' }),
});
export type DraftInput = z.output<typeof draftInput>;

const writer = z.object({
  id: z.guid().meta({ description: 'Id of the person' }),
  name: z.string().meta({ description: 'How she is called' }),
});
export const writers = z.object({
  others: z.array(writer).meta({ description: 'Who else is writing in this chapter at this moment' }),
});

export const draftView = z.object({
  draft: draftInput
    .extend({ typedAt: z.iso.datetime().meta({ description: 'When it was kept' }) })
    .nullable()
    .meta({ description: 'What you have typed and not saved; null: nothing' }),
});
