import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Conflict } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { rememberOriginal } from '../../core/texts/original-revisions';
import { RoomOrder } from '../live/room-order';
import { addOptions } from './new-polls';
import { PollClosing } from './poll-closing.service';
import { pollPolicy } from './poll.policy';
import type { EditedPoll } from './poll.schema';
import { Polls } from './polls.service';
import type { StandingPoll } from './standing-poll';

/** Compare-and-set on the edition, and only as long as nobody has voted. */
const EDIT = `
  update polls poll set kind = $4, question = $5, most = $6, secret = $7, closes_at = $8, reminded_at = null, edition = edition + 1,
    revision = revision + case when question = $5 then 0 else 1 end
  where room_id = $1 and id = $2 and edition = $3 and closed_at is null
    and not exists (select from poll_votes vote where vote.room_id = $1 and vote.poll_id = $2)
  returning 1`;

class Overtaken extends Error {}

/** What the author of a poll does with it, and who keeps its room. */
@Injectable()
export class PollKeeping {
  constructor(
    private readonly transactions: Transactions,
    private readonly order: RoomOrder,
    private readonly journal: Journal,
    private readonly polls: Polls,
    private readonly closing: PollClosing,
  ) {}

  /** The poll in its own language, for who may change it. */
  async forEditing(actor: Actor, id: string): Promise<StandingPoll> {
    const poll = await this.polls.find(actor, id);
    pollPolicy.allow(actor, 'edit', poll);
    return poll;
  }

  /** @throws Forbidden once somebody has voted, Conflict when it was changed meanwhile */
  async edit(actor: Actor, id: string, input: EditedPoll): Promise<void> {
    const poll = await this.forEditing(actor, id);
    try {
      await this.transactions.run((tx) => this.change(tx, actor, poll, input));
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      const { edition, question } = await this.forEditing(actor, id);
      throw new Conflict({ revision: edition, question });
    }
  }

  /** Closes it now: what came of it stays. */
  async close(actor: Actor, id: string): Promise<void> {
    const poll = await this.polls.find(actor, id);
    pollPolicy.allow(actor, 'close', poll);
    const closed = await this.closing.closeNow(actor, poll.roomId, id);
    if (!closed) pollPolicy.allow(actor, 'close', await this.polls.find(actor, id));
  }

  private async change(tx: EntityManager, actor: Actor, poll: StandingPoll, input: EditedPoll) {
    const { id, roomId, postId, threadId, locale, revision, question } = poll;
    const seq = await this.order.next(tx, roomId);
    const [rows] = await tx.query<[unknown[], number]>(EDIT, [
      ...[roomId, id, input.baseEdition, input.kind, input.question],
      ...[input.most, input.secret, input.closesAt],
    ]);
    if (rows.length === 0) throw new Overtaken();
    if (question !== input.question)
      await rememberOriginal(
        tx,
        { kind: 'poll', id, locale, revision, strings: { question } },
        { by: actor, weight: 'meaning' },
      );
    await this.arrange(tx, actor, poll, input.options);
    const data = { threadId, postId, pollId: id };
    await this.order.record(tx, 'poll.changed', actor, roomId, { kind: 'poll', id }, data, seq);
  }

  /** An answer that still stands keeps its translations; the others go, and new ones come. */
  private async arrange(
    tx: EntityManager,
    actor: Actor,
    { id: pollId, roomId, locale, options }: StandingPoll,
    labels: string[],
  ): Promise<void> {
    const gone = options.filter(({ label }) => !labels.includes(label)).map(({ id }) => id);
    await tx.query('delete from poll_options where room_id = $1 and id = any($2)', [roomId, gone]);
    for (const id of gone)
      await this.journal.record(tx, 'poll_option.removed', {
        actor,
        subject: { kind: 'poll_option', id },
        scope: { kind: 'room', id: roomId },
        data: { pollId },
      });
    await tx.query(
      `update poll_options set position = array_position($3::text[], label) - 1
       where room_id = $1 and poll_id = $2`,
      [roomId, pollId, labels],
    );
    const known = new Set(options.map(({ label }) => label));
    const added = labels
      .map((label, position) => ({ label, position }))
      .filter(({ label }) => !known.has(label));
    await addOptions(tx, this.journal, actor, { roomId, pollId, locale }, added);
  }
}
