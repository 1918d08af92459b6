import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Public, SignedIn } from '../core/access/marks';
import { KeptPages } from '../core/http/kept-pages.service';
import { page, seeOther, type KeptPage, type Page, type SeeOther } from '../core/http/page';
import { parseForm } from '../core/http/parse';
import { CurrentReader, type Reader } from '../core/http/reader';
import { THEMES } from '../directory/themes';
import { nextPath } from '../accounts/sign-in/next-path';
import { PresenceBoard, type Presence } from './live/presence.service';
import { readingChoice, ReadingChoices } from './reading-choices.service';
import { RoomBody } from './room';
import { RoomCompanions } from './room-companion';
import { RoomFeed } from './live/room-feed.service';
import { RoomFrames } from './room-frames.service';
import { feedPath } from './feeds/feed-link';
import { RoomList } from './room-list';
import { roomPath } from './room-paths';
import type { RoomView } from './room.schema';
import { HeldPostViews } from './newcomers/held-post-views.service';
import { RoomPolls } from './polls/room-polls.service';
import { Rooms } from './rooms.service';
import { ThreadFacetCounts } from './threads/thread-facets.service';
import { THREAD_STATES } from './threads/thread.schema';
import { Threads } from './threads/threads.service';

export const slug = z.string().max(100);
/** What somebody mistyped narrows nothing. */
const threadsQuery = z.object({
  after: z.string().max(100).optional().catch(undefined),
  state: z.enum(THREAD_STATES).exclude(['all']).optional().catch(undefined),
  theme: z.enum(THEMES).optional().catch(undefined),
});
type ThreadsQuery = z.output<typeof threadsQuery>;

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
    private readonly facetCounts: ThreadFacetCounts,
    private readonly presence: PresenceBoard,
    private readonly frames: RoomFrames,
    private readonly feed: RoomFeed,
    private readonly kept: KeptPages,
    private readonly choices: ReadingChoices,
    private readonly companions: RoomCompanions,
    private readonly held: HeldPostViews,
    private readonly polls: RoomPolls,
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
      feed: { path: feedPath(''), title: language.t('rooms:title') },
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
    @Query({ schema: threadsQuery }) query: ThreadsQuery,
  ): Promise<Page | KeptPage> {
    const { room, locales } = await this.rooms.read(reader, key);
    const [frame, presence] = await Promise.all([this.frames.of(reader, room), this.presence.of(room.id)]);
    const state = [room, frame, presence, Math.floor(Date.now() / MINUTE)];
    return this.kept.orDraw(
      reader,
      () => Promise.resolve(state),
      () => this.roomPage({ ...reader, locales }, { room, presence, ...frame }, query),
    );
  }

  /** Switches translations off in this room for oneself, or on. */
  @SignedIn()
  @Post(':slug/reading')
  async choose(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Query('next') next: unknown,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const { originals } = parseForm(readingChoice, body);
    await this.choices.choose(reader.actor, key, originals === 'true');
    return seeOther(nextPath(next) ?? roomPath(key));
  }

  private async roomPage(
    reader: Reader,
    { room, presence, place, options }: Seen,
    { after, state, theme }: ThreadsQuery,
  ): Promise<Page> {
    const { actor, locales } = reader;
    const filter = { ...(state && { state }), ...(theme && { theme }) };
    const [waiting, facets, polls, { threads, next }, epoch, beside] = await Promise.all([
      room.can.keep ? this.held.count(actor, room.id) : 0,
      this.facetCounts.of(room),
      this.polls.counts(room.id),
      this.threads.list(actor, room.id, { ...filter, ...(after && { after }) }, locales),
      this.feed.currentEpoch(),
      this.companions.inRoom(reader, room),
    ]);
    const further = after !== undefined;
    const originals = locales.length === 0;
    return page({
      ...options,
      title: room.name.text,
      ...(room.visibility === 'public' && {
        feed: { path: feedPath(roomPath(room.slug)), title: room.name.text },
      }),
      scripts: ['room'],
      body: (
        <RoomBody
          {...{
            room,
            place,
            presence,
            threads,
            facets,
            next,
            further,
            filter,
            epoch,
            originals,
            beside,
            waiting,
            polls,
          }}
        />
      ),
    });
  }
}
