/**
 * How closely somebody follows a room or a thread.
 *
 * - `muted`: never counted as unread, not in what is new, no notices at all.
 * - `normal`: told when she is mentioned or answered.
 * - `following`: also listed in what is new first, and told of a thread once until she has read on.
 * - `every_post`: told of each post.
 *
 * A thread without a level of its own has its room's; a room without one has `normal`. Who writes in a thread follows it
 * (unless her settings say otherwise): that raises `normal` and nothing else, above all not what she has muted.
 */
export const LEVELS = ['muted', 'normal', 'following', 'every_post'] as const;
export type Level = (typeof LEVELS)[number];

/** What is known of one person, one thread and its room. */
export interface KnownLevels {
  /** Of the thread; none by hand: whatever she chose for the room. */
  own: Level | null;
  /** Chosen; otherwise because she has written in it. Unknown when there is neither. */
  byHand: boolean | null;
  room: Level | null;
}

/** The same as effective_level in the database. */
export function effectiveLevel({ own, byHand, room }: KnownLevels): Level {
  if (byHand && own) return own;
  if (byHand === false && own && (room ?? 'normal') === 'normal') return own;
  return room ?? 'normal';
}

/** Why a thread has the level that it has. */
export type LevelFrom = 'room' | 'thread' | 'writing';

export function levelFrom({ own, byHand, room }: KnownLevels): LevelFrom {
  if (byHand && own) return 'thread';
  return byHand === false && own && (room ?? 'normal') === 'normal' ? 'writing' : 'room';
}
