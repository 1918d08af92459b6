import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import type { Locale } from '../core/i18n/locales';
import { positional } from '../core/texts/text-kinds';
import type { Room } from '../rooms/room.entity';
import { sits } from '../rooms/room.policy';
import { threadPolicy } from '../rooms/threads/thread.policy';
import { ROOM, toRoom, translationsOf, type RoomJson, type TranslationJson } from '../rooms/standing-room';
import type { ConclusionState } from './conclusion-facts';
import type { ConclusionTranslation } from './conclusion.entity';
import { conclusionPolicy } from './conclusion.policy';

/** A conclusion with its room, and with all that every page of it says. */
export interface StandingConclusion {
  id: string;
  number: number;
  roomId: string;
  threadId: string | null;
  /** The thread may have moved to a room that the actor cannot enter. */
  threadReadable: boolean;
  state: ConclusionState;
  stateSince: Date;
  round: number;
  positionsUntil: Date | null;
  version: number;
  isPublic: boolean;
  replacedBy: string | null;
  adoptedAt: Date | null;
  createdAt: Date;
  statement: string;
  reasoning: string | null;
  locale: Locale;
  revision: number;
  translations: ConclusionTranslation[];
  room: Room;
}

type Row = Omit<StandingConclusion, 'translations' | 'room'> & {
  translations: (TranslationJson & { statement: string; reasoning: string | null })[] | null;
  room: RoomJson;
  adopted_statement: string;
  adopted_reasoning: string | null;
  adopted_locale: Locale;
  adopted_revision: number;
};

const COLUMNS = `conclusion.id, conclusion.number, conclusion.room_id as "roomId", conclusion.thread_id as "threadId",
  conclusion.state, conclusion.state_since as "stateSince", conclusion.round,
  conclusion.positions_until as "positionsUntil", conclusion.version, conclusion.public as "isPublic",
  conclusion.replaced_by as "replacedBy", conclusion.adopted_at as "adoptedAt", conclusion.created_at as "createdAt",
  conclusion.statement, conclusion.reasoning, conclusion.locale, conclusion.revision,
  original.statement as adopted_statement, original.reasoning as adopted_reasoning,
  original.locale as adopted_locale, original.revision as adopted_revision,
  ${translationsOf('conclusion_translations', 'conclusion.id', ['statement', 'reasoning'])} as translations,
  ${ROOM} as room`;

/** How they are read: as they are being written, or as they were adopted for all who have no part in that. */
export type Reading = 'working' | 'adopted';

/**
 * Conclusions that the actor may read; whoever sits in their room reads them as they are being written.
 * @param where speaks of `conclusion` and `room`; its values are `$1` and so on
 */
export async function standingConclusions(
  database: DataSource | EntityManager,
  actor: Actor,
  where: string,
  values: readonly unknown[],
  reading: Reading = 'working',
): Promise<StandingConclusion[]> {
  const all = [...values];
  const readable = positional(conclusionPolicy.readable(actor, 'conclusion'), all);
  const thread = positional(threadPolicy.readable(actor, 'place'), all);
  const rows = await database.query<Row[]>(
    `select ${COLUMNS}, exists (select from threads thread join rooms place on place.id = thread.room_id
       where thread.id = conclusion.thread_id and ${thread}) as "threadReadable"
     from conclusions conclusion join conclusion_originals original on original.id = conclusion.id
     join rooms room on room.id = conclusion.room_id where (${where}) and ${readable}
     order by conclusion.room_id, conclusion.number`,
    all,
  );
  return rows.map((row) => standing(actor, row, reading));
}

function standing(actor: Actor, { room: json, ...row }: Row, reading: Reading): StandingConclusion {
  const { adopted_statement, adopted_reasoning, adopted_locale, adopted_revision, ...own } = row;
  const room = toRoom(json);
  const known = { ...own, room, translations: (row.translations ?? []) as ConclusionTranslation[] };
  if (reading === 'working' && sits(actor, room)) return known;
  return {
    ...known,
    state: own.version > 0 && (own.state === 'draft' || own.state === 'positions') ? 'adopted' : own.state,
    statement: adopted_statement,
    reasoning: adopted_reasoning,
    locale: adopted_locale,
    revision: adopted_revision,
  };
}
