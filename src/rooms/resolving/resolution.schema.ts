import { z } from 'zod';
import { clientId, locale, prose } from '../../core/http/text.schema';
import { POST_LIMIT } from '../posts/post.schema';

/** How a thread was resolved, in the words of whoever resolves it: a post of the thread. */
export const resolutionNote = z.strictObject({
  body: prose(POST_LIMIT).meta({ description: 'Becomes a post of the thread' }),
  locale,
  clientId,
});

export type ResolutionNote = z.output<typeof resolutionNote>;

export const chosenResolution = z.strictObject({
  postId: z.guid().meta({ description: 'The post of the thread that says how it was resolved' }),
});
