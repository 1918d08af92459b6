import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../../core/access/marks';
import { page, type Page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { RoomFrames } from '../room-frames.service';
import { roomPath } from '../room-paths';
import { slug } from '../rooms.pages';
import { POLL_STATES } from './poll-facts';
import { RoomPollsBody } from './room-polls';
import { roomPollsPath } from './poll-paths';
import { RoomPolls } from './room-polls.service';

/** What somebody mistyped narrows nothing. */
const window = z.object({
  state: z.enum(POLL_STATES).default('all').catch('all'),
  after: z.coerce.number().int().min(0).max(2_147_483_647).default(0).catch(0),
});

const LIMIT = 30;

/** All polls of a room on one page. */
@Public()
@Controller(':locale/rooms/:slug/polls')
export class RoomPollsPages {
  constructor(
    private readonly polls: RoomPolls,
    private readonly frames: RoomFrames,
  ) {}

  /** Those that are open come first. */
  @Get()
  async list(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Query({ schema: window }) { state, after }: z.output<typeof window>,
  ): Promise<Page> {
    const { room, polls, next } = await this.polls.list(reader, key, { state, after, limit: LIMIT });
    const { options } = await this.frames.of(reader, room);
    return page({
      ...options,
      title: reader.language.t('rooms:poll.list.title'),
      crumbs: [...(options.crumbs ?? []), { label: room.name, path: roomPath(room.slug), lang: room.locale }],
      path: roomPollsPath(room.slug, state),
      body: <RoomPollsBody room={room} polls={polls} next={next} state={state} />,
    });
  }
}
