import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Statement } from '../../core/database/statement';
import { Transactions } from '../../core/database/transactions';
import { Conflict } from '../../core/errors/refusal';
import { RoomOrder } from '../live/room-order';
import { AHEAD } from './poll-facts';
import { pollPolicy } from './poll.policy';
import type { ClosingTime, PollHistory } from './poll.schema';
import { Polls } from './polls.service';
import type { StandingPoll } from './standing-poll';

/**
 * Compare-and-set on the time itself, since votes leave the edition as it is. As long as nobody has voted, all of the
 * poll can be changed, and its form must hear of it.
 */
const MOVE = `
  with moved as (
    update polls poll set closes_at = $3,
      reminded_at = case when $3::timestamptz <= clock_timestamp() + interval '${AHEAD}' then reminded_at end,
      edition = edition + case when exists (
        select from poll_votes vote where vote.room_id = $1 and vote.poll_id = $2) then 0 else 1 end
    where room_id = $1 and id = $2 and closed_at is null
      and (closes_at is null or closes_at > clock_timestamp())
      and date_trunc('milliseconds', closes_at) is not distinct from $4::timestamptz
    returning id
  )
  insert into poll_closing_moves (room_id, poll_id, moved_by, was, closes_at)
  select $1, moved.id, $5, $4, $3 from moved returning 1`;

const named = (person: string) => `json_build_object('id', ${person}.id, 'name', ${person}.name)`;

const HISTORY = new Statement<{ history: PollHistory }>(`
  select json_build_object(
    'opened', json_build_object('at', poll.created_at, 'by', ${named('author')}),
    'moves', (
      select coalesce(json_agg(json_build_object('at', move.moved_at, 'by', case when mover.id is not null then
        ${named('mover')} end, 'from', move.was, 'to', move.closes_at) order by move.moved_at, move.id), '[]')
      from poll_closing_moves move left join people mover on mover.id = move.moved_by
      where move.room_id = poll.room_id and move.poll_id = poll.id),
    'closed', case when poll.closed_at is not null then json_build_object('at', poll.closed_at, 'by',
      case when closer.id is not null then ${named('closer')} end) end) as history
  from polls poll
  join posts post on post.room_id = poll.room_id and post.id = poll.post_id
  join people author on author.id = post.author_id
  left join people closer on closer.id = poll.closed_by
  where poll.room_id = $1 and poll.id = $2`);

class Overtaken extends Error {}

/** When polls close: moved also after people have voted, and never in silence. */
@Injectable()
export class ClosingTimes {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly order: RoomOrder,
    private readonly polls: Polls,
  ) {}

  /** The poll, for who may move the time. */
  async forMoving(actor: Actor, id: string): Promise<StandingPoll> {
    const poll = await this.polls.find(actor, id);
    pollPolicy.allow(actor, 'reschedule', poll);
    return poll;
  }

  /** The same time again changes nothing. @throws Conflict when it moved meanwhile */
  async move(actor: Actor, id: string, { closesAt, baseClosesAt }: ClosingTime): Promise<void> {
    const poll = await this.forMoving(actor, id);
    if (closesAt === baseClosesAt && closesAt === (poll.closesAt?.toISOString() ?? null)) return;
    try {
      await this.transactions.run((tx) => this.write(tx, actor, poll, [closesAt, baseClosesAt]));
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      const now = await this.forMoving(actor, id); // says that it is closed, if it is
      const theirs = { revision: now.edition, closesAt: now.closesAt?.toISOString() ?? null };
      throw new Conflict(theirs, 'rooms:refusal.poll_time_moved');
    }
  }

  /** Who asked, who moved the time, and who closed it. */
  async history(actor: Actor, id: string): Promise<PollHistory> {
    const { roomId } = await this.polls.find(actor, id);
    const [row] = await HISTORY.run(this.database, [roomId, id]);
    return inOneForm(row!.history);
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    { id, roomId, postId, threadId }: StandingPoll,
    times: (string | null)[],
  ): Promise<void> {
    const seq = await this.order.next(tx, roomId);
    const rows = await tx.query<unknown[]>(MOVE, [roomId, id, ...times, actor.person?.id ?? null]);
    if (rows.length === 0) throw new Overtaken();
    const data = { threadId, postId, pollId: id };
    await this.order.record(tx, 'poll.rescheduled', actor, roomId, { kind: 'poll', id }, data, seq);
  }
}

const moment = (at: string): string => new Date(at).toISOString();
const maybe = (at: string | null): string | null => at && moment(at);

/** The database writes times in its own zone. */
const inOneForm = ({ opened, moves, closed }: PollHistory): PollHistory => ({
  opened: { ...opened, at: moment(opened.at) },
  moves: moves.map((move) => ({
    ...move,
    ...{ at: moment(move.at), from: maybe(move.from), to: maybe(move.to) },
  })),
  closed: closed && { ...closed, at: moment(closed.at) },
});
