import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { afterCommit } from '../core/database/transactions';
import { Sockets } from '../core/realtime/sockets.gateway';
import type { News } from './notice-kind';

interface Told extends Omit<News, 'cause'> {
  people: readonly string[];
  /** For all of them the same, or for each her own. */
  cause: string | ((personId: string) => string);
  /** Who did it, and is not told of it. */
  by?: string | null;
  /** Whoever has read it is told anew, whoever has not is not told twice: `something waits`, until she looks. */
  again?: boolean;
}

/** Tells people in the hub what concerns them. */
@Injectable()
export class Notifications {
  constructor(private readonly sockets: Sockets) {}

  /**
   * In the transaction of the verb or the reaction, opened by `Transactions.run`. Whoever was told of this cause before
   * is not told again, so a reaction may be performed twice.
   */
  async tell(tx: EntityManager, { people, by, name, subject, data = {}, cause, again }: Told): Promise<void> {
    const others = [...new Set(people)].filter((id) => id !== by);
    if (others.length === 0) return;
    const causes = others.map((id) => (typeof cause === 'string' ? cause : cause(id)));
    if (again)
      await tx.query(
        `update notifications set cause = cause || ' ' || id
         where (person_id, cause) in (select * from unnest($1::uuid[], $2::text[])) and read_at is not null`,
        [others, causes],
      );
    const told = await tx.query<{ person_id: string }[]>(
      `insert into notifications (person_id, name, subject_kind, subject_id, data, cause)
       select people.id, $3, $4, $5, $6, told.cause
       from unnest($1::uuid[], $2::text[]) told (id, cause) join people on people.id = told.id
       on conflict (person_id, cause) do nothing returning person_id`,
      [others, causes, name, subject.kind, subject.id, JSON.stringify(data)],
    );
    afterCommit(tx, () =>
      this.sockets.tell(
        told.map(({ person_id }) => person_id),
        'notifications',
      ),
    );
  }
}
