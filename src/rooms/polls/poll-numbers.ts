import type { DataSource } from 'typeorm';
import { Statement } from '../../core/database/statement';
import { COUNTS, VOTERS } from './standing-poll';

/** How a poll stands, the same for everybody. */
export interface PollNumbers {
  voters: number;
  /** By choice; null where nothing may be known yet. */
  counts: Record<string, number> | null;
}

const NUMBERS = new Statement<PollNumbers & { id: string }>(`
  select poll.id,
    case when poll.result is null then ${VOTERS} else (poll.result ->> 'voters')::int end as voters,
    case when poll.result is not null then (poll.result -> 'counts')::json when not poll.secret then ${COUNTS} end as counts
  from polls poll join posts post on post.room_id = poll.room_id and post.id = poll.post_id
  where poll.room_id = $1 and poll.id = any($2) and post.withdrawn_at is null`);

/** Of polls in a room that the caller knows to be readable. */
export async function pollNumbers(
  database: DataSource,
  roomId: string,
  ids: readonly string[],
): Promise<Map<string, PollNumbers>> {
  if (ids.length === 0) return new Map();
  const rows = await NUMBERS.run(database, [roomId, ids]);
  return new Map(rows.map(({ id, voters, counts }) => [id, { voters, counts }]));
}
