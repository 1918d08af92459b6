import { Clock, Gate, Histogram, Station, randomFrom } from './clock';
import type { Costs } from './costs';
import { seat, type Seats, type World } from './world';

/** What is not measured but assumed. Milliseconds, if nothing else is said. */
export const ASSUMED = {
  /** From one machine to the other and back, in one machine room; and on the same machine. */
  network: 0.3,
  loopback: 0.05,
  /** Of what a reply takes of the database, the part that holds the lock of the room. */
  storing: 0.7,
  /** Connections of each web process: the setting DATABASE_POOL. */
  pool: 10,
  /** One command of Redis, and each message that it hands on: of redis-benchmark, `publish`, 9 µs. */
  redis: 0.01,
  /** Presence is gathered so long, and other processes are waited for so long: presence.service, sockets.gateway. */
  presencePause: 250,
  presencePatience: 500,
  sweep: 1000,
  /** Simulated before anything is counted. */
  settling: 5000,
};

const SENDS = 5;

export interface Outcome {
  delays: Histogram;
  posts: number;
  deliveries: number;
  pages: number;
  presences: number;
  statements: number;
  /** Share of one core, of each process; more than 1 cannot be. */
  web: number[];
  /** Share of all cores of the database. */
  database: number;
  redis: number;
  redisMessages: number;
  redisBytes: number;
  egress: number;
  /** Rooms that a process follows, on average. */
  followed: number;
  /** How long somebody who came at the end must wait. */
  backlog: number;
  databaseBacklog: number;
}

interface Room {
  lock: Gate;
  /** When each post was written, in the order of the room. */
  written: number[];
}

interface Followed {
  room: number;
  seats: Seats;
  size: number;
  sent: number;
  running: boolean;
  poked: boolean;
  telling: boolean;
}

interface Process {
  loop: Station;
  pool: Gate;
  rooms: Map<number, Followed>;
}

/** Lets a hub work for some simulated seconds. */
export class Model {
  private readonly clock = new Clock();
  private readonly random;
  private readonly database;
  private readonly redis = new Station(this.clock);
  private readonly bench = new Station(this.clock);
  private readonly rooms: Room[];
  private readonly processes: Process[];
  private readonly roomOf: Uint32Array;
  private readonly commit: number;
  private readonly network: number;
  private readonly delays = new Histogram();
  private count = emptyCount();

  constructor(
    private readonly world: World,
    private readonly costs: Costs,
  ) {
    this.random = randomFrom(world.seed + 1);
    this.database = new Station(this.clock, world.cores);
    const { seats, roomOf } = seat(world);
    this.roomOf = roomOf;
    this.rooms = Array.from({ length: world.rooms }, () => ({ lock: new Gate(), written: [] }));
    this.processes = seats.map((found) => ({
      loop: new Station(this.clock),
      pool: new Gate(ASSUMED.pool),
      rooms: new Map([...found].map(([room, own]) => [room, follow(room, own)])),
    }));
    // What a write takes beyond the work in it: the disk, and the way there and back.
    const { writeAlone, writeWeb, writeDatabase } = costs;
    this.commit = Math.max(0.3, writeAlone - writeWeb - writeDatabase);
    this.network = world.bench ? ASSUMED.loopback : ASSUMED.network;
  }

  run(): Outcome {
    const { readers, posts, pages, seconds } = this.world;
    if (this.world.bench) this.pace(readers * posts, () => this.write());
    else this.repeat(readers * posts, () => this.write());
    this.repeat(readers * pages, () => this.turnPage());
    for (const process of this.processes) this.sweepForever(process);
    this.clock.run(ASSUMED.settling);
    for (const { loop } of this.processes) loop.used = 0;
    this.database.used = 0;
    this.redis.used = 0;
    this.count = emptyCount();
    this.clock.run(ASSUMED.settling + seconds * 1000);
    return this.outcome();
  }

  /** So many readers come back, within a second. @returns milliseconds until all have joined */
  reconnect(lost: number, left: number): number {
    let [open, last] = [lost, 0];
    for (let reader = 0; reader < lost; reader += 1) {
      this.clock.after(500 + this.random() * 1000, () =>
        this.join(this.processes[reader % left]!, () => {
          open -= 1;
          if (open === 0) last = this.clock.now;
        }),
      );
    }
    this.clock.run(600_000);
    return last;
  }

  /** At random moments, so many per second. */
  private repeat(perSecond: number, act: () => void): void {
    if (perSecond === 0) return;
    const next = () => {
      this.clock.after((-Math.log(1 - this.random()) / perSecond) * 1000, () => {
        act();
        next();
      });
    };
    next();
  }

  private pace(perSecond: number, act: () => void): void {
    this.clock.after(1000 / perSecond, () => {
      act();
      this.pace(perSecond, act);
    });
  }

  private someRoom(): number {
    return this.roomOf[Math.floor(this.random() * this.roomOf.length)]!;
  }

  private someProcess(): Process {
    return this.processes[Math.floor(this.random() * this.processes.length)]!;
  }

  /** One after the other: through the loop of the process, to the database, back. The caller has a connection. */
  private ask(process: Process, count: number, web: number, database: number, then: () => void): void {
    if (count < 1) {
      then();
      return;
    }
    this.count.statements += 1;
    process.loop.work(web / count, () =>
      this.database.work(database / count, () =>
        this.clock.after(this.network, () =>
          this.ask(process, count - 1, web - web / count, database - database / count, then),
        ),
      ),
    );
  }

  private askFromPool(
    process: Process,
    count: number,
    web: number,
    database: number,
    then: () => void,
  ): void {
    process.pool.enter(() =>
      this.ask(process, count, web, database, () => {
        process.pool.leave();
        then();
      }),
    );
  }

  /** All statements but one look who may what; the last one takes the lock of the room, and writes, and commits. */
  private write(): void {
    const since = this.clock.now;
    const process = this.world.bench ? this.processes.at(-1)! : this.someProcess();
    const number = this.someRoom();
    const room = this.rooms[number]!;
    const { writeStatements, writeWeb, writeDatabase } = this.costs;
    const before = Math.max(1, Math.round(writeStatements) - 1);
    const store = () => {
      this.count.statements += 1;
      room.lock.enter(() =>
        this.database.work(writeDatabase * ASSUMED.storing, () =>
          this.clock.after(this.commit, () => {
            room.written.push(since);
            this.count.posts += 1;
            room.lock.leave();
            this.clock.after(this.network / 2, () => {
              process.pool.leave();
              process.loop.work(writeWeb / 2, () => this.poke(process, number));
            });
          }),
        ),
      );
    };
    this.askFromPool(process, before, writeWeb / 2, writeDatabase * (1 - ASSUMED.storing), () =>
      process.pool.enter(() => this.clock.after(this.network / 2, store)),
    );
  }

  private poke(from: Process, room: number): void {
    this.deliver(from, room);
    const others = this.processes.length - 1;
    if (others === 0) return;
    const { pokeIn, pokeOut } = this.costs;
    this.tellAll(pokeIn, pokeOut, () => {
      for (const process of this.processes) if (process !== from) this.deliver(process, room);
    });
  }

  /** A message through Redis to every process. */
  private tellAll(bytesIn: number, bytesOut: number, then: () => void): void {
    const others = this.processes.length - 1;
    this.count.redisMessages += 1 + others;
    this.count.redisBytes += bytesIn + bytesOut * others;
    this.redis.work(ASSUMED.redis * (1 + others), () => this.clock.after(this.network, then));
  }

  private deliver(process: Process, number: number): void {
    const followed = process.rooms.get(number);
    if (!followed) return;
    if (followed.running) {
      followed.poked = true;
      return;
    }
    followed.running = true;
    this.round(process, followed);
  }

  private round(process: Process, followed: Followed): void {
    followed.poked = false;
    this.read(process, followed, (until) => {
      if (until > followed.sent) this.send(process, followed, until);
      if (followed.poked) this.round(process, followed);
      else followed.running = false;
    });
  }

  /** What is new, once per language: all are read at the same time, and sent when the last one is there. */
  private read(process: Process, followed: Followed, then: (until: number) => void): void {
    const { costs } = this;
    const languages = followed.seats.filter((size) => size > 0).length;
    const until = this.rooms[followed.room]!.written.length;
    const fresh = Math.min(200, until - followed.sent);
    const once = this.world.design.reading === 'once';
    // An entry more in the same round costs less than a round.
    const more = Math.max(0, fresh - 1);
    let open = once ? 1 : languages;
    for (let turn = 0, all = open; turn < all; turn += 1) {
      const first = turn === 0;
      const statements = first ? costs.deliverStatements : costs.deliverStatementsMore;
      const web = (first ? costs.deliverWeb : costs.deliverWebMore) + more * costs.entryWeb;
      const database =
        (first ? costs.deliverDatabase : costs.deliverDatabaseMore) + more * costs.entryDatabase;
      this.askFromPool(process, Math.max(1, Math.round(statements)), web, database, () => {
        open -= 1;
        if (open === 0) then(followed.sent + Math.max(0, fresh));
      });
    }
  }

  private send(process: Process, followed: Followed, until: number): void {
    const { sendWeb, entryBytes, hearReader } = this.costs;
    const posts = this.rooms[followed.room]!.written.slice(followed.sent, until);
    followed.sent = until;
    this.count.deliveries += followed.size * posts.length;
    this.count.egress += followed.size * posts.length * entryBytes;
    const duration = (followed.size * sendWeb) / 1000;
    const begin = process.loop.work(duration);
    for (let part = 0; part < SENDS; part += 1) {
      const at = begin + (duration * (part + 0.5)) / SENDS;
      const weight = followed.size / SENDS;
      if (!this.world.bench) {
        for (const since of posts) this.delays.add(at - since + this.network / 2, weight);
        continue;
      }
      this.clock.after(at - this.clock.now, () => {
        const heard = this.bench.work((weight * hearReader) / 1000) + (weight * hearReader) / 2000;
        for (const since of posts) this.delays.add(heard - since, weight);
      });
    }
  }

  private sweepForever(process: Process): void {
    const { sweepWebPerRoom, sweepDatabase, sweepDatabasePerRoom } = this.costs;
    const rooms = process.rooms.size;
    const sweep = () => {
      const web = (rooms * sweepWebPerRoom) / 1000;
      const database = sweepDatabase + (rooms * sweepDatabasePerRoom) / 1000;
      if (rooms > 0) this.askFromPool(process, 1, web, database, () => undefined);
      this.clock.after(ASSUMED.sweep, sweep);
    };
    this.clock.after(this.random() * ASSUMED.sweep, sweep);
  }

  /** A reader goes to another page of the same room: the socket closes, a page is made, a socket opens. */
  private turnPage(): void {
    const { pageWeb, pageDatabase, pageStatements, pageBytes } = this.costs;
    const room = this.someRoom();
    this.changed(this.someProcess(), room);
    const process = this.someProcess();
    this.askFromPool(process, pageStatements, pageWeb, pageDatabase, () => {
      this.count.pages += 1;
      this.count.egress += pageBytes;
      const other = this.someProcess();
      this.join(other, () => this.changed(other, room));
    });
  }

  private join(process: Process, then: () => void): void {
    const { joinStatements, joinWeb, joinDatabase } = this.costs;
    this.askFromPool(process, Math.round(joinStatements), joinWeb, joinDatabase, then);
  }

  /** Who is there is told soon: every process is asked, and every reader hears it. */
  private changed(process: Process, room: number): void {
    const followed = process.rooms.get(room);
    if (!followed || followed.telling || this.world.design.presence === 'counted') return;
    followed.telling = true;
    this.clock.after(ASSUMED.presencePause, () => {
      followed.telling = false;
      this.count.presences += 1;
      this.askWhoIsThere(process, followed);
    });
  }

  private askWhoIsThere(process: Process, { room }: Followed): void {
    const { presenceHere, presenceAsking, presenceIn, presenceOut, sendWeb, pokeIn, pokeOut } = this.costs;
    let told = false;
    const tell = () => {
      if (told) return;
      told = true;
      this.tellAll(this.costs.presenceBytes, this.costs.presenceBytes, () => {
        for (const other of this.processes) {
          const size = other.rooms.get(room)?.size ?? 0;
          this.count.egress += size * this.costs.presenceBytes;
          if (size > 0) other.loop.work((size * sendWeb) / 1000);
        }
      });
    };
    let open = this.processes.length - 1;
    if (open === 0) {
      tell();
      return;
    }
    this.clock.after(ASSUMED.presencePatience, tell);
    this.tellAll(pokeIn, pokeOut, () => {
      for (const other of this.processes) {
        if (other === process) continue;
        const size = other.rooms.get(room)?.size ?? 0;
        other.loop.work((size * Math.max(0, presenceHere - sendWeb)) / 1000, () => {
          this.count.redisMessages += 2;
          this.count.redisBytes += size * (presenceIn + presenceOut);
          this.redis.work(ASSUMED.redis * 2, () =>
            process.loop.work((size * presenceAsking) / 1000, () => {
              open -= 1;
              if (open === 0) tell();
            }),
          );
        });
      }
    });
  }

  private outcome(): Outcome {
    const time = this.world.seconds * 1000;
    const per = (count: number) => count / this.world.seconds;
    const { count } = this;
    return {
      delays: this.delays,
      posts: per(count.posts),
      deliveries: per(count.deliveries),
      pages: per(count.pages),
      presences: per(count.presences),
      statements: per(count.statements),
      web: this.processes.map(({ loop }) => loop.used / time),
      database: this.database.used / time / this.world.cores,
      redis: this.redis.used / time,
      redisMessages: per(count.redisMessages),
      redisBytes: per(count.redisBytes),
      egress: per(count.egress),
      followed: this.processes.reduce((sum, { rooms }) => sum + rooms.size, 0) / this.processes.length,
      backlog: Math.max(...this.processes.map(({ loop }) => loop.backlog)),
      databaseBacklog: this.database.backlog,
    };
  }
}

const emptyCount = () => ({
  posts: 0,
  deliveries: 0,
  pages: 0,
  presences: 0,
  statements: 0,
  redisMessages: 0,
  redisBytes: 0,
  egress: 0,
});

const follow = (room: number, seats: Seats): Followed => ({
  room,
  seats,
  size: seats.reduce((sum, size) => sum + size, 0),
  sent: 0,
  running: false,
  poked: false,
  telling: false,
});
