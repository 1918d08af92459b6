import { setTimeout as sleep } from 'node:timers/promises';
import { COSTS, type Cost, type Costs } from './costs';
import { Hub } from './hub';
import { Readers, fetched, prepare, write, type Place } from './readers';

const SOCKETS = 500;

type Scene = Awaited<ReturnType<typeof prepare>>;
type Note = (found: Partial<Costs>) => void;

export function quantile(values: number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** The costs that the model is made of, taken from two real web processes; all of them, or some parts. Minutes. */
export async function measure(say: (line: string) => void, parts: string[]): Promise<Partial<Costs>> {
  const hub = await Hub.start();
  const all: Partial<Costs> = {};
  const note: Note = (found) => {
    for (const [name, value] of Object.entries(found)) {
      const [what, unit] = COSTS[name as Cost];
      all[name as Cost] = Number(value.toPrecision(3));
      say(`${what}: ${value.toPrecision(3)} ${unit}`);
    }
  };
  try {
    const scene = await prepare(hub, 1100, 2000);
    const idle = Math.min(...hub.memory());
    await warm(hub, scene, note);
    note({ idleMemory: idle });
    for (const [name, part] of Object.entries(PARTS)) {
      if (parts.length === 0 || parts.includes(name)) await part(hub, scene, note);
    }
    return all;
  } finally {
    await hub.stop();
  }
}

async function warm(hub: Hub, { places, cookies }: Scene, note: Note): Promise<void> {
  const readers = new Readers(places[1999]!);
  await readers.join(hub.addresses, cookies.slice(0, 200), 4);
  await sleep(500);
  const memory = hub.memory()[0]!;
  await readers.join([hub.addresses[0]!], cookies.slice(200, 1000), 4);
  await sleep(500);
  note({ socketMemory: ((hub.memory()[0]! - memory) / 800) * 1024 });
  await many(400, 8, (index) => write(hub.addresses[index % 2]!, cookies[index % 50]!, places[1998]!));
  for (const address of hub.addresses) await readers.listen(address, cookies[0]!, 20, 3);
  await many(200, 4, (index) => page(hub.addresses[index % 2]!, cookies[index % 50]!, places[1998]!));
  readers.close();
  await sleep(1000);
}

async function writing(hub: Hub, { places, cookies }: Scene, note: Note): Promise<void> {
  const count = 800;
  const alone = await hub.during(() => many(100, 1, () => write(hub.addresses[0]!, cookies[0]!, places[3]!)));
  const into = (writers: number, processes: number, rooms: number, first: number) =>
    hub.during(() =>
      many(count, writers, (index) => {
        const address = hub.addresses[index % processes]!;
        return write(address, cookies[index % 100]!, places[first + (index % rooms)]!);
      }),
    );
  const one = await into(16, 1, 1, 0);
  const two = await into(32, 2, 1, 1);
  const spread = await into(32, 2, 50, 4);
  note({
    writeAlone: alone.seconds * 10,
    writeWeb: one.web[0]! / count,
    writeDatabase: one.postgres / count,
    writeStatements: one.statements / count,
    writeOneRoom: count / one.seconds,
    writeOneRoomTwo: count / two.seconds,
    writeManyRooms: count / spread.seconds,
  });
}

const page = (address: string, cookie: string, { thread }: Place): Promise<number> =>
  fetched(`${address}/en/threads/${thread}`, { headers: { Cookie: cookie } });

async function pages(hub: Hub, { places, cookies }: Scene, note: Note): Promise<void> {
  const count = 300;
  let bytes = 0;
  const used = await hub.during(() =>
    many(count, 4, async (index) => {
      bytes += await page(hub.addresses[0]!, cookies[100 + index]!, places[0]!);
    }),
  );
  note({
    pageWeb: used.web[0]! / count,
    pageDatabase: used.postgres / count,
    pageStatements: used.statements / count,
    pageBytes: bytes / count,
  });
}

/** The query of the sweep, asked from here: the driver is the same as in the hub. */
async function sweeps(hub: Hub, { places }: Scene, note: Note): Promise<void> {
  const rounds = 300;
  const cost = async (rooms: number) => {
    const ids = places.slice(0, rooms).map(({ room }) => room);
    const used = await hub.during(async () => {
      for (let round = 0; round < rounds; round += 1) {
        await hub.database.query('select id, last_seq as seq from rooms where id = any($1)', [ids]);
      }
    });
    return { web: used.clients / rounds, postgres: used.postgres / rounds };
  };
  const [few, all] = [await cost(10), await cost(2000)];
  note({
    sweepDatabase: few.postgres,
    sweepDatabasePerRoom: ((all.postgres - few.postgres) / 1990) * 1000,
    sweepWebPerRoom: ((all.web - few.web) / 1990) * 1000,
  });
}

/** The same reading that deliveries do, of one entry and of 51. */
async function entries(hub: Hub, { places, cookies }: Scene, note: Note): Promise<void> {
  const cost = (limit: number) =>
    hub.during(() =>
      many(150, 2, async (index) => {
        const path = `/api/v1/rooms/${places[0]!.room}/entries?after=${index}&limit=${limit}&locale=en`;
        await fetched(`${hub.addresses[0]!}${path}`, { headers: { Cookie: cookies[0]! } });
      }),
    );
  const [one, full] = [await cost(1), await cost(51)];
  note({
    entryWeb: (full.web[0]! - one.web[0]!) / 150 / 50,
    entryDatabase: (full.postgres - one.postgres) / 150 / 50,
  });
}

/** Readers sit at the first process and somebody writes at the second, so that each shows one half of the work. */
async function delivering(hub: Hub, { places, cookies }: Scene, note: Note): Promise<void> {
  const [reading, other] = hub.addresses as [string, string];
  const [perSecond, seconds] = [20, 10];
  const posts = perSecond * seconds;
  const round = async (sockets: number, languages: number, place: Place) => {
    const readers = new Readers(place);
    await readers.join([reading], cookies.slice(100, 100 + sockets), languages);
    await sleep(1500);
    const used = await hub.during(() => readers.listen(other, cookies[0]!, perSecond, seconds));
    readers.close();
    await sleep(1500);
    return { ...used, readers };
  };
  const nobody = await round(0, 1, places[60]!);
  const one = await round(4, 1, places[61]!);
  const four = await round(4, 4, places[62]!);
  const full = await round(SOCKETS, 1, places[63]!);
  const perSocket = (SOCKETS - 4) * posts;
  note({
    deliverWeb: (one.web[0]! - nobody.web[0]!) / posts,
    deliverWebMore: (four.web[0]! - one.web[0]!) / 3 / posts,
    deliverStatements: (one.statements - nobody.statements) / posts,
    deliverStatementsMore: (four.statements - one.statements) / 3 / posts,
    deliverDatabase: (one.postgres - nobody.postgres) / posts,
    deliverDatabaseMore: (four.postgres - one.postgres) / 3 / posts,
    sendWeb: ((full.web[0]! - one.web[0]!) / perSocket) * 1000,
    hearReader: ((full.clients - one.clients) / perSocket) * 1000,
    entryBytes: full.readers.entryBytes,
    pokeCommands: nobody.redisMessages / posts,
    pokeIn: nobody.redisIn / posts,
    pokeOut: nobody.redisOut / 2 / posts,
    halfDelay: quantile(full.readers.delays, 0.5),
    halfDelayWorst: quantile(full.readers.delays, 0.99),
  });
}

/** Each into a room of her own, so that nobody is told of it. */
async function joining(hub: Hub, { places, cookies }: Scene, note: Note): Promise<void> {
  const alone = places.slice(100, 400).map((place) => new Readers(place));
  const used = await hub.during(() =>
    many(300, 10, (index) => alone[index]!.open(hub.addresses[0]!, cookies[100 + index]!, 'en')),
  );
  note({
    joinWeb: used.web[0]! / 300,
    joinDatabase: used.postgres / 300,
    joinStatements: used.statements / 300,
  });
  for (const readers of alone) readers.close();
  await sleep(1500);
}

/** People who come and go, and what is told of them: somebody at the second process, all others at the first. */
async function sitting(hub: Hub, { places, cookies }: Scene, note: Note): Promise<void> {
  const [reading, other] = hub.addresses as [string, string];
  const restless = async (sockets: number, place: Place) => {
    const readers = new Readers(place);
    await readers.join([reading], cookies.slice(100, 100 + sockets), 1);
    const socket = await readers.open(other, cookies[0]!, 'en');
    await sleep(2000);
    readers.presences = 0;
    const used = await hub.during(async () => {
      for (let turn = 0; turn < 15; turn += 1) {
        await socket.emitWithAck('room:leave', { room: place.room });
        await sleep(400);
        await socket.emitWithAck('room:join', { room: place.room, last: 1e9, locale: 'en' });
        await sleep(400);
      }
    });
    readers.close();
    await sleep(1500);
    return { ...used, told: readers.presences / sockets, bytes: readers.presenceBytes };
  };
  const few = await restless(4, places[71]!);
  const full = await restless(SOCKETS, places[72]!);
  const per = (SOCKETS - 4) * full.told;
  note({
    presenceHere: ((full.web[0]! - few.web[0]!) / per) * 1000,
    presenceAsking: ((full.web[1]! - few.web[1]!) / per) * 1000,
    presenceIn: (full.redisIn - few.redisIn) / per,
    presenceOut: (full.redisOut - few.redisOut) / per,
    presenceBytes: full.bytes,
  });
}

/** What the model is held against: 1,000 readers in four languages at two processes. */
async function everything(hub: Hub, { places, cookies }: Scene, note: Note): Promise<void> {
  const [perSecond, seconds] = [10, 20];
  const readers = new Readers(places[80]!);
  await readers.join(hub.addresses, cookies.slice(100, 1100), 4);
  await sleep(2000);
  const used = await hub.during(() => readers.listen(hub.addresses[0]!, cookies[0]!, perSecond, seconds));
  const percent = (cpu: number) => cpu / (used.seconds * 10);
  note({
    allDelay: quantile(readers.delays, 0.5),
    allDelayWorst: quantile(readers.delays, 0.99),
    allHeard: (readers.delays.length / (1000 * perSecond * seconds)) * 100,
    allWriting: percent(used.web[0]!),
    allOther: percent(used.web[1]!),
    allDatabase: percent(used.postgres),
    allReaders: percent(used.clients),
    allStatements: used.statements / used.seconds,
    allCommands: used.redisMessages / used.seconds,
    allOut: used.redisOut / used.seconds / 1024,
    allMemory: Math.max(...hub.memory()),
  });
  readers.close();
}

const PARTS = { writing, pages, sweeps, entries, delivering, joining, sitting, everything };

/** Does something so many times, so many at once. */
async function many(count: number, atOnce: number, work: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
