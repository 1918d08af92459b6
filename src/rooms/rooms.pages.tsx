import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../core/access/marks';
import { page, type Page } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { PresenceBoard } from './live/presence.service';
import { RoomBody } from './room';
import { RoomFeed } from './live/room-feed.service';
import { RoomFrames } from './room-frames.service';
import { RoomList } from './room-list';
import { Rooms } from './rooms.service';
import { Threads } from './threads/threads.service';

export const slug = z.string().max(100);
const threadCursor = z.object({ after: z.string().max(100).optional().catch(undefined) });

/** Rooms as everybody reads them. */
@Public()
@Controller(':locale/rooms')
export class RoomsPages {
  constructor(
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly presence: PresenceBoard,
    private readonly frames: RoomFrames,
    private readonly feed: RoomFeed,
  ) {}

  /** All rooms that you may enter, by what they belong to. */
  @Get()
  async list(@CurrentReader() reader: Reader): Promise<Page> {
    const { actor, language, locales } = reader;
    const rooms = await this.rooms.list(actor, locales);
    const [places, counts] = await Promise.all([
      this.frames.places(reader, rooms),
      this.presence.counts(rooms.map(({ id }) => id)),
    ]);
    const listed = rooms.map((room, index) => ({
      room,
      place: places[index]!,
      here: counts.get(room.id) ?? 0,
    }));
    return page({
      title: language.t('rooms:title'),
      section: 'rooms',
      scripts: ['room'],
      body: <RoomList rooms={listed} mayOpen={actor.administrator} />,
    });
  }

  /** One room with its threads. */
  @Get(':slug')
  async view(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Query({ schema: threadCursor }) { after }: z.output<typeof threadCursor>,
  ): Promise<Page> {
    const { actor, locales } = reader;
    const room = await this.rooms.view(actor, key, locales);
    const [{ place, options }, { threads, next }, presence, epoch] = await Promise.all([
      this.frames.of(reader, room),
      this.threads.list(actor, room.id, after ? { after } : {}, locales),
      this.presence.of(room.id),
      this.feed.currentEpoch(),
    ]);
    const further = after !== undefined;
    return page({
      ...options,
      title: room.name.text,
      scripts: ['room'],
      body: <RoomBody {...{ room, place, presence, threads, next, further, epoch }} />,
    });
  }
}
