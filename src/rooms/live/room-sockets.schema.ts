import { z } from 'zod';
import { locale } from '../../core/http/text.schema';
import { newPost } from '../posts/post.schema';

/** What clients say on the socket. */
export const joining = z.strictObject({
  room: z.guid(),
  /** What the client last knew; nothing: it starts from `last` 0 of the current epoch. */
  epoch: z.guid().nullish(),
  last: z.int().min(0).default(0),
  locale: locale.default('en'),
});

export const leaving = z.strictObject({ room: z.guid() });

export const typing = z.strictObject({ room: z.guid(), thread: z.guid() });

export const sending = newPost.extend({ thread: z.guid() });

export const reading = z.strictObject({ thread: z.guid(), number: z.int().min(1) });
