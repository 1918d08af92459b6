import { randomUUID } from 'node:crypto';
import type { ConclusionState } from '../../src/conclusions/conclusion-facts';
import type { TestHub } from '../support/hub';
import type { TestRoom } from './rooms';

interface ConclusionOptions {
  state?: ConclusionState;
  version?: number;
  isPublic?: boolean;
  threadId?: string;
  statement?: string;
  locale?: string;
}

/** A conclusion under the next number of its room, with the version that was adopted last. */
export async function aConclusion(
  hub: TestHub,
  room: Pick<TestRoom, 'id'>,
  options: ConclusionOptions = {},
): Promise<{ id: string; number: number }> {
  const id = randomUUID();
  const { state = 'draft', version = 0, isPublic = false, threadId, locale = 'en' } = options;
  const statement = options.statement ?? 'Divide the contract first, then write the clause.';
  const [row] = await hub.database.query<[{ number: number }]>(
    `insert into conclusions (id, room_id, thread_id, number, statement, locale, state, version, public, round,
       positions_until, adopted_at)
     select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8, 1,
       case when $6 = 'positions' then now() + interval '7 days' end, case when $7 > 0 then now() end
     from conclusions where room_id = $2 returning number`,
    [id, room.id, threadId ?? null, statement, locale, state, version, isPublic],
  );
  if (version > 0)
    await hub.database.query(
      `insert into conclusion_versions (conclusion_id, version, round, locale, revision, strings, evidence, balance)
       values ($1, $2, 1, $3, 1, $4, '[]', $5)`,
      [id, version, locale, JSON.stringify({ statement, reasoning: null }), JSON.stringify(NOBODY)],
    );
  return { id, number: row.number };
}

const NO_SHARES = { people: null, groups: null, countries: null, languages: null };
const NOBODY = { spoke: NO_SHARES, agreed: NO_SHARES };

/** A post that a conclusion cites, as if it had been said and chosen. */
export async function citePost(hub: TestHub, conclusionId: string, postId: string): Promise<void> {
  await hub.database.query(
    `insert into evidence (relation, statement_kind, statement_id, ground_kind, ground_id, ground_revision)
     values ('concluded_from', 'conclusion', $1, 'post', $2, 1)`,
    [conclusionId, postId],
  );
}
