import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Grant, Role } from './actor';

/** Which rows of `grants` hold now. */
export const STANDING = '(until is null or until > now())';

/** `Actor.powers` of a person, as SQL. */
export const powersOf = (person: string): string => `coalesce((
  select string_agg(power, ',' order by power collate "C") from (
    select concat(role, ' ', place_id, ' ', detail) as power from grants
    where person_id = ${person} and ${STANDING}) held), '')`;

/** The powers of people, one row each. Capabilities give and take them with the act that decides it. */
@Injectable()
export class Grants {
  constructor(private readonly database: DataSource) {}

  of(personId: string): Promise<Grant[]> {
    return this.database.query(
      `select role, place_id as "placeId", detail from grants where person_id = $1 and ${STANDING}`,
      [personId],
    );
  }

  /** Giving twice is giving once. */
  async give(
    tx: EntityManager,
    personId: string,
    role: Role,
    placeId: string | null,
    detail: string | null = null,
  ) {
    await tx.query(
      'insert into grants (person_id, role, place_id, detail) values ($1, $2, $3, $4) on conflict do nothing',
      [personId, role, placeId, detail],
    );
  }

  /** The same up to a moment, after which nobody needs to take it: whoever held it otherwise holds it so from now on. */
  async giveUntil(tx: EntityManager, personId: string, role: Role, placeId: string, until: Date | null) {
    await tx.query(
      `insert into grants (person_id, role, place_id, until) values ($1, $2, $3, $4)
       on conflict on constraint grants_once do update set until = excluded.until`,
      [personId, role, placeId, until],
    );
  }

  async take(
    tx: EntityManager,
    personId: string,
    role: Role,
    placeId: string | null,
    detail: string | null = null,
  ) {
    await tx.query(
      `delete from grants where person_id = $1 and role = $2 and place_id is not distinct from $3
         and detail is not distinct from $4`,
      [personId, role, placeId, detail],
    );
  }

  /** Ids of the people who hold the role at the place. */
  async holders(role: Role, placeId: string | null): Promise<string[]> {
    const rows: { person_id: string }[] = await this.database.query(
      `select person_id from grants where role = $1 and place_id is not distinct from $2 and ${STANDING}`,
      [role, placeId],
    );
    return rows.map((row) => row.person_id);
  }
}
