import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../core/access/marks';
import { page, seeOther } from '../core/http/page';
import { parse } from '../core/http/parse';
import { CurrentReader, type Reader } from '../core/http/reader';
import { PATHS } from '../ui/paths';
import { Inbox } from './inbox.service';
import { cursor, noticeId, noticeSort } from './notification.schema';
import { NotificationList, notificationsPath } from './notifications';
import { NotificationsFrame } from './notifications-frame';

const only = noticeSort.optional().catch(undefined);
const window = z.object({ after: cursor.optional(), only });
const readForm = z.object({ only });

/** What the reader was told. */
@SignedIn()
@Controller(':locale/notifications')
export class NotificationsPages {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  async show(@CurrentReader() reader: Reader, @Query({ schema: window }) asked: z.output<typeof window>) {
    const [told, unread] = await Promise.all([
      this.inbox.page(reader, asked),
      this.inbox.unreadBySort(reader.actor),
    ]);
    return page({
      title: reader.language.t('notifications:title'),
      body: (
        <NotificationsFrame current="told">
          <NotificationList {...told} unread={unread} only={asked.only} />
        </NotificationsFrame>
      ),
      hidden: true,
    });
  }

  @Post('read')
  async readAll(@CurrentReader() { actor }: Reader, @Body() body: unknown) {
    const { only } = parse(readForm, body);
    await this.inbox.readAll(actor, only);
    return seeOther(
      notificationsPath(only),
      only ? 'notifications:notice.kind_read' : 'notifications:notice.all_read',
    );
  }

  /** Leads to what it is about, which has been read then. */
  @Get(':id')
  async open(@CurrentReader() reader: Reader, @Param('id', { schema: noticeId }) id: string) {
    return seeOther((await this.inbox.open(reader, id)) ?? PATHS.notifications);
  }

  @Post(':id/read')
  async read(@CurrentReader() { actor }: Reader, @Param('id', { schema: noticeId }) id: string) {
    await this.inbox.read(actor, id);
    return seeOther(PATHS.notifications);
  }
}
