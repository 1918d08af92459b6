import { z } from 'zod';
import { locale } from '../../core/http/text.schema';
import { reasonView } from '../keeping/reason.schema';
import { postFileView } from '../posts/post.schema';

/** As many posts of one person wait in one room at most. */
export const MOST_WAITING = 10;

/** What the form offers. */
export const NEWCOMER_POSTS = [0, 1, 2, 3, 5, 10];

export const heldPostView = z
  .object({
    id: z.guid(),
    roomId: z.guid(),
    threadId: z.guid().nullable().meta({ description: 'null: it would open a thread' }),
    title: z.string().nullable().meta({ description: 'Of the thread that it is in, or would open' }),
    author: z.object({ id: z.guid(), name: z.string() }),
    clientId: z.guid(),
    body: z.string().meta({ description: 'Markdown as written; empty once it is published' }),
    html: z.string().meta({ description: 'The same as safe HTML' }),
    locale,
    state: z
      .enum(['waiting', 'approved', 'refused'])
      .meta({ description: 'approved: it is published under its client id' }),
    files: z.array(postFileView).meta({ description: 'None once it is published' }),
    reason: reasonView,
    postId: z.guid().nullable().meta({ description: 'The post that it became' }),
    heldAt: z.iso.datetime(),
  })
  .meta({ id: 'HeldPost' });

export type HeldPostView = z.infer<typeof heldPostView>;

export const heldPostList = z.object({ held: z.array(heldPostView).meta({ description: 'Oldest first' }) });

/** What sending answers instead of a post. */
export const heldAnswer = z.object({ held: heldPostView }).meta({
  description: 'It waits for those who keep order in the room; the same client id again tells how it stands',
});

export const newcomerChoice = z.strictObject({
  newcomerPosts: z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,2}$/)
        .transform(Number),
    ])
    .pipe(z.number().int().min(0).max(20))
    .meta({ description: 'So many first posts of a newcomer wait for approval; 0: none' }),
});

export type NewcomerChoice = z.output<typeof newcomerChoice>;
