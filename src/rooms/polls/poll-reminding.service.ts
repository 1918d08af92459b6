import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Actors } from '../../accounts/actors.service';
import { Transactions } from '../../core/database/transactions';
import { Chore } from '../../core/jobs/chore';
import { Notifications } from '../../notifications/notifications.service';
import { Hearers } from '../following/hearers.service';
import { AHEAD } from './poll-facts';
import { pollPolicy } from './poll.policy';
import { pollById } from './standing-poll';

/** Milliseconds between two looks. */
const PAUSE = 60_000;
const ROUND = 100;

/** Of a poll that was open for a shorter time, its post was news a moment ago. */
const DUE = `
  poll.closed_at is null and poll.reminded_at is null
  and poll.closes_at between clock_timestamp() and clock_timestamp() + interval '${AHEAD}'
  and poll.closes_at >= poll.created_at + 2 * interval '${AHEAD}'`;

/** Those who follow the thread or its room and have not voted. */
const FOLLOWERS = `
  select follower.person_id as id
  from (
    select person_id from thread_levels
    where room_id = $1 and thread_id = $2 and level in ('following', 'every_post')
    union
    select person_id from room_levels where room_id = $1 and level in ('following', 'every_post')
  ) follower
  left join thread_levels own on own.room_id = $1 and own.thread_id = $2 and own.person_id = follower.person_id
  left join room_levels room on room.room_id = $1 and room.person_id = follower.person_id
  where effective_level(own.level, own.by_hand, room.level) in ('following', 'every_post')
    and not exists (
      select from poll_votes vote
      where vote.room_id = $1 and vote.poll_id = $3 and vote.person_id = follower.person_id)`;

/** Reminds who follows and has not voted that a poll is about to close: once, and again when its time moves far away. */
@Injectable()
export class PollReminding extends Chore {
  private looked = 0;

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly notifications: Notifications,
    private readonly hearers: Hearers,
    private readonly actors: Actors,
  ) {
    super();
  }

  async perform(): Promise<boolean> {
    if (Date.now() - this.looked < PAUSE) return false;
    const full = await this.remindAll();
    if (!full) this.looked = Date.now();
    return full;
  }

  /** One round, now. @returns whether there may be more */
  async remindAll(): Promise<boolean> {
    const rows = await this.database.query<{ roomId: string; id: string }[]>(
      `select room_id as "roomId", id from polls poll where ${DUE} order by closes_at limit ${ROUND}`,
    );
    for (const { roomId, id } of rows) await this.transactions.run((tx) => this.remind(tx, roomId, id));
    return rows.length === ROUND;
  }

  /** Marked in the same transaction, so that of several processes one does it. */
  private async remind(tx: EntityManager, roomId: string, id: string): Promise<void> {
    const [marked] = await tx.query<[unknown[], number]>(
      `update polls poll set reminded_at = clock_timestamp() where room_id = $1 and id = $2 and ${DUE} returning 1`,
      [roomId, id],
    );
    const poll = marked.length > 0 ? await pollById(tx, null, id) : undefined;
    if (!poll) return;
    const { threadId, authorId, closesAt } = poll;
    const followers = await tx.query<{ id: string }[]>(FOLLOWERS, [roomId, threadId, id]);
    const ids = followers.map((each) => each.id);
    const people = await this.hearers.among(tx, { roomId, threadId, authorId }, ids);
    const voters = (await this.actors.ofPeople(people)).filter(
      (actor) => pollPolicy.may(actor, 'read', poll) && pollPolicy.may(actor, 'vote', poll),
    );
    await this.notifications.tell(tx, {
      people: voters.map((actor) => actor.person!.id),
      name: 'poll.closing',
      cause: `poll.closing ${id} ${closesAt!.toISOString()}`,
      subject: { kind: 'poll', id },
    });
  }
}
