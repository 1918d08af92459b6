import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { page as pageOf, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { parseForm } from '../../core/http/parse';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { PATHS } from '../../ui/paths';
import { undoPath } from '../room-paths';
import { RoomFrames } from '../room-frames.service';
import { Rooms } from '../rooms.service';
import { ReadingPositions } from '../threads/reading-positions.service';
import { NewsPage } from './news-page';
import { NEWS_SORTS, takenBack } from './news.schema';
import { News } from './news.service';

/** What somebody mistyped narrows nothing. */
const newsQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  only: z.enum(NEWS_SORTS).optional().catch(undefined),
  room: z.string().max(100).optional().catch(undefined),
});
const readForm = z.strictObject({ room: z.guid().optional() });

/** What is new for the reader, in all her rooms. */
@SignedIn()
@Controller(`:locale${PATHS.news}`)
export class NewsPages {
  constructor(
    private readonly news: News,
    private readonly rooms: Rooms,
    private readonly frames: RoomFrames,
    private readonly positions: ReadingPositions,
  ) {}

  /** What is new, room by room. */
  @Get()
  async show(
    @CurrentReader() reader: Reader,
    @Query({ schema: newsQuery }) { page, only, room }: z.output<typeof newsQuery>,
  ): Promise<Page> {
    const one = room === undefined ? undefined : await this.rooms.find(reader.actor, room);
    const news = await this.news.of(reader, { page, only, room: one?.id }, true);
    const places = await this.frames.places(
      reader,
      news.rooms.map((each) => each.room),
    );
    return pageOf({
      title: reader.language.t('rooms:news.title'),
      hidden: true,
      scripts: ['room'],
      body: <NewsPage {...{ news, places, only }} {...(one && { room: one.slug })} />,
    });
  }

  /** Leads to the first post that the reader has not read, wherever it is. */
  @Get('next')
  async next(@CurrentReader() reader: Reader): Promise<SeeOther> {
    const { rooms } = await this.news.of(reader, { page: 1 }, false);
    return seeOther(rooms[0]?.threads[0]?.firstUnread ?? PATHS.news);
  }

  /** Everything has been read, or everything in one room. */
  @Post('read')
  @RateLimit(30, 60)
  async read(@CurrentActor() actor: Actor, @Body() body: unknown): Promise<SeeOther> {
    const { room } = parseForm(readForm, body);
    if (room === undefined) {
      const at = await this.positions.readEverything(actor);
      return seeOther(PATHS.news, 'rooms:notice.everything_read', {}, undoPath(at));
    }
    const { id } = await this.rooms.find(actor, room);
    const at = await this.positions.readRoom(actor, id);
    return seeOther(PATHS.news, 'rooms:notice.room_read', {}, undoPath(at));
  }

  /** What was marked as read at a moment is unread as before. */
  @Post('unread')
  @RateLimit(30, 60)
  async takeBack(
    @CurrentActor() actor: Actor,
    @Query({ schema: takenBack }) { at }: z.output<typeof takenBack>,
  ): Promise<SeeOther> {
    await this.positions.takeBack(actor, at);
    return seeOther(PATHS.news, 'rooms:notice.unread_again');
  }
}
