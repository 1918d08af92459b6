import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { NotFound } from '../core/errors/refusal';
import type { Entries } from '../core/journal/entry';
import { Journal } from '../core/journal/journal';
import type { Locale } from '../core/i18n/locales';
import { RoomOrder } from '../rooms/live/room-order';
import type { OfConclusion, RoomEntryName } from '../rooms/rooms.entries';
import type { ConclusionState } from './conclusion-facts';
import { conclusionPolicy, type ConclusionAbility } from './conclusion.policy';
import { standingConclusions, type StandingConclusion } from './standing-conclusion';

/** What is told of a step from one station to the next. */
export interface Step {
  to: ConclusionState;
  entry: Extract<RoomEntryName, `conclusion.${string}`>;
  version?: number;
  until?: Date;
  reason?: { text: string; locale: Locale } | null;
}

type OwnEntry = Exclude<Extract<keyof Entries, `conclusion.${string}`>, RoomEntryName>;

/** The one way to a conclusion for every verb, and the one place where it goes from one station to the next. */
@Injectable()
export class ConclusionAccess {
  constructor(
    private readonly database: DataSource,
    private readonly order: RoomOrder,
    private readonly journal: Journal,
  ) {}

  /** @throws NotFound, SignInRequired, Forbidden */
  async to(
    actor: Actor,
    ability: ConclusionAbility | 'read',
    id: string,
    database: DataSource | EntityManager = this.database,
  ): Promise<StandingConclusion> {
    const [found] = await standingConclusions(database, actor, 'conclusion.id = $1', [id]);
    if (!found) throw new NotFound();
    conclusionPolicy.allow(actor, ability, found);
    return found;
  }

  /**
   * The same within a transaction, in which nobody else moves it.
   * @throws NotFound, SignInRequired, Forbidden, also when it has moved on meanwhile
   */
  async lock(
    tx: EntityManager,
    actor: Actor,
    ability: ConclusionAbility | 'read',
    id: string,
  ): Promise<StandingConclusion> {
    const { roomId } = await this.to(actor, 'read', id, tx);
    // The room first, as every verb of a room: whoever holds it waits for nobody who waits for it.
    await tx.query('select 1 from rooms where id = $1 for update', [roomId]);
    await tx.query('select 1 from conclusions where id = $1 for update', [id]);
    return this.to(actor, ability, id, tx);
  }

  /** On to the next station; the room hears of it. The caller holds the lock. */
  async move(tx: EntityManager, actor: Actor, found: StandingConclusion, step: Step): Promise<void> {
    const { id, roomId, threadId, state: from } = found;
    const { to, entry, version = found.version, until, reason } = step;
    await tx.query(`update conclusions set state = $2, state_since = clock_timestamp() where id = $1`, [
      id,
      to,
    ]);
    await tx.query(
      `insert into conclusion_moves (conclusion_id, from_state, to_state, version, until, reason, locale, moved_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[id, from, to, version, until ?? null, reason?.text ?? null, reason?.locale ?? null],
        actor.person?.id ?? null,
      ],
    );
    const data = { ...ofConclusion({ id, threadId }), version } as Entries[typeof entry];
    await this.order.record(tx, entry, actor, roomId, { kind: 'conclusion', id }, data);
  }

  /** What only the journal hears of. */
  async record<Name extends OwnEntry>(
    tx: EntityManager,
    name: Name,
    actor: Actor,
    { id, roomId }: Pick<StandingConclusion, 'id' | 'roomId'>,
    data: Entries[Name],
  ): Promise<void> {
    const [subject, scope] = [
      { kind: 'conclusion', id },
      { kind: 'room', id: roomId },
    ];
    await this.journal.record(tx, name, { actor, subject, scope, data });
  }
}

export const ofConclusion = ({
  id,
  threadId,
}: Pick<StandingConclusion, 'id' | 'threadId'>): OfConclusion => ({
  ...(threadId && { threadId }),
  conclusionId: id,
});
