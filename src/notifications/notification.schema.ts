import { z } from 'zod';
import { TRANSLATION_STATUSES } from '../core/database/translation';
import { NOTICE_SORTS, type NoticeSort } from './notice-kind';
import { LOCALES } from '../core/i18n/locales';

/** The number of a notice; grows with time. */
export const noticeId = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .meta({ description: 'Its number' });

export interface Cursor {
  read: boolean;
  id: string;
}

/** Where a page of notices begins: after this one. */
export const cursor = z
  .string()
  .regex(/^(new|read)-[1-9]\d{0,17}$/)
  .transform((value): Cursor => {
    const [state, id] = value.split('-');
    return { read: state === 'read', id: id! };
  });

export const noticeSort = z.enum(NOTICE_SORTS).meta({
  description:
    'mentions and answers: of you; threads: what you follow; moderation: reports, held posts, removals; rest: everything else',
});

/** What is asked for of what somebody was told. */
export interface InboxWindow {
  after?: Cursor | undefined;
  only?: NoticeSort | undefined;
}

export const notificationView = z
  .object({
    id: noticeId,
    name: z.string().meta({ description: 'Kind of the notice, stable' }),
    sort: noticeSort,
    words: z.string().meta({ description: 'What has happened, in the language asked for' }),
    title: z
      .object({
        text: z.string().meta({ description: 'How its subject is called' }),
        locale: z.enum(LOCALES).meta({ description: 'Language of the title' }),
        state: z
          .enum(['original', ...TRANSLATION_STATUSES])
          .meta({ description: 'Whether the title is the original, or how far its translation has come' }),
        originalLocale: z.enum(LOCALES).meta({ description: 'Language that the subject was written in' }),
      })
      .nullable()
      .meta({ description: 'null when you can no longer see what it is about' }),
    path: z
      .string()
      .nullable()
      .meta({ description: 'Where it leads, without the locale; null: nowhere any more' }),
    at: z.iso.datetime().meta({ description: 'When you were told' }),
    read: z.boolean().meta({ description: 'Whether you have read it' }),
  })
  .meta({ id: 'Notification' });

export type NotificationView = z.infer<typeof notificationView>;

export const notificationPage = z.object({
  unread: z.number().int().meta({ description: 'How many you have not read, of all sorts' }),
  items: z.array(notificationView).meta({ description: 'Unread first, newest first' }),
  next: z.string().nullable().meta({ description: 'For `after`, when there are more' }),
});

export const unreadCount = z.object({
  unread: z.number().int().meta({ description: 'How many you have not read' }),
  waits: z.number().int().meta({
    description: 'The same where all that you were told of one thread counts once; never more than 100',
  }),
  words: z.string().meta({ description: '`waits` as a sentence, in the language asked for' }),
});
