import { z } from 'zod';
import { weight } from '../../core/http/weight.schema';
import { baseRevision, clientId, line, locale, prose } from '../../core/http/text.schema';
import { POST_LIMIT, postView } from '../posts/post.schema';
import { renderedText } from '../../core/http/rendered.schema';

export const threadView = z
  .object({
    id: z.guid(),
    roomId: z.guid(),
    title: renderedText,
    revision: z.number().int(),
    openedBy: z.object({ id: z.guid(), name: z.string() }),
    openedAt: z.iso.datetime(),
    closed: z.boolean(),
    pinned: z.boolean(),
    postCount: z.number().int(),
    lastPostAt: z.iso.datetime(),
    unread: z.number().int().meta({ description: 'Posts that the reader has not seen; 0 for visitors' }),
    readUpTo: z.number().int().meta({ description: 'Number of the last post that the reader has seen' }),
    can: z.object({
      reply: z.boolean(),
      rename: z.boolean(),
      close: z.boolean(),
      reopen: z.boolean(),
      pin: z.boolean(),
    }),
  })
  .meta({ id: 'Thread' });

export type ThreadView = z.infer<typeof threadView>;

export const threadList = z.object({
  threads: z.array(threadView).meta({ description: 'Pinned first, then by newest post' }),
  next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last one' }),
});

export const threadWindow = z.strictObject({
  after: z.string().max(100).optional().meta({ description: 'Cursor from the page before' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  locale: locale.optional(),
});

export type ThreadWindow = Partial<z.output<typeof threadWindow>>;

/** A thread begins with its first post. */
export const newThread = z.strictObject({ title: line(200), body: prose(POST_LIMIT), locale, clientId });

export type NewThread = z.output<typeof newThread>;

export const openedThread = threadView.extend({ post: postView }).meta({ id: 'OpenedThread' });

export const renamedThread = z.strictObject({ title: line(200), baseRevision, weight });

export type RenamedThread = z.output<typeof renamedThread>;

/** The same as forms send it. */
export const renamedThreadForm = z
  .strictObject({ title: line(200), revision: baseRevision, weight })
  .transform(({ revision, ...thread }) => ({ ...thread, baseRevision: revision }));
