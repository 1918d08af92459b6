import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Transactions } from '../core/database/transactions';
import { Chore } from '../core/jobs/chore';
import type { News, NoticeData } from './notice-kind';
import { Notifications } from './notifications.service';

interface Asked extends News {
  people: readonly string[];
  /** Calendar date: `2026-11-22`. */
  on: string;
}

interface Due {
  cause: string;
  person_id: string;
  name: string;
  subject_kind: string;
  subject_id: string;
  data: NoticeData;
  on: string;
}

/** Milliseconds between two looks at the calendar. */
const PAUSE = 600_000;
const ROUND = 200;

/** Days change for all at the same moment, wherever the machine stands. */
const TODAY = `(now() at time zone 'Europe/Brussels')::date`;

/** Tells people of something when its day has come, unless it was taken back until then. */
@Injectable()
export class Reminders extends Chore {
  private looked = 0;

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly notifications: Notifications,
  ) {
    super();
  }

  /** In the transaction of the verb. Asking again for the same cause and person moves the day. */
  async ask(tx: EntityManager, { people, name, subject, data = {}, on, cause }: Asked): Promise<void> {
    await tx.query(
      `insert into reminders (cause, person_id, name, subject_kind, subject_id, data, remind_on)
       select $2, id, $3, $4, $5, $6, $7 from people where id = any($1::uuid[])
       on conflict (cause, person_id) do update
         set name = excluded.name, data = excluded.data, remind_on = excluded.remind_on`,
      [[...new Set(people)], cause, name, subject.kind, subject.id, JSON.stringify(data), on],
    );
  }

  /** Takes back what was not told yet, for all who were to be reminded. */
  async drop(tx: EntityManager, cause: string): Promise<void> {
    await tx.query('delete from reminders where cause = $1', [cause]);
  }

  async perform(): Promise<boolean> {
    if (Date.now() - this.looked < PAUSE) return false;
    const more = await this.tellDue();
    if (!more) this.looked = Date.now();
    return more;
  }

  /** One round. Rows that another process is telling are left to it. @returns whether there may be more */
  async tellDue(): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const [due] = await tx.query<[Due[]]>(
        `delete from reminders using (
           select cause, person_id from reminders where remind_on <= ${TODAY}
           order by remind_on limit ${ROUND} for update skip locked) due
         where reminders.cause = due.cause and reminders.person_id = due.person_id
         returning reminders.*, reminders.remind_on::text as on`,
      );
      for (const { cause, person_id, name, subject_kind, subject_id, data, on } of due)
        await this.notifications.tell(tx, {
          ...{ people: [person_id], name, data, cause: `reminder ${cause} ${on}` },
          subject: { kind: subject_kind, id: subject_id },
        });
      return due.length === ROUND;
    });
  }
}
