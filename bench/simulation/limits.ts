import { costs } from './costs';
import { table, whole } from './report';
import { ASSUMED } from './model';

/** A web process that is half busy is full: beyond that delays grow faster than the load. Milliseconds per second. */
const HALF = 500;
const LANGUAGES = 4;
/** PostgreSQL's own limit on connections, unless it is set higher. */
const CONNECTIONS = 100;

const first = (count: number): number => Number(count.toPrecision(2));

/** Where each part of the hub reaches its end, by calculation alone. */
export function limits(): string {
  const { sendWeb, presenceHere, presenceAsking, presenceIn, joinWeb, joinDatabase, writeOneRoom } = costs;
  const { deliverWeb, deliverWebMore, deliverDatabase, deliverDatabaseMore, writeDatabase, pageWeb } = costs;
  const { deliverStatements, deliverStatementsMore, writeStatements, pageDatabase } = costs;
  const rendered = deliverWeb + (LANGUAGES - 1) * deliverWebMore;
  const readFrom = deliverDatabase + (LANGUAGES - 1) * deliverDatabaseMore;
  const statements = deliverStatements + (LANGUAGES - 1) * deliverStatementsMore;
  const tellings = 1000 / ASSUMED.presencePause;
  /** Readers in one room at whom presence alone fills each of so many processes. */
  const presence = (processes: number): number => {
    const here = (tellings * processes * (processes === 1 ? sendWeb : presenceHere)) / processes;
    const asking = (tellings * presenceAsking * (processes - 1)) / processes;
    return first((HALF * 1000) / (here + asking));
  };
  const row = (what: string, cost: string, matters: string) => [what, cost, matters];
  return table(
    ['', 'what it costs', 'full at'],
    [
      row(
        'connections',
        `${ASSUMED.pool} per process`,
        `${Math.floor(CONNECTIONS / ASSUMED.pool) - 1} web processes`,
      ),
      row(
        'pages',
        `${whole(pageWeb + joinWeb)} ms of web with the join`,
        `${whole(HALF / (pageWeb + joinWeb))} per second and process`,
      ),
      row(
        'pages',
        `${whole(pageDatabase + joinDatabase)} ms of PostgreSQL`,
        `${whole(HALF / (pageDatabase + joinDatabase))} per second and core`,
      ),
      row(
        'presence, one process',
        `${tellings} × ${whole(sendWeb)} µs per reader and second`,
        `${whole(presence(1))} readers in one room`,
      ),
      row(
        'presence, two processes',
        `${whole(presenceHere)} + ${whole(presenceAsking)} µs per reader and telling`,
        `${whole(presence(2))} readers in one room`,
      ),
      row(
        'presence, 16 processes',
        `Redis: ${whole(presenceIn)} B per reader and telling`,
        `${whole(presence(16))} readers in one room`,
      ),
      row(
        'news to one process',
        `${whole(rendered)} ms of web for four languages`,
        `${whole(HALF / rendered)} posts per second in all rooms`,
      ),
      row(
        'news to N processes',
        `${whole(writeStatements)} + N × ${whole(statements)} statements`,
        `${whole(HALF / (writeDatabase + 16 * readFrom))} posts per second and core at 16 processes`,
      ),
      row(
        'news to readers',
        `${whole(sendWeb)} µs of web each`,
        `${whole(HALF / (sendWeb / 1000))} messages per second and process`,
      ),
      row('one room', 'the lock, from its number to the commit', `${whole(writeOneRoom)} posts per second`),
      row(
        'coming back',
        `${whole(joinWeb)} ms of web, ${whole(joinDatabase)} ms of PostgreSQL`,
        `${whole(first(10_000 / joinWeb))} readers per process that is left, ${whole(first(10_000 / joinDatabase))} per core`,
      ),
      row(
        'sweep',
        `${whole(costs.sweepDatabasePerRoom)} µs per room, process and second`,
        `${whole(first((HALF * 1000) / costs.sweepDatabasePerRoom))} rooms × processes per core`,
      ),
      row(
        'pokes',
        `${whole(ASSUMED.redis * 1000)} µs of Redis per process`,
        `${whole(HALF / ASSUMED.redis / 16)} posts per second at 16 processes`,
      ),
      row(
        'memory',
        `${whole(costs.socketMemory)} kB per socket`,
        `${whole(first((500 * 1024) / costs.socketMemory))} sockets in 500 MB`,
      ),
    ],
  );
}
