import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { afterCommit } from '../core/database/transactions';
import { Sockets } from '../core/realtime/sockets.gateway';
import type { News } from './notice-kind';

interface Told extends News {
  people: readonly string[];
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
    if (again)
      await tx.query(
        `update notifications set cause = cause || ' ' || id
         where person_id = any($1::uuid[]) and cause = $2 and read_at is not null`,
        [others, cause],
      );
    const told = await tx.query<{ person_id: string }[]>(
      `insert into notifications (person_id, name, subject_kind, subject_id, data, cause)
       select id, $2, $3, $4, $5, $6 from people where id = any($1::uuid[])
       on conflict (person_id, cause) do nothing returning person_id`,
      [others, name, subject.kind, subject.id, JSON.stringify(data), cause],
    );
    afterCommit(tx, () =>
      this.sockets.tell(
        told.map(({ person_id }) => person_id),
        'notifications',
      ),
    );
  }
}
