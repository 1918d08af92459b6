import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Statement } from '../core/database/statement';
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

const TELL = new Statement<{ person_id: string }>(
  `insert into notifications (person_id, name, subject_kind, subject_id, data, cause)
   select people.id, told.name, told.kind, told.subject_id, told.data::jsonb, told.cause
   from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[]) with ordinality
     told (id, name, kind, subject_id, data, cause, nth)
   join people on people.id = told.id
   order by told.nth
   on conflict (person_id, cause) do nothing returning person_id`,
);

/** One thing that one person is told. */
export interface Notice extends Omit<News, 'cause'> {
  personId: string;
  cause: string;
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
    await this.tellAll(
      tx,
      others.map((personId, nth) => ({ personId, name, subject, data, cause: causes[nth]! })),
    );
  }

  /** The same for notices of many kinds: nobody is told twice of one cause, here or by another call. */
  async tellAll(tx: EntityManager, notices: readonly Notice[]): Promise<void> {
    if (notices.length === 0) return;
    const told = await TELL.run(tx, [
      notices.map(({ personId }) => personId),
      notices.map(({ name }) => name),
      notices.map(({ subject }) => subject.kind),
      notices.map(({ subject }) => subject.id),
      notices.map(({ data }) => JSON.stringify(data ?? {})),
      notices.map(({ cause }) => cause),
    ]);
    afterCommit(tx, () =>
      this.sockets.tell([...new Set(told.map(({ person_id }) => person_id))], 'notifications'),
    );
  }
}
