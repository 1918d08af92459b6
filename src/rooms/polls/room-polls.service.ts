import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Statement } from '../../core/database/statement';
import type { Reader } from '../../core/http/reader';
import { chosenLocales } from '../chosen-locales';
import { ReadingChoices } from '../reading-choices.service';
import type { Room } from '../room.entity';
import { Rooms } from '../rooms.service';
import type { PollView, RoomPollWindow } from './poll.schema';
import { Polls } from './polls.service';

export interface PollCounts {
  open: number;
  all: number;
}

/** The same moment for all that is said about being open. */
const IS_OPEN = '(poll.closed_at is null and coalesce(poll.closes_at > clock_timestamp(), true))';

const SHOWN = `polls poll join posts post
  on post.room_id = poll.room_id and post.id = poll.post_id and post.withdrawn_at is null`;

const COUNTS = new Statement<PollCounts>(
  `select count(*) filter (where ${IS_OPEN})::int as open, count(*)::int as all from ${SHOWN} where poll.room_id = $1`,
);

/** Open ones first, the one that closes first first; then the newest. */
const PAGE = new Statement<{ id: string }>(
  `select poll.id from ${SHOWN}
   where poll.room_id = $1 and ($2::boolean is null or ${IS_OPEN} = $2)
   order by ${IS_OPEN} desc, case when ${IS_OPEN} then poll.closes_at end nulls last,
     coalesce(poll.closed_at, poll.created_at) desc, poll.id
   limit $3 offset $4`,
);

const STATES = { open: true, closed: false, all: null };

/** The polls of a room, wherever in it they stand. */
@Injectable()
export class RoomPolls {
  constructor(
    private readonly database: DataSource,
    private readonly rooms: Rooms,
    private readonly polls: Polls,
    private readonly choices: ReadingChoices,
  ) {}

  /** Of a room that the reader is known to read. */
  async counts(roomId: string): Promise<PollCounts> {
    const [counts] = await COUNTS.run(this.database, [roomId]);
    return counts!;
  }

  /** @throws NotFound when the reader may not read the room */
  async list(
    reader: Reader,
    key: string,
    { state, after, limit }: Pick<RoomPollWindow, 'state' | 'after' | 'limit'>,
  ): Promise<{ room: Room; polls: PollView[]; next: number | null }> {
    const { actor } = reader;
    const room = await this.rooms.find(actor, key);
    const locales = chosenLocales(reader, await this.choices.of(actor, room.id));
    const rows = await PAGE.run(this.database, [room.id, STATES[state], limit + 1, after]);
    const ids = rows.slice(0, limit).map(({ id }) => id);
    const views = await this.polls.ofPosts(actor, room.id, ids, locales);
    const polls = ids.flatMap((id) => views.get(id) ?? []);
    return { room, polls, next: rows.length > limit ? after + limit : null };
  }
}
