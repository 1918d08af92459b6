import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { StatementKind } from '../evidence/statement-kind';
import { ConclusionAccess } from './conclusion.access';

/** Conclusions as statements that rest on what was said. */
@Injectable()
export class ConclusionStatements extends StatementKind {
  readonly name = 'conclusion';

  constructor(private readonly access: ConclusionAccess) {
    super();
  }

  async allowCiting(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    await this.access.lock(tx, actor, 'edit', id);
  }

  /** Who keeps its room. */
  async keepersOf(tx: EntityManager, id: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select distinct held.person_id as id
       from conclusions conclusion join rooms room on room.id = conclusion.room_id
       join grants held on (held.role = 'host' and held.place_id = room.platform_id)
         or (held.role in ('organiser', 'editor') and held.place_id = room.partnership_id)
       where conclusion.id = $1`,
      [id],
    );
    return rows.map((row) => row.id);
  }

  async isReplaced(tx: EntityManager, id: string): Promise<boolean> {
    const [row] = await tx.query<[{ replaced: boolean }?]>(
      `select state = 'replaced' as replaced from conclusions where id = $1`,
      [id],
    );
    return row?.replaced ?? false;
  }
}
