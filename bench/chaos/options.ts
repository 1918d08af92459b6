import { parseArgs } from 'node:util';

export interface Options {
  /** About a minute, for every day: a busy machine may be slow, so that nothing is said about times. */
  short: boolean;
  posts: number;
  clients: number;
  rooms: number;
  /** How long the posts are spread over, at the least. */
  seconds: number;
  /** Seconds from one `kill -9` of a web process to the next; 0: none is killed. */
  every: number;
  /** How often the database is stopped in mid-run, with `-m immediate`. */
  crashes: number;
  /** How often Redis is taken away, by turns killed for three seconds and emptied. */
  losses: number;
  /** Seconds within which a post must reach everybody, whatever happens; undefined: nothing is said about times. */
  slowest: number | undefined;
  /** Clients that believe in a plain broadcast: must report loss, or the harness is blind. */
  plain: boolean;
}

const LONG = { posts: 10_000, clients: 50, seconds: 180, every: 2, crashes: 4, losses: 4, slowest: 15 };
const SHORT = { posts: 1500, clients: 20, seconds: 32, every: 2, crashes: 1, losses: 2, slowest: undefined };

/** `--short`, `--plain`, and a number for each of the others. */
export function readOptions(): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    options: {
      short: flag,
      plain: flag,
      posts: text,
      clients: text,
      rooms: text,
      seconds: text,
      every: text,
      crashes: text,
      losses: text,
      slowest: text,
    },
  });
  const standard = values.short ? SHORT : LONG;
  const number = (given: string | undefined, otherwise: number) => {
    const value = Number(given ?? otherwise);
    if (!Number.isInteger(value) || value < 0) throw new Error(`Not a whole number: ${given}`);
    return value;
  };
  return {
    short: values.short,
    posts: number(values.posts, standard.posts),
    clients: number(values.clients, standard.clients),
    rooms: number(values.rooms, 1),
    seconds: number(values.seconds, standard.seconds),
    every: number(values.every, standard.every),
    crashes: number(values.crashes, standard.crashes),
    losses: number(values.losses, standard.losses),
    slowest: values.slowest === undefined ? standard.slowest : Number(values.slowest),
    plain: values.plain,
  };
}
