import { z } from 'zod';
import { REACTIONS, reactionView, type ReactionKind } from '../posts/post.schema';

/** The reactions to one post, as one person sees them. */
export const reactionsView = z
  .object({
    reactions: z.array(reactionView).meta({ description: 'Only kinds that somebody gave' }),
    mine: z.array(z.enum(REACTIONS)).meta({ description: 'What you gave; empty for visitors' }),
  })
  .meta({ id: 'PostReactions' });

export type ReactionsView = z.infer<typeof reactionsView>;

const BUTTON = new RegExp(
  `^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (${REACTIONS.join('|')}) (give|take_back)$`,
);

/** What a button in a post says: which post, which reaction, and what to do with it. */
export const reactionForm = z.strictObject({
  reaction: z
    .string()
    .regex(BUTTON)
    .transform((value) => {
      const [, postId, kind, act] = BUTTON.exec(value)!;
      return { postId: postId!, kind: kind as ReactionKind, giving: act === 'give' };
    }),
});
