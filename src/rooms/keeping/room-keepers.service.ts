import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { STANDING } from '../../core/access/grants.service';
import type { Room } from '../room.entity';

type Kept = Pick<Room, 'platformId' | 'partnershipId'>;
type Database = Pick<EntityManager, 'query'>;

const NEAR = `(role = 'host' and place_id = $1) or (role in ('organiser', 'editor') and place_id = $2)`;

/** Who keeps order in a room, for those who tell them. `keeps` in the policy says the same of one actor. */
@Injectable()
export class RoomKeepers {
  constructor(private readonly database: DataSource) {}

  /** Hosts, organisers and editors; where there are none, as in rooms of the whole hub, its administrators. */
  async of(room: Kept, database: Database = this.database): Promise<string[]> {
    const near = await this.near(room, database);
    return near.length > 0 ? near : this.administrators(database);
  }

  async includes(room: Kept, personId: string, database: Database): Promise<boolean> {
    const near = await this.near(room, database);
    return near.includes(personId) || (await this.administrators(database)).includes(personId);
  }

  private async near({ platformId, partnershipId }: Kept, database: Database): Promise<string[]> {
    return idsOf(
      await database.query(`select distinct person_id as id from grants where (${NEAR}) and ${STANDING}`, [
        platformId,
        partnershipId,
      ]),
    );
  }

  private async administrators(database: Database): Promise<string[]> {
    return idsOf(await database.query(`select person_id as id from grants where role = 'administrator'`));
  }
}

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);
