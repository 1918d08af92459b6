import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../core/access/marks';
import { page, seeOther } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { PATHS } from '../ui/paths';
import { Inbox } from './inbox.service';
import { cursor, noticeId } from './notification.schema';
import { NotificationList } from './notifications';
import { NotificationsFrame } from './notifications-frame';

const window = z.object({ after: cursor.optional() });

/** What the reader was told. */
@SignedIn()
@Controller(':locale/notifications')
export class NotificationsPages {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  async show(@CurrentReader() reader: Reader, @Query({ schema: window }) { after }: z.output<typeof window>) {
    const told = await this.inbox.page(reader, after);
    return page({
      title: reader.language.t('notifications:title'),
      body: (
        <NotificationsFrame current="told">
          <NotificationList {...told} />
        </NotificationsFrame>
      ),
      hidden: true,
    });
  }

  @Post('read')
  async readAll(@CurrentReader() { actor }: Reader) {
    await this.inbox.readAll(actor);
    return seeOther(PATHS.notifications, 'notifications:notice.all_read');
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
