import type { TranslationStatus } from '../core/database/translation';
import type { Locale } from '../core/i18n/locales';
import { Room, type Place, type RoomTranslation, type Visibility } from './room.entity';

/** A row of a translation as JSON from `translationsOf`. */
export interface TranslationJson {
  locale: Locale;
  status: TranslationStatus;
  sourceRevision: number;
  origin: string;
  translatedBy: string | null;
}

/**
 * All translations of a row as a JSON array, for statements that read a noun in one go.
 * @param strings columns that the translation has beside those of all translations
 */
export const translationsOf = (table: string, owner: string, strings: string[]): string => `(
  select json_agg(json_build_object('locale', translation.locale, 'status', translation.status,
    'origin', translation.origin, 'translatedBy', translation.translated_by,
    'sourceRevision', translation.source_revision, ${strings.map((name) => `'${name}', translation.${name}`).join(', ')}))
  from ${table} translation where translation.owner_id = ${owner})`;

/** A room as JSON from `ROOM`. */
export interface RoomJson {
  id: string;
  slug: string;
  place: Place;
  partnershipId: string | null;
  platformId: string | null;
  visibility: Visibility;
  name: string;
  description: string | null;
  locale: Locale;
  revision: number;
  lastSeq: number;
  threadCount: number;
  postCount: number;
  lastPostAt: string | null;
  paceSeconds: number;
  newcomerPosts: number;
  archivedAt: string | null;
  createdAt: string;
  translations: (TranslationJson & { name: string; description: string | null })[] | null;
}

/** The room with all its translations, of a row called `room`. */
export const ROOM = `json_build_object(
  'id', room.id, 'slug', room.slug, 'place', room.place, 'partnershipId', room.partnership_id,
  'platformId', room.platform_id, 'visibility', room.visibility, 'name', room.name,
  'description', room.description, 'locale', room.locale, 'revision', room.revision, 'lastSeq', room.last_seq,
  'threadCount', room.thread_count, 'postCount', room.post_count, 'lastPostAt', room.last_post_at,
  'paceSeconds', room.pace_seconds,
  'newcomerPosts', room.newcomer_posts, 'archivedAt', room.archived_at, 'createdAt', room.created_at,
  'translations', ${translationsOf('room_translations', 'room.id', ['name', 'description'])})`;

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

export function toRoom({ translations, ...json }: RoomJson): Room {
  return Object.assign(new Room(), json, {
    lastSeq: String(json.lastSeq),
    lastPostAt: moment(json.lastPostAt),
    archivedAt: moment(json.archivedAt),
    createdAt: new Date(json.createdAt),
    translations: (translations ?? []) as RoomTranslation[],
  });
}
