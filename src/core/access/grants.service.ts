import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Grant, Role } from './actor';

/** The powers of people, one row each. Capabilities give and take them with the act that decides it. */
@Injectable()
export class Grants {
  constructor(private readonly database: DataSource) {}

  of(personId: string): Promise<Grant[]> {
    return this.database.query(
      'select role, place_id as "placeId", detail from grants where person_id = $1',
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
      'select person_id from grants where role = $1 and place_id is not distinct from $2',
      [role, placeId],
    );
    return rows.map((row) => row.person_id);
  }
}
