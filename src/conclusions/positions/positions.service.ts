import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import type { Locale } from '../../core/i18n/locales';
import { ConclusionAccess } from '../conclusion.access';
import type { Position } from '../conclusion-facts';
import type { StandingConclusion } from '../standing-conclusion';
import type { NewPosition } from './position.schema';
import { whoMaySay } from '../who-may-say';
import { standingOfPeople } from './standing-of-people';

export interface PositionRow {
  personId: string | null;
  name: string | null;
  position: Position;
  reason: string | null;
  locale: Locale;
  takenAt: Date;
}

/** Where people stand. */
@Injectable()
export class Positions {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ConclusionAccess,
  ) {}

  /** Takes a position, or another one: the last one counts. */
  async take(actor: Actor, id: string, { position, reason, locale }: NewPosition): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'take', id);
      const [who] = await standingOfPeople(tx, found, [actor.person!.id]);
      await tx.query(
        `insert into conclusion_positions (conclusion_id, round, person_id, position, reason, locale,
           stakeholder_group_id, organisation_id, country)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (conclusion_id, round, person_id) do update set position = excluded.position,
           reason = excluded.reason, locale = excluded.locale, organisation_id = excluded.organisation_id,
           stakeholder_group_id = excluded.stakeholder_group_id, country = excluded.country,
           taken_at = clock_timestamp()`,
        [
          ...[id, found.round, actor.person!.id, position, reason, locale],
          ...[who?.groupId ?? null, who?.organisationId ?? null, who?.country ?? null],
        ],
      );
      await this.access.record(tx, 'conclusion.position_taken', actor, found, { position });
    });
  }

  /** Those of one round, in the order in which they were taken. */
  async of(
    conclusionId: string,
    round: number,
    database: DataSource | EntityManager = this.database,
  ): Promise<PositionRow[]> {
    return database.query<PositionRow[]>(
      `select taken.person_id as "personId", person.name, taken.position, taken.reason, taken.locale,
         taken.taken_at as "takenAt"
       from conclusion_positions taken left join people person on person.id = taken.person_id
       where taken.conclusion_id = $1 and taken.round = $2 order by taken.taken_at, taken.id`,
      [conclusionId, round],
    );
  }

  /** Whether everyone who may has taken one; never where anybody may. */
  async areComplete(tx: EntityManager, found: StandingConclusion): Promise<boolean> {
    const people = await whoMaySay(tx, found);
    const taken = new Set((await this.of(found.id, found.round, tx)).map(({ personId }) => personId));
    return people.length > 0 && people.every((id) => taken.has(id));
  }
}
