import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Chore } from '../../core/jobs/chore';
import { RoomOrder } from '../live/room-order';
import { FEWEST_VOTERS } from './poll-facts';
import { COUNTS, VOTERS } from './standing-poll';

/** Milliseconds between two looks; whoever reads or votes in between finds it closed all the same. */
const PAUSE = 5_000;
const ROUND = 100;

const DUE = 'poll.closed_at is null and poll.closes_at <= clock_timestamp()';

/** In no order that tells who came first. */
const REASONS = `(
  select coalesce(json_agg(json_build_object('choice', vote.choices[1], 'text', vote.reason,
    'locale', vote.reason_locale) order by md5(vote.reason)), '[]')
  from poll_votes vote
  where vote.room_id = poll.room_id and vote.poll_id = poll.id and vote.reason is not null)`;

/** Freezes what came of a poll. Of a secret one who chose what is forgotten; of very few voters, also how many. */
const FREEZE = `
  with closing as (
    select poll.room_id, poll.id, poll.secret, ${VOTERS} as voters
    from polls poll where poll.room_id = $1 and poll.id = $2 and poll.closed_at is null
  )
  update polls poll set closed_by = $3, closed_at = least(poll.closes_at, clock_timestamp()),
    result = json_build_object('voters', closing.voters,
      'counts', case when not closing.secret or closing.voters = 0 or closing.voters >= ${FEWEST_VOTERS} then ${COUNTS} end,
      'reasons', case when closing.secret and closing.voters >= ${FEWEST_VOTERS} then ${REASONS} else '[]'::json end)
  from closing where poll.room_id = closing.room_id and poll.id = closing.id and (CONDITION)
  returning poll.secret, poll.post_id as "postId",
    (select thread_id from posts where posts.room_id = poll.room_id and posts.id = poll.post_id) as "threadId"`;

const FORGET = `
  update poll_votes set choices = '{}', reason = null, reason_locale = null, voted_at = 'epoch'
  where room_id = $1 and poll_id = $2`;

interface Closed {
  secret: boolean;
  postId: string;
  threadId: string;
}

/** Closes polls, under the lock of their room: no vote is counted after that, and none before it is lost. */
@Injectable()
export class PollClosing extends Chore {
  private looked = 0;

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly order: RoomOrder,
  ) {
    super();
  }

  async perform(): Promise<boolean> {
    if (Date.now() - this.looked < PAUSE) return false;
    const rows = await this.database.query<{ roomId: string; id: string }[]>(
      `select room_id as "roomId", id from polls poll where ${DUE} order by closes_at limit ${ROUND}`,
    );
    for (const { roomId, id } of rows) await this.closeDue(roomId, id);
    if (rows.length < ROUND) this.looked = Date.now();
    return rows.length === ROUND;
  }

  /** Its time is over. Closing twice is closing once. */
  closeDue(roomId: string, id: string): Promise<boolean> {
    return this.transactions.run((tx) => this.freeze(tx, Actor.system, { roomId, id }, DUE));
  }

  /** Now, whatever its time. The caller has asked the policy. @returns whether it was open until now */
  closeNow(actor: Actor, roomId: string, id: string): Promise<boolean> {
    return this.transactions.run((tx) => this.freeze(tx, actor, { roomId, id }, 'true'));
  }

  private async freeze(
    tx: EntityManager,
    actor: Actor,
    { roomId, id }: { roomId: string; id: string },
    condition: string,
  ): Promise<boolean> {
    await tx.query('select 1 from rooms where id = $1 for update', [roomId]);
    const [[closed]] = await tx.query<[Closed[], number]>(FREEZE.replace('CONDITION', condition), [
      roomId,
      id,
      actor.person?.id ?? null,
    ]);
    if (!closed) return false;
    const { secret, postId, threadId } = closed;
    if (secret) await tx.query(FORGET, [roomId, id]);
    const subject = { kind: 'poll', id };
    await this.order.record(tx, 'poll.closed', actor, roomId, subject, { threadId, postId, pollId: id });
    return true;
  }
}
