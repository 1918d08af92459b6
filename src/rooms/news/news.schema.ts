import { z } from 'zod';
import { locale } from '../../core/http/text.schema';
import { notificationView } from '../../notifications/notification.schema';
import { roomView } from '../room.schema';
import { threadView } from '../threads/thread.schema';

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
    unread: z.number().int().meta({ description: 'Posts that you have not read, in all your rooms' }),
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
  locale: locale.optional(),
});
