import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Forbidden, SignInRequired } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { positional } from '../../core/texts/text-kinds';
import { casePolicy, type CaseState } from './case.policy';
import type { QueueFilter } from './case.schema';
import { standingCases, type StandingCase } from './standing-case';

export const PAGE = 30;

export interface QueueRoom {
  slug: string;
  name: string;
  locale: Locale;
}

export interface Queue {
  cases: StandingCase[];
  counts: Record<CaseState, number>;
  rooms: QueueRoom[];
  pages: number;
}

/** Cases of all places where the actor keeps order. */
@Injectable()
export class Queues {
  constructor(private readonly database: DataSource) {}

  /** Oldest first: whoever has waited longest is next. What is decided: the newest first. */
  async list(actor: Actor, filter: QueueFilter): Promise<Queue> {
    assertKeeper(actor);
    const counts = await this.counts(actor, filter);
    const state = filter.state ?? 'open';
    const { where, values } = conditions(actor, filter);
    const order =
      state === 'decided' ? 'matter.decided_at desc, matter.number desc' : 'matter.opened_at, matter.number';
    const cases = await standingCases(
      this.database,
      actor,
      `${where} and matter.state = $${values.length + 1}`,
      [...values, state],
      `order by ${order} limit ${PAGE} offset ${(filter.page - 1) * PAGE}`,
    );
    return { cases, counts, rooms: await this.rooms(actor), pages: Math.ceil(counts[state] / PAGE) };
  }

  /** How many wait in a room: for who keeps order there. */
  async waiting(actor: Actor, roomId: string): Promise<number> {
    const values: unknown[] = [roomId];
    const readable = positional(casePolicy.readable(actor, 'matter'), values);
    const [{ count }] = await this.database.query<[{ count: number }]>(
      `select count(*)::int as count from moderation_cases matter join rooms room on room.id = matter.room_id
       where room.id = $1 and matter.state <> 'decided' and ${readable}`,
      values,
    );
    return count;
  }

  private async counts(actor: Actor, filter: QueueFilter): Promise<Record<CaseState, number>> {
    const { where, values } = conditions(actor, filter);
    const readable = positional(casePolicy.readable(actor, 'matter'), values);
    const rows = await this.database.query<{ state: CaseState; count: number }[]>(
      `select matter.state, count(*)::int as count from moderation_cases matter
       join rooms room on room.id = matter.room_id
       join posts post on post.room_id = matter.room_id and post.id = matter.post_id
       where ${where} and ${readable} group by matter.state`,
      values,
    );
    const none = { open: 0, in_work: 0, appealed: 0, decided: 0 };
    return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  }

  /** Rooms that ever had a case. */
  private async rooms(actor: Actor): Promise<QueueRoom[]> {
    const values: unknown[] = [];
    const readable = positional(casePolicy.readable(actor, 'matter'), values);
    return this.database.query<QueueRoom[]>(
      `select distinct room.slug, room.name, room.locale from moderation_cases matter
       join rooms room on room.id = matter.room_id where ${readable} order by room.name`,
      values,
    );
  }
}

/** Whoever keeps order nowhere has no queue. */
export function assertKeeper(actor: Actor): void {
  if (!actor.signedIn) throw new SignInRequired();
  const places = actor.places('host', 'organiser', 'editor');
  if (!actor.administrator && places.length === 0) throw new Forbidden('moderation:refusal.keepers_only');
}

function conditions(
  actor: Actor,
  { room, language, assignee }: QueueFilter,
): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const parts = ['true'];
  if (room) parts.push(`room.slug = $${values.push(room)}`);
  if (language) parts.push(`post.locale = $${values.push(language)}`);
  if (assignee === 'me') parts.push(`matter.assignee_id = $${values.push(actor.person!.id)}`);
  if (assignee === 'nobody') parts.push('matter.assignee_id is null');
  return { where: parts.join(' and '), values };
}
