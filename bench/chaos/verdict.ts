import type { Client } from './client';
import type { Database } from '../database';
import type { Ledger } from './ledger';
import { CarefulSeat } from './seat';

/** One line of the table; without `bound` it only tells. */
export interface Finding {
  what: string;
  value: number;
  /** The highest value that keeps the promise. */
  bound?: number;
  unit?: string;
}

interface Stored {
  room: string;
  seq: number;
  clientId: string;
  body: string;
}

export const holds = (findings: Finding[]): boolean =>
  findings.every(({ value, bound }) => bound === undefined || value <= bound);

/** Compares what clients wrote and show with what the database holds. */
export async function judge(
  database: Database,
  clients: Client[],
  ledger: Ledger,
  slowest: number | undefined,
): Promise<Finding[]> {
  const stored = await database.query<Stored>(
    `select room_id as room, seq::int, client_id as "clientId", body from posts order by room_id, seq`,
  );
  const [{ gaps } = { gaps: 0 }] = await database.query<{ gaps: number }>(
    `select coalesce(sum(abs(last_seq - (select count(*) from journal where scope_id = rooms.id and seq between 1 and last_seq))), 0)::int as gaps
     from rooms`,
  );
  const told = await toldOf(database);
  const known = new Set(stored.map(({ clientId }) => clientId));
  const missing = (ids: Iterable<string>) => [...ids].filter((id) => !known.has(id)).length;
  const bodies = new Set(stored.map(({ body }) => body));
  const lists = clients.map((client) => compare(client, stored));
  const delays = ledger.deliveries.sort((one, other) => one - other);
  const share = (part: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * part))] ?? 0;
  const refusals = [...ledger.refusals.values()].reduce((sum, count) => sum + count, 0);
  return [
    { what: 'posts written', value: ledger.written.size },
    { what: 'posts acknowledged', value: ledger.acknowledged.size },
    { what: 'posts stored', value: stored.length },
    { what: 'sends repeated, by need or on purpose', value: ledger.repeats },
    { what: 'connections made by clients', value: total(clients, ({ connections }) => connections) },
    { what: 'rooms that a client had to load anew', value: total(clients, resets) },
    { what: 'acknowledged posts lost', value: missing(ledger.acknowledged.keys()), bound: 0 },
    { what: 'sent posts never stored', value: missing(ledger.written.keys()), bound: 0 },
    { what: 'duplicates in the database', value: stored.length - bodies.size, bound: 0 },
    { what: 'posts acknowledged under two ids', value: ledger.contradictions, bound: 0 },
    { what: 'gaps in the numbers of rooms', value: gaps, bound: 0 },
    { what: 'posts missing on clients', value: total(lists, (list) => list.missing), bound: 0 },
    { what: 'duplicates on clients', value: total(lists, (list) => list.twice), bound: 0 },
    { what: `lists unlike the database, of ${clients.length}`, value: total(lists, unlike), bound: 0 },
    { what: 'posts that who follows was not told of', value: known.size - told.posts, bound: 0 },
    { what: 'posts that who follows was told of twice', value: told.notices - told.posts, bound: 0 },
    { what: 'answers other than yes or 503', value: refusals, bound: 0 },
    { what: 'delivery to a client, median', value: share(0.5) / 1000, unit: 's' },
    { what: 'delivery to a client, 99 of 100', value: share(0.99) / 1000, unit: 's' },
    { what: 'worst delivery', value: share(1) / 1000, bound: slowest, unit: 's' },
  ];
}

/** What somebody was told who wants to hear of every post. */
async function toldOf(database: Database): Promise<{ notices: number; posts: number }> {
  const [told] = await database.query<{ notices: number; posts: number }>(
    `select count(*)::int as notices, count(distinct subject_id)::int as posts from notifications
     where name = 'post.written' and person_id = (select id from people where email = 'listener@example.org')`,
  );
  return told!;
}

interface Comparison {
  missing: number;
  twice: number;
  equal: boolean;
}

function compare(client: Client, stored: Stored[]): Comparison {
  const result = { missing: 0, twice: 0, equal: true };
  for (const { place, list } of client.seats) {
    const truth = stored.filter(({ room }) => room === place.room);
    const shown = new Set(list.map(({ clientId }) => clientId));
    result.missing += truth.filter(({ clientId }) => !shown.has(clientId)).length;
    result.twice += list.length - shown.size;
    const same = (one: Pick<Stored, 'seq' | 'clientId'>, index: number) =>
      truth[index]?.seq === one.seq && truth[index].clientId === one.clientId;
    result.equal &&= list.length === truth.length && list.every(same);
  }
  return result;
}

const unlike = ({ equal }: Comparison): number => (equal ? 0 : 1);

const resets = ({ seats }: Client): number =>
  total(seats, (seat) => (seat instanceof CarefulSeat ? seat.resets : 0));

const total = <Item>(items: Item[], count: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + count(item), 0);
