import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../../core/database/transactions';
import type { Entry } from '../../../core/journal/entry';
import { Later } from '../../../core/journal/reactions';
import { Notifications } from '../../../notifications/notifications.service';
import { Reminders } from '../../../notifications/reminders.service';
import type { AnswerState } from '../../comparison-facts';
import { AnswerStatements } from '../answer.statements';

/** What people are told when an answer gets there. */
const TOLD: Partial<Record<AnswerState, 'presented' | 'agreed' | 'checked' | 'disputed'>> = {
  commented: 'presented',
  agreed: 'agreed',
  checked: 'checked',
  disputed: 'disputed',
};

/** Whoever has the ball hears of it: members who may comment, hosts who may check, those who answer for it. */
@Injectable()
export class AnswerNews {
  constructor(
    private readonly transactions: Transactions,
    private readonly notifications: Notifications,
    private readonly reminders: Reminders,
    private readonly statements: AnswerStatements,
  ) {}

  @Later('answer.moved')
  async moved({ id: cause, subject, actorId, data: { to } }: Entry<'answer.moved'>): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.reminders.drop(tx, commentsOf(subject.id));
      if (to === 'commented') await this.remind(tx, subject);
      const told = TOLD[to];
      if (!told) return;
      await this.notifications.tell(tx, {
        ...{ people: await this.concerned(tx, subject.id, to), by: actorId, subject },
        ...{ name: `answer.${told}`, data: { id: subject.id }, cause: `answer ${cause}` },
      });
    });
  }

  @Later('answer.commented')
  async commented({ id: cause, subject, actorId }: Entry<'answer.commented'>): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.notifications.tell(tx, {
        ...{ people: await this.statements.keepersOf(tx, subject.id), by: actorId, subject },
        ...{ name: 'answer.commented', data: { id: subject.id }, cause: `answer ${cause}` },
      });
    });
  }

  /** When the days for comments are over, its platform goes on. */
  private async remind(tx: EntityManager, subject: { kind: string; id: string }): Promise<void> {
    const [row] = await tx.query<{ on: string | null }[]>(
      `select to_char(comments_until + 1, 'YYYY-MM-DD') as on from answers where id = $1 and state = 'commented'`,
      [subject.id],
    );
    if (!row?.on) return;
    await this.reminders.ask(tx, {
      ...{ people: await this.statements.keepersOf(tx, subject.id), subject, on: row.on },
      ...{ name: 'answer.comments_over', data: { id: subject.id }, cause: commentsOf(subject.id) },
    });
  }

  private async concerned(tx: EntityManager, id: string, to: AnswerState): Promise<string[]> {
    if (to !== 'commented' && to !== 'agreed') return this.statements.keepersOf(tx, id);
    const rows = await tx.query<{ person_id: string }[]>(
      to === 'commented'
        ? `select held.person_id from answers answer join grants held
             on held.place_id = answer.platform_id and held.role in ('host', 'member') where answer.id = $1`
        : `select held.person_id from answers answer
           join comparison_countries other on other.comparison_id = answer.comparison_id
             and other.platform_id is distinct from answer.platform_id
           join grants held on held.place_id = other.platform_id and held.role = 'host' where answer.id = $1`,
      [id],
    );
    return rows.map((row) => row.person_id);
  }
}

const commentsOf = (id: string): string => `answer comments ${id}`;
