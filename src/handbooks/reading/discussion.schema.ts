import { z } from 'zod';
import { clientId, locale, prose } from '../../core/http/text.schema';
import { POST_LIMIT } from '../../rooms/posts/post.schema';

/** What somebody says first about a chapter. */
export const openingPost = z.strictObject({ body: prose(POST_LIMIT), locale, clientId });

export type OpeningPost = z.output<typeof openingPost>;
