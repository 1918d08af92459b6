import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { EVIDENCE_COLUMNS, type EvidenceRow } from '../evidence-rows';
import type { Ground, Grounds } from '../grounds.service';
import type { Subject } from '../relation';

/** Steps in either direction: from a post to a printed chapter are five. */
const FARTHEST = 8;
/** Links that are followed at each step. */
const WIDEST = 60;

/** `below`: what it rests on. `above`: where it went. */
export type Direction = 'below' | 'above';

export interface Walk {
  links: EvidenceRow[];
  /** What the actor may see of what was found, by id. */
  seen: Map<string, Ground>;
  /** It goes on beyond this. */
  cut: boolean;
}

/** Follows the path from near to far. What the actor may not see is counted and not followed. */
export async function walk(
  database: DataSource | EntityManager,
  grounds: Grounds,
  actor: Actor,
  start: string,
  direction: Direction,
): Promise<Walk> {
  const walked: Walk = { links: [], seen: new Map(), cut: false };
  const known = new Set([start]);
  let frontier = [start];
  for (let steps = 0; frontier.length > 0; steps += 1) {
    const rows = await linksOf(database, direction, frontier);
    if (rows.length > WIDEST || (steps === FARTHEST && rows.length > 0)) walked.cut = true;
    if (steps === FARTHEST) break;
    const followed = rows.slice(0, WIDEST);
    const found = unique(followed.map((row) => farEnd(row, direction))).filter(({ id }) => !known.has(id));
    for (const { id } of found) known.add(id);
    const visible = await readable(database, grounds, actor, found);
    for (const [id, ground] of visible) walked.seen.set(id, ground);
    walked.links.push(...followed);
    frontier = [...visible.keys()];
  }
  return walked;
}

const linksOf = (database: DataSource | EntityManager, direction: Direction, ids: string[]) =>
  database.query<EvidenceRow[]>(
    `select ${EVIDENCE_COLUMNS} from evidence
     where ${direction === 'below' ? 'statement_id' : 'ground_id'} = any($1::uuid[])
     order by ${direction === 'below' ? 'statement_id, position, id' : 'ground_id, cited_at, id'} limit ${WIDEST + 1}`,
    [ids],
  );

const farEnd = (row: EvidenceRow, direction: Direction): Subject =>
  direction === 'below'
    ? { kind: row.ground_kind, id: row.ground_id }
    : { kind: row.statement_kind, id: row.statement_id };

const unique = (subjects: Subject[]): Subject[] => [
  ...new Map(subjects.map((each) => [each.id, each])).values(),
];

async function readable(
  database: DataSource | EntityManager,
  grounds: Grounds,
  actor: Actor,
  subjects: Subject[],
): Promise<Map<string, Ground>> {
  const found = new Map<string, Ground>();
  for (const kind of new Set(subjects.map((each) => each.kind))) {
    const ids = subjects.filter((each) => each.kind === kind).map(({ id }) => id);
    for (const [id, ground] of await grounds.among(database, actor, kind, ids)) found.set(id, ground);
  }
  return found;
}
