import { z } from 'zod';
import { line, locale } from '../../core/http/text.schema';

/** Posts that are chosen one by one. */
export const MOST_CHOSEN = 200;

const number = z.coerce.number().int().min(2).max(2_147_483_647);

export const movedThread = z.strictObject({
  roomId: z.guid().meta({ description: 'The room that it goes to; you must be able to open threads there' }),
});

/** Which posts leave, and where to: into a new thread, or behind the last post of another one. */
export const splitThread = z
  .strictObject({
    postIds: z
      .array(z.guid())
      .min(1)
      .max(MOST_CHOSEN)
      .optional()
      .meta({ description: `These posts, ${MOST_CHOSEN} at most` }),
    from: number.optional().meta({ description: 'Or all posts from this number on' }),
    title: line(200).optional().meta({ description: 'Of a new thread' }),
    locale: locale.optional().meta({ description: 'Language of the title' }),
    roomId: z
      .guid()
      .optional()
      .meta({ description: 'Where the new thread stands; nothing: in the same room' }),
    threadId: z.guid().optional().meta({ description: 'Instead of a new thread: one that stands already' }),
  })
  .superRefine(({ postIds, from, title, locale: language, threadId }, context) => {
    const missing = (path: string) =>
      context.addIssue({ code: 'custom', path: [path], message: 'errors:field.required' });
    if ((postIds === undefined) === (from === undefined)) missing('postIds');
    if (threadId === undefined && !title) missing('title');
    if (threadId === undefined && !language) missing('locale');
  });

export type Split = z.output<typeof splitThread>;

export const mergedThread = z.strictObject({
  threadId: z.guid().meta({ description: 'The thread that all posts go to' }),
});
