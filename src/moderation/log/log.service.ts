import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { positional } from '../../core/texts/text-kinds';
import { assertKeeper, type QueueRoom } from '../cases/queue.service';
import { logPolicy } from './log.policy';
import type { LogFilter, LoggedDecision } from './log.schema';
import { LOGGED } from './logged';

const PAGE = 50;

/** Every decision that was ever taken; nothing in it is changed. */
@Injectable()
export class DecisionLog {
  constructor(private readonly database: DataSource) {}

  /** Newest first; those about the actor herself are for others. */
  async list(actor: Actor, filter: LogFilter): Promise<{ decisions: LoggedDecision[]; pages: number }> {
    assertKeeper(actor);
    const { where, values } = conditions(actor, filter);
    const decisions = await this.database.query<(LoggedDecision & { decidedAt: Date })[]>(
      `select logged.id, logged.measure, logged.outcome, logged.number, logged.ground, logged.amount,
         logged.until::text as until, logged.decided_at as "decidedAt",
         case when logged.reason is not null then
           json_build_object('text', logged.reason, 'locale', logged.locale) end as reason,
         case when about.id is not null then json_build_object('id', about.id, 'name', about.name) end as about,
         case when decider.id is not null then json_build_object('id', decider.id, 'name', decider.name) end as decider,
         case when logged.case_id is not null then
           json_build_object('id', logged.case_id, 'number', logged.case_number) end as case,
         case when thread.id is not null then
           json_build_object('id', thread.id, 'title', thread.title, 'locale', thread.locale) end as thread,
         json_build_object('slug', room.slug, 'name', room.name, 'locale', room.locale) as room
       from ${LOGGED} left join people decider on decider.id = logged.decided_by
       left join people about on about.id = logged.about_id
       left join threads thread on thread.room_id = logged.room_id and thread.id = logged.thread_id
       where ${where} order by logged.decided_at desc, logged.id limit ${PAGE} offset ${(filter.page - 1) * PAGE}`,
      values,
    );
    const [{ count }] = await this.database.query<[{ count: number }]>(
      `select count(*)::int as count from ${LOGGED} where ${where}`,
      values,
    );
    const told = decisions.map((each) => ({ ...each, decidedAt: each.decidedAt.toISOString() }));
    return { decisions: told, pages: Math.ceil(count / PAGE) };
  }

  /** Rooms where something was decided. */
  async rooms(actor: Actor): Promise<QueueRoom[]> {
    const { where, values } = conditions(actor, {});
    return this.database.query<QueueRoom[]>(
      `select distinct room.slug, room.name, room.locale from ${LOGGED} where ${where} order by room.name`,
      values,
    );
  }
}

function conditions(
  actor: Actor,
  { room, measure, from, to }: Partial<LogFilter>,
): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const parts = [positional(logPolicy.readable(actor, 'logged'), values)];
  if (room) parts.push(`room.slug = $${values.push(room)}`);
  if (measure) parts.push(`logged.measure = $${values.push(measure)}`);
  if (from) parts.push(`logged.decided_at >= $${values.push(from)}::date`);
  if (to) parts.push(`logged.decided_at < $${values.push(to)}::date + 1`);
  return { where: parts.join(' and '), values };
}
