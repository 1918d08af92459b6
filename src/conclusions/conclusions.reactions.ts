import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Actor } from '../core/access/actor';
import { Transactions } from '../core/database/transactions';
import type { Entry } from '../core/journal/entry';
import { Later } from '../core/journal/reactions';
import { Notifications } from '../notifications/notifications.service';
import { ConclusionStatements } from './conclusion.statement';
import { standingConclusions } from './standing-conclusion';
import { whoMaySay } from './who-may-say';

type Decided = Entry<'conclusion.opened' | 'conclusion.closed' | 'conclusion.adopted'>;

/** Who is told when something is decided about a conclusion. */
@Injectable()
export class ConclusionsReactions {
  constructor(
    private readonly transactions: Transactions,
    private readonly notifications: Notifications,
    private readonly statements: ConclusionStatements,
  ) {}

  /** Everyone who may say where they stand. */
  @Later('conclusion.opened')
  async ask(entry: Decided): Promise<void> {
    await this.tell(entry, 'conclusion.asked', (tx, id) => this.members(tx, id));
  }

  /** Those who can adopt it now. */
  @Later('conclusion.closed')
  async hand(entry: Decided): Promise<void> {
    await this.tell(entry, 'conclusion.ready', (tx, id) => this.statements.keepersOf(tx, id));
  }

  /** Those who said where they stand. */
  @Later('conclusion.adopted')
  async answer(entry: Decided): Promise<void> {
    await this.tell(entry, 'conclusion.adopted', async (tx, id) => {
      const rows = await tx.query<{ person_id: string }[]>(
        `select taken.person_id from conclusion_positions taken
         join conclusions conclusion on conclusion.id = taken.conclusion_id and conclusion.round = taken.round
         where conclusion.id = $1 and taken.person_id is not null`,
        [id],
      );
      return rows.map((row) => row.person_id);
    });
  }

  /** What a thread led to is shown in the thread that it went into; that may have gone on meanwhile. */
  @Later('thread.merged')
  async follow({ data }: Entry<'thread.merged'>): Promise<void> {
    await this.transactions.run((tx) =>
      tx.query(
        `with recursive way (id, next) as (
           select id, merged_into_id from threads where id = $1
           union
           select thread.id, thread.merged_into_id from way join threads thread on thread.id = way.next
         )
         update conclusions set thread_id = (select id from way where next is null)
         where thread_id = $1 and exists (select from way where next is null)`,
        [data.threadId],
      ),
    );
  }

  private async members(tx: EntityManager, id: string): Promise<string[]> {
    const [found] = await standingConclusions(tx, Actor.system, 'conclusion.id = $1', [id]);
    return found ? whoMaySay(tx, found) : [];
  }

  private async tell(
    { id, subject, actorId }: Decided,
    name: string,
    whom: (tx: EntityManager, id: string) => Promise<string[]>,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const people = await whom(tx, subject.id);
      await this.notifications.tell(tx, { people, by: actorId, name, subject, cause: `${name} ${id}` });
    });
  }
}
