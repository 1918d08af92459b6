import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { Statement } from '../../core/database/statement';
import { Transactions } from '../../core/database/transactions';
import { Conflict, Invalid } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { RoomOrder } from '../live/room-order';
import { STANCES } from './poll-facts';
import { pollPolicy } from './poll.policy';
import { Polls } from './polls.service';
import type { StandingPoll } from './standing-poll';

export interface Answer {
  choices: string[];
  reason: string | null;
  locale: Locale;
}

/** Asked again under the room's lock, since closing, withdrawing and editing take it too. */
const OPEN = `
  select poll.room_id, poll.id from polls poll
  join posts post on post.room_id = poll.room_id and post.id = poll.post_id and post.withdrawn_at is null
  join threads thread on thread.room_id = post.room_id and thread.id = post.thread_id and thread.closed_at is null
  join rooms room on room.id = poll.room_id and room.archived_at is null
  where poll.room_id = $1 and poll.id = $2 and poll.edition = $3 and poll.closed_at is null
    and (poll.closes_at is null or poll.closes_at > clock_timestamp())`;

const CAST = new Statement(`
  insert into poll_votes (room_id, poll_id, person_id, choices, reason, reason_locale)
  select open.room_id, open.id, $4, $5, $6, $7 from (${OPEN}) open
  on conflict (room_id, poll_id, person_id) do update
    set choices = excluded.choices, reason = excluded.reason, reason_locale = excluded.reason_locale
  returning 1`);

const TAKE_BACK = new Statement(`
  delete from poll_votes using (${OPEN}) open
  where poll_votes.room_id = open.room_id and poll_votes.poll_id = open.id and poll_votes.person_id = $4
  returning 1`);

/** It was closed, changed or moved between asking and writing. */
class Overtaken extends Error {}

/** What people do in polls: one vote each, the last one counts. */
@Injectable()
export class Voting {
  constructor(
    private readonly transactions: Transactions,
    private readonly order: RoomOrder,
    private readonly polls: Polls,
  ) {}

  /** Votes, or votes otherwise. The same vote again changes nothing. */
  async vote(actor: Actor, id: string, answer: Answer): Promise<void> {
    const poll = await this.votable(actor, id);
    assertAnswers(poll, answer);
    const choices = inOrder(poll, answer.choices);
    const { own } = poll;
    if (own && own.reason === answer.reason && own.choices.join() === choices.join()) return;
    await this.change(actor, poll, CAST, [choices, answer.reason, answer.reason && answer.locale]);
  }

  /** As if one had never voted. */
  async takeBack(actor: Actor, id: string): Promise<void> {
    const poll = await this.votable(actor, id);
    if (poll.own) await this.change(actor, poll, TAKE_BACK, []);
  }

  private async votable(actor: Actor, id: string): Promise<StandingPoll> {
    const poll = await this.polls.find(actor, id);
    pollPolicy.allow(actor, 'vote', poll);
    return poll;
  }

  private async change(
    actor: Actor,
    poll: StandingPoll,
    act: Statement<object>,
    values: unknown[],
  ): Promise<void> {
    try {
      await this.transactions.run((tx) => this.write(tx, actor, poll, act, values));
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      await this.votable(actor, poll.id); // says that it is closed, if it is
      throw new Conflict(undefined, 'rooms:refusal.poll_changed');
    }
  }

  /** The entry of a vote in a secret poll names nobody. */
  private async write(
    tx: EntityManager,
    actor: Actor,
    { id, roomId, postId, threadId, edition, secret }: StandingPoll,
    act: Statement<object>,
    values: unknown[],
  ): Promise<void> {
    const seq = await this.order.next(tx, roomId);
    const rows = await act.run(tx, [roomId, id, edition, actor.person!.id, ...values]);
    if (rows.length === 0) throw new Overtaken();
    const data = { threadId, postId, pollId: id };
    const by = secret ? Actor.system : actor;
    await this.order.record(tx, 'poll.voted', by, roomId, { kind: 'poll', id }, data, seq);
  }
}

/** As the poll lists them, so that the same choice is always the same. */
const inOrder = (poll: StandingPoll, choices: readonly string[]): string[] =>
  offered(poll).filter((choice) => choices.includes(choice));

const offered = ({ kind, options }: StandingPoll): string[] =>
  kind === 'sense_check' ? [...STANCES] : options.map(({ id }) => id);

/** @throws Invalid at `choices` or `reason` */
function assertAnswers(poll: StandingPoll, { choices, reason }: Answer): void {
  const chosen = new Set(choices.map((choice) => choice.toLowerCase()));
  const known = offered(poll);
  if ([...chosen].some((choice) => !known.includes(choice)))
    throw Invalid.field('choices', 'rooms:poll.wrong.choice');
  if (chosen.size === 0) throw Invalid.field('choices', 'rooms:poll.wrong.nothing');
  const most = poll.kind === 'multiple' ? (poll.most ?? known.length) : 1;
  if (chosen.size > most) throw Invalid.field('choices', 'rooms:poll.wrong.over', { count: most });
  if (poll.kind !== 'sense_check' && reason !== null)
    throw Invalid.field('reason', 'rooms:poll.wrong.no_reason');
  if (chosen.has('block') && reason === null) throw Invalid.field('reason', 'rooms:poll.wrong.reason');
}
