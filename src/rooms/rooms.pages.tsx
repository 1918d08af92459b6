import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../core/access/marks';
import { KeptPages } from '../core/http/kept-pages.service';
import { page, type KeptPage, type Page } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { PresenceBoard, type Presence } from './live/presence.service';
import { RoomBody } from './room';
import { RoomFeed } from './live/room-feed.service';
import { RoomFrames } from './room-frames.service';
import { RoomList } from './room-list';
import type { RoomView } from './room.schema';
import { Rooms } from './rooms.service';
import { Threads } from './threads/threads.service';

export const slug = z.string().max(100);
const threadCursor = z.object({ after: z.string().max(100).optional().catch(undefined) });

/** The list tells how long ago something was said. Milliseconds. */
const MINUTE = 60_000;

type Seen = { room: RoomView; presence: Presence } & Awaited<ReturnType<RoomFrames['of']>>;

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
    private readonly kept: KeptPages,
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
  ): Promise<Page | KeptPage> {
    const { actor, locales } = reader;
    const room = await this.rooms.view(actor, key, locales);
    const [frame, presence] = await Promise.all([this.frames.of(reader, room), this.presence.of(room.id)]);
    const state = [room, frame, presence, Math.floor(Date.now() / MINUTE)];
    return this.kept.orDraw(
      reader,
      () => Promise.resolve(state),
      () => this.roomPage(reader, { room, presence, ...frame }, after),
    );
  }

  private async roomPage(
    { actor, locales }: Reader,
    { room, presence, place, options }: Seen,
    after: string | undefined,
  ): Promise<Page> {
    const [{ threads, next }, epoch] = await Promise.all([
      this.threads.list(actor, room.id, after ? { after } : {}, locales),
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
