import { z } from 'zod';
import { locale } from '../../core/http/text.schema';
import { notificationView } from '../../notifications/notification.schema';
import { roomView } from '../room.schema';
import { threadView } from '../threads/thread.schema';

/** What of it is asked for. */
export const NEWS_SORTS = ['all', 'followed', 'mentions', 'answers'] as const;
export type NewsSort = (typeof NEWS_SORTS)[number];

const newsThread = threadView
  .extend({
    lastAuthor: z.string().nullable().meta({ description: 'Who wrote the newest post' }),
    fresh: z.boolean().meta({ description: 'Opened since your last visit, and never read' }),
    firstUnread: z
      .string()
      .meta({ description: 'Path of the first post that you have not read, without the locale' }),
  })
  .meta({ id: 'NewsThread' });

export type NewsThread = z.infer<typeof newsThread>;

export const newsView = z
  .object({
    unread: z
      .number()
      .int()
      .meta({ description: 'Posts that you have not read, in all rooms that are shown' }),
    since: z.iso.datetime().nullable().meta({ description: 'When you looked before; null the first time' }),
    told: z.array(notificationView).meta({
      description: 'Notices of posts that you have not read: mentions and answers first. First page only',
    }),
    rooms: z
      .array(
        z.object({
          room: roomView,
          threads: z.array(newsThread).meta({ description: 'Those with unread posts; followed ones first' }),
          more: z.boolean().meta({ description: 'The room has more of them' }),
        }),
      )
      .meta({ description: 'Rooms with unread posts; followed ones first, then the liveliest' }),
    page: z.number().int(),
    pages: z.number().int(),
  })
  .meta({ id: 'News' });

export type NewsView = z.infer<typeof newsView>;

export const newsWindow = z.strictObject({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  only: z
    .enum(NEWS_SORTS)
    .optional()
    .meta({ description: 'Of what you follow, or what was said to you, only' }),
  room: z.guid().optional().meta({ description: 'Of one room: all its unread threads, page by page' }),
  locale: locale.optional(),
});

/** The moment at which something was marked as read. */
export const takenBack = z.strictObject({
  at: z.coerce
    .number()
    .int()
    .min(1)
    .max(8_000_000_000_000)
    .transform((milliseconds) => new Date(milliseconds))
    .meta({ description: 'Milliseconds since 1970, as told when it was marked' }),
});

export const marked = z.object({
  at: z
    .number()
    .int()
    .meta({ description: 'When, in milliseconds since 1970: by it the marking is taken back' }),
});
