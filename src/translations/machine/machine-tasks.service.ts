import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LOCALES, type Locale } from '../../core/i18n/locales';
import type { TextKind } from '../../core/texts/text-kind';
import type { TranslationOf } from '../segment-store';

export const TASK_STATES = ['waiting', 'running', 'sent', 'done', 'refused', 'withheld'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export interface Task extends TranslationOf {
  attempts: number;
}

export interface TaskEnd {
  state: 'sent' | 'done' | 'refused' | 'withheld';
  reason?: string;
}

/** What is to be translated by a machine: one row for each text and language, as long as the text is there. */
@Injectable()
export class MachineTasks {
  constructor(private readonly database: DataSource) {}

  /** As often as one likes: what waits already waits once. */
  async ask(kind: string, id: string, locales: readonly Locale[]): Promise<void> {
    await this.database.query(
      `insert into machine_tasks (kind, owner_id, locale, state)
       select $1, $2, locale, 'waiting' from unnest($3::text[]) locale
       on conflict (owner_id, locale) do update set state = 'waiting', reason = null, attempts = 0,
         due_at = clock_timestamp(), asked_at = clock_timestamp(), changed_at = clock_timestamp()`,
      [kind, id, locales],
    );
  }

  /** Everything of a kind that nobody has translated yet, and what a machine made of an older original. */
  async askForAll({ name, table, translations, joins, columns }: TextKind): Promise<number> {
    const [{ asked }] = await this.database.query<[{ asked: number }]>(
      `with asked as (
         insert into machine_tasks (kind, owner_id, locale, state)
         select $1, owner.id, target.locale, 'waiting'
         from ${table} owner ${joins} cross join unnest($2::text[]) target (locale)
         where target.locale <> owner.locale and (${columns.shown}) and not exists (
           select from ${translations} made where made.owner_id = owner.id and made.locale = target.locale
             and not (made.status = 'machine' and made.source_revision < owner.revision))
         on conflict (owner_id, locale) do update set state = 'waiting', reason = null, attempts = 0,
           due_at = clock_timestamp(), changed_at = clock_timestamp()
           where machine_tasks.state in ('done', 'refused', 'withheld')
         returning 1)
       select count(*)::int as asked from asked`,
      [name, LOCALES],
    );
    return asked;
  }

  /** The next one that is due; it is ours until it ends, or until we do. */
  async next(): Promise<Task | undefined> {
    const [rows] = await this.database.query<[Task[], number]>(
      `update machine_tasks set state = 'running', attempts = attempts + 1, changed_at = clock_timestamp()
       where (owner_id, locale) = (select owner_id, locale from machine_tasks
         where state = 'waiting' and due_at <= now() order by due_at limit 1 for update skip locked)
       returning kind, owner_id as id, locale, attempts`,
    );
    return rows[0];
  }

  /** Unless it was asked for again meanwhile: then it waits. */
  async end(task: Task, { state, reason }: TaskEnd): Promise<void> {
    await this.database.query(
      `update machine_tasks set state = $3, reason = $4, changed_at = clock_timestamp()
       where owner_id = $1 and locale = $2 and state = 'running'`,
      [task.id, task.locale, state, reason ?? null],
    );
  }

  async later(task: Task, milliseconds: number, reason: string, counts = true): Promise<void> {
    await this.database.query(
      `update machine_tasks set state = 'waiting', reason = $4, due_at = now() + $3 * interval '1 millisecond',
         attempts = attempts - $5, changed_at = clock_timestamp()
       where owner_id = $1 and locale = $2 and state = 'running'`,
      [task.id, task.locale, milliseconds, reason, counts ? 0 : 1],
    );
  }

  /** What was begun by a process that is gone. Only for who holds the lock of all tasks. */
  async takeUp(): Promise<void> {
    await this.database.query(
      `update machine_tasks set state = 'waiting', attempts = greatest(0, attempts - 1) where state = 'running'`,
    );
  }

  /** Somebody has called: whoever waited for that looks again, now or in so many milliseconds. */
  async wake(locale: Locale, milliseconds = 0): Promise<void> {
    await this.database.query(
      `update machine_tasks set state = 'waiting', attempts = 0, due_at = now() + $2 * interval '1 millisecond'
       where state = 'sent' and locale = $1`,
      [locale, milliseconds],
    );
  }
}
