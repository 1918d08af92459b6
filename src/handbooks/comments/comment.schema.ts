import { z } from 'zod';
import { baseRevision, line, locale, prose } from '../../core/http/text.schema';
import { LOCALES } from '../../core/i18n/locales';

const none = z.literal('').transform(() => null);
const said = { body: prose(4000).meta({ description: 'Plain text' }), locale };

export const newComment = z.strictObject({
  ...said,
  place: z.coerce.number().int().min(0).max(100_000).meta({ description: 'Number of the passage, from 0' }),
  quote: z
    .union([none, z.null(), line(1000)])
    .default(null)
    .meta({ description: 'Words of the passage that are meant; null: all of it' }),
  revision: baseRevision.meta({ description: 'The revision of the chapter that was read' }),
});
export type NewComment = z.output<typeof newComment>;

export const newAnswer = z.strictObject(said);
export type NewAnswer = z.output<typeof newAnswer>;

export const newThreadOfComment = z.strictObject({
  room: line(200).meta({ description: 'Slug or id of the room' }),
});

const remark = {
  id: z.guid(),
  author: z.string().nullable().meta({ description: 'Null when the person is gone' }),
  body: z.string(),
  locale: z.enum(LOCALES),
  createdAt: z.iso.datetime(),
};

export const commentView = z
  .object({
    ...remark,
    passage: z.string().meta({ description: 'The paragraph as it was' }),
    quote: z.string().nullable().meta({ description: 'Words of it that are meant; null: all of it' }),
    place: z.number().int().nullable().meta({ description: 'Number of the passage now; null: it is gone' }),
    resolvedAt: z.iso.datetime().nullable(),
    resolvedBy: z.string().nullable(),
    thread: z.guid().nullable().meta({ description: 'Where it is discussed' }),
    answers: z.array(z.object(remark).meta({ id: 'CommentAnswer' })),
    can: z.object({ answer: z.boolean(), settle: z.boolean(), discuss: z.boolean() }),
  })
  .meta({ id: 'ChapterComment' });
export type CommentView = z.output<typeof commentView>;

export const chapterComments = z
  .object({
    revision: z.number().int().meta({ description: 'The revision of the chapter that stands now' }),
    passages: z.array(z.string()).meta({ description: 'What can be commented on, in the order of the text' }),
    items: z.array(commentView).meta({ description: 'The oldest first' }),
  })
  .meta({ id: 'ChapterComments' });
export type ChapterComments = z.output<typeof chapterComments>;
