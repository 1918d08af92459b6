import { Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../core/access/actor';
import { CurrentActor, SignedIn } from '../core/access/marks';
import { CurrentReader, type Reader } from '../core/http/reader';
import { locale } from '../core/http/text.schema';
import { Inbox } from './inbox.service';
import { cursor, noticeId, noticeSort, notificationPage, unreadCount } from './notification.schema';

const window = z.strictObject({
  after: cursor.optional(),
  only: noticeSort.optional(),
  locale: locale.optional(),
});
const readWindow = z.strictObject({ only: noticeSort.optional() });

@ApiTags('me')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/notifications')
export class NotificationsController {
  constructor(private readonly inbox: Inbox) {}

  /** What you were told, unread first. */
  @Get()
  @ApiOkResponse({ standardSchema: notificationPage })
  async list(@CurrentReader() reader: Reader, @Query({ schema: window }) asked: z.output<typeof window>) {
    const [page, unread] = await Promise.all([
      this.inbox.page(reader, asked),
      this.inbox.unread(reader.actor),
    ]);
    return { ...page, unread };
  }

  /** How many you have not read, and how much waits for you. */
  @Get('unread')
  @ApiOkResponse({ standardSchema: unreadCount })
  async unread(@CurrentReader() { actor, language }: Reader) {
    const [unread, waits] = await Promise.all([this.inbox.unread(actor), this.inbox.waits(actor)]);
    return { unread, waits, words: language.t('notifications:waits', { count: waits }) };
  }

  /** Marks all as read, or all of one sort. */
  @Put('read')
  @HttpCode(204)
  @ApiNoContentResponse()
  async readAll(
    @CurrentActor() actor: Actor,
    @Query({ schema: readWindow }) { only }: z.output<typeof readWindow>,
  ) {
    await this.inbox.readAll(actor, only);
  }

  /** Marks one as read. */
  @Put(':id/read')
  @HttpCode(204)
  @ApiNoContentResponse()
  async read(@CurrentActor() actor: Actor, @Param('id', { schema: noticeId }) id: string) {
    await this.inbox.read(actor, id);
  }
}
