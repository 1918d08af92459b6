import { Statement } from '../../core/database/statement';
import { exactly, type Moment } from '../cursor';

/** Posts on one page of a feed. */
export const MOST = 30;

/** Which page: what stands before or after a place, or neither for the newest. */
export interface Turn {
  before?: string | undefined;
  after?: string | undefined;
}

/** Rows in the order in which they were asked for, and one more if there is one. */
export interface Stretch<Row> {
  rows: Row[];
  /** Cursors of the pages beside it. */
  newer: Row | undefined;
  older: Row | undefined;
}

/** @param found at most one more than a page holds; from a place on, in the order of time */
export function stretch<Row>(found: Row[], { before, after }: Turn): Stretch<Row> {
  const more = found.length > MOST;
  const shown = found.slice(0, MOST);
  if (before === undefined && after !== undefined) {
    const rows = shown.reverse();
    return { rows, newer: more ? rows[0] : undefined, older: rows.at(-1) };
  }
  return {
    rows: shown,
    newer: before === undefined ? undefined : shown[0],
    older: more ? shown.at(-1) : undefined,
  };
}

export type RoomRow = Moment & { room_id: string };

/** Of all rooms only those are looked into whose next post comes first. */
const ofRooms = (beyond: '<' | '>', order: 'asc' | 'desc') => {
  const next = (most: number) => `
    select room_id, id, published_at from posts
    where room_id = wanted.id and withdrawn_at is null and (published_at, id) ${beyond} ($2::timestamptz, $3::uuid)
    order by published_at ${order}, id ${order} limit ${most}`;
  const first = `order by post.published_at ${order}, post.id ${order} limit ${MOST + 1}`;
  return new Statement<RoomRow>(
    `select post.room_id, post.id, ${exactly('post.published_at')} as cursor
     from (
       select wanted.id from unnest($1::uuid[]) wanted (id) cross join lateral (${next(1)}) post ${first}
     ) wanted
     cross join lateral (${next(MOST + 1)}) post ${first}`,
  );
};

export interface ThreadRow {
  id: string;
  number: number;
}

const ofThread = (beyond: '<' | '>', order: 'asc' | 'desc') =>
  new Statement<ThreadRow>(
    `select id, number from posts
     where room_id = $1 and thread_id = $2 and withdrawn_at is null and number ${beyond} $3::int
     order by number ${order} limit ${MOST + 1}`,
  );

export const OF_ROOMS = { older: ofRooms('<', 'desc'), newer: ofRooms('>', 'asc') };
export const OF_THREAD = { older: ofThread('<', 'desc'), newer: ofThread('>', 'asc') };
