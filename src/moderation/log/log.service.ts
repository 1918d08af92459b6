import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { positional } from '../../core/texts/text-kinds';
import { casePolicy } from '../cases/case.policy';
import { assertKeeper, type QueueRoom } from '../cases/queue.service';
import type { Decision } from '../decisions/measure';
import type { LogFilter } from './log.schema';

export const PAGE = 50;

/** One decision as it stands in the log. */
export interface LoggedDecision extends Decision {
  decider: string | null;
  caseId: string;
  caseNumber: string;
  author: string | null;
  room: QueueRoom;
}

/** Every decision that was ever taken; nothing in it is changed. */
@Injectable()
export class DecisionLog {
  constructor(private readonly database: DataSource) {}

  /** Newest first; those about the actor's own posts are for others. */
  async list(actor: Actor, filter: LogFilter): Promise<{ decisions: LoggedDecision[]; pages: number }> {
    assertKeeper(actor);
    const { where, values } = this.conditions(actor, filter);
    const decisions = await this.database.query<LoggedDecision[]>(
      `select decision.id, decision.number::text, measure, outcome, ground, facts, decision.locale,
         decider.name as decider, decision.decided_at as "decidedAt", matter.id as "caseId", matter.number::text as "caseNumber",
         author.name as author, json_build_object('slug', room.slug, 'name', room.name, 'locale', room.locale) as room
       from ${JOINED} left join people decider on decider.id = decision.decided_by
       left join people author on author.id = matter.author_id
       where ${where} order by decision.number desc limit ${PAGE} offset ${(filter.page - 1) * PAGE}`,
      values,
    );
    const [{ count }] = await this.database.query<[{ count: number }]>(
      `select count(*)::int as count from ${JOINED} where ${where}`,
      values,
    );
    return { decisions, pages: Math.ceil(count / PAGE) };
  }

  /** Rooms where something was decided. */
  async rooms(actor: Actor): Promise<QueueRoom[]> {
    const values: unknown[] = [];
    const readable = positional(casePolicy.readable(actor, 'matter'), values);
    return this.database.query<QueueRoom[]>(
      `select distinct room.slug, room.name, room.locale from ${JOINED} where ${readable} order by room.name`,
      values,
    );
  }

  private conditions(actor: Actor, { room, measure }: LogFilter): { where: string; values: unknown[] } {
    const values: unknown[] = [];
    const parts = [positional(casePolicy.readable(actor, 'matter'), values)];
    if (room) parts.push(`room.slug = $${values.push(room)}`);
    if (measure) parts.push(`measure = $${values.push(measure)}`);
    return { where: parts.join(' and '), values };
  }
}

const JOINED = `moderation_decisions decision join moderation_cases matter on matter.id = decision.case_id
  join rooms room on room.id = decision.room_id`;
