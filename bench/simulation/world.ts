import { randomFrom } from './clock';

/** A hub at work: how many read, where, and on what machines. */
export interface World {
  readers: number;
  rooms: number;
  processes: number;
  /** Cores of the database server. */
  cores: number;
  design: Design;
  /** What each reader does: posts, and pages turned, per second. */
  posts: number;
  pages: number;
  /** Share of the readers in each language. */
  languages: number[];
  /** All rooms equally lively, or as people are: the second half as lively as the first, the third a third. */
  zipf: boolean;
  /** As in the measurement: all on one machine, all readers in one process, posts at an even pace at the last process. */
  bench: boolean;
  /** Readers sit at the first so many processes. */
  readersAt?: number;
  seconds: number;
  seed: number;
}

/** What could be changed in the hub. */
export interface Design {
  /** Who is there: every process is asked at each change, or each tells its own count now and then. */
  presence: 'asked' | 'counted';
  /** Journal and posts are read once for each language, or once for all. */
  reading: 'per language' | 'once';
  /** Readers sit at any process, or those of a room at the same one, at one more for each 2,000 of them. */
  placing: 'anywhere' | 'by room';
}

export const AS_IT_IS: Design = {
  presence: 'asked',
  reading: 'per language',
  placing: 'anywhere',
};

/** The changes that are proposed, in the order in which they begin to matter. */
export const CHANGES: [string, Partial<Design>][] = [
  ['presence counted', { presence: 'counted' }],
  ['read once', { reading: 'once' }],
  ['seated by room', { placing: 'by room' }],
];

export const USUAL: World = {
  readers: 1000,
  rooms: 40,
  processes: 1,
  cores: 2,
  design: AS_IT_IS,
  posts: 1 / 600,
  pages: 1 / 60,
  languages: [0.4, 0.3, 0.2, 0.1],
  zipf: true,
  bench: false,
  seconds: 20,
  seed: 1,
};

/** So many readers of a room sit at one process, when they are placed by room. */
const CROWD = 2000;

/** Readers of one room at one process: how many per language. */
export type Seats = number[];

export interface Seating {
  /** Per process: the seats of each room in which somebody sits there. */
  seats: Map<number, Seats>[];
  /** Room in which a reader sits, for drawing one by chance. */
  roomOf: Uint32Array;
}

/** Everybody sits down: by chance in a room and at a process, as a proxy without memory sends them. */
export function seat(world: World): Seating {
  const { readers, rooms, processes, languages, zipf, seed } = world;
  const random = randomFrom(seed);
  const choose = chooser(Array.from({ length: rooms }, (_, room) => (zipf ? 1 / (room + 1) : 1)));
  const chooseLanguage = chooser(languages);
  const seats = Array.from({ length: processes }, () => new Map<number, Seats>());
  const roomOf = new Uint32Array(readers).map(() => choose(random()));
  const crowds = new Uint32Array(rooms);
  for (const room of roomOf) crowds[room]! += 1;
  const placeOf = (reader: number, room: number): number => {
    if (world.design.placing === 'anywhere') return reader % (world.readersAt ?? processes);
    return (room * 29 + (reader % Math.ceil(crowds[room]! / CROWD)) * 13) % processes;
  };
  for (const [reader, room] of roomOf.entries()) {
    const here = seats[placeOf(reader, room)]!;
    const found = here.get(room) ?? languages.map(() => 0);
    found[chooseLanguage(random())]! += 1;
    here.set(room, found);
  }
  return { seats, roomOf };
}

/** A number between 0 and 1 to one of the weights. */
function chooser(weights: number[]): (chance: number) => number {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let reached = 0;
  const bounds = weights.map((weight) => (reached += weight / sum));
  return (chance) => {
    let [low, high] = [0, bounds.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (chance < bounds[middle]!) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
