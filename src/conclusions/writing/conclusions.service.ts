import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { revise } from '../../core/database/revise';
import { Transactions } from '../../core/database/transactions';
import { Conflict, Invalid } from '../../core/errors/refusal';
import { Rooms } from '../../rooms/rooms.service';
import { ConclusionAccess } from '../conclusion.access';
import { Conclusion, ConclusionTranslation } from '../conclusion.entity';
import { newConclusionPolicy } from '../conclusion.policy';
import type { StandingConclusion } from '../standing-conclusion';
import { Passages } from './passages.service';
import type { EditedConclusion, NewConclusion } from './writing.schema';

const KIND = {
  name: 'conclusion',
  entity: Conclusion,
  translation: ConclusionTranslation,
  strings: ['statement', 'reasoning'] satisfies (keyof Conclusion)[],
};

/** How conclusions are written. */
@Injectable()
export class Conclusions {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ConclusionAccess,
    private readonly rooms: Rooms,
    private readonly passages: Passages,
  ) {}

  /**
   * A draft under the next number of the room.
   * @param roomKey id or slug of the room
   * @returns its id
   */
  async draft(
    actor: Actor,
    roomKey: string,
    { threadId, passages, ...input }: NewConclusion,
  ): Promise<string> {
    const room = await this.rooms.find(actor, roomKey);
    newConclusionPolicy.allow(actor, 'draft', room);
    const { statement, reasoning, locale } = input;
    return this.transactions.run(async (tx) => {
      if (threadId) await assertThread(tx, room.id, threadId);
      await tx.query('select 1 from rooms where id = $1 for update', [room.id]);
      const [row] = await tx.query<[{ id: string }]>(
        `insert into conclusions (room_id, thread_id, number, statement, reasoning, locale, created_by)
         select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 from conclusions where room_id = $1
         returning id`,
        [room.id, threadId, statement, reasoning, locale, actor.person?.id ?? null],
      );
      const { id } = row;
      await this.access.record(tx, 'conclusion.drafted', actor, { id, roomId: room.id }, {});
      for (const passage of passages) await this.passages.cite(tx, actor, { id, roomId: room.id }, passage);
      return id;
    });
  }

  /** @throws Conflict when somebody else has saved meanwhile */
  async edit(actor: Actor, id: string, input: EditedConclusion): Promise<StandingConclusion> {
    const { revision, weight, ...words } = input;
    return this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'edit', id);
      const saved = await revise(tx, KIND, id, revision, words, { by: actor, weight });
      if (!saved) throw new Conflict(standingWords(found));
      await this.access.record(tx, 'conclusion.edited', actor, found, { revision: revision + 1 });
      return this.access.to(actor, 'read', id, tx);
    });
  }
}

const standingWords = ({ revision, statement, reasoning, locale }: StandingConclusion) => ({
  revision,
  statement,
  reasoning,
  locale,
});

async function assertThread(tx: EntityManager, roomId: string, threadId: string): Promise<void> {
  const found = await tx.query<unknown[]>('select 1 from threads where room_id = $1 and id = $2', [
    roomId,
    threadId,
  ]);
  if (found.length === 0) throw Invalid.field('threadId', 'errors:field.id');
}
