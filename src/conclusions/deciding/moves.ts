import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { locale } from '../../core/http/text.schema';
import type { Locale } from '../../core/i18n/locales';
import { roomPolicy, sits } from '../../rooms/room.policy';
import { CONCLUSION_STATES, UNDER_WAY, type ConclusionState } from '../conclusion-facts';
import type { StandingConclusion } from '../standing-conclusion';

export const moveView = z.object({
  to: z.enum(CONCLUSION_STATES),
  version: z.number().int().meta({ description: 'Of what was adopted until then' }),
  at: z.iso.datetime(),
  until: z.iso.datetime().nullable().meta({ description: 'Until when positions were asked for' }),
  reason: z.string().nullable(),
  locale: locale.nullable().meta({ description: 'Language of the reason' }),
  by: z.string().nullable().meta({ description: 'Who did it; null for visitors' }),
});

export type MoveView = z.output<typeof moveView>;

interface Row {
  to: ConclusionState;
  version: number;
  at: Date;
  until: Date | null;
  reason: string | null;
  locale: Locale | null;
  by: string | null;
}

/** Where it has been, newest first: all of it for those who sit in the room, what was decided for others. */
export async function movesOf(
  database: DataSource,
  actor: Actor,
  { id, room }: StandingConclusion,
): Promise<MoveView[]> {
  const rows = await database.query<Row[]>(
    `select move.to_state as "to", move.version, move.moved_at as at, move.until, move.reason, move.locale,
       person.name as by
     from conclusion_moves move left join people person on person.id = move.moved_by
     where move.conclusion_id = $1 order by move.id desc`,
    [id],
  );
  const named = actor.signedIn && roomPolicy.may(actor, 'read', room);
  const seen = sits(actor, room) ? rows : rows.filter(({ to }) => !UNDER_WAY.includes(to));
  return seen.map(({ at, until, by, ...row }) => ({
    ...row,
    at: at.toISOString(),
    until: until?.toISOString() ?? null,
    by: named ? by : null,
  }));
}
