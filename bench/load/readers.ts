import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { seedTexts } from '../seed/texts';
import { startBeside } from './beside';
import { processorTime } from './processes';

/** Who is to listen. Without a room: everybody hears everything, as at the bare socket.io server. */
export interface Audience {
  address: string;
  count: number;
  headers: Record<string, string>[];
  room?: string;
  /** Number of the room's last entry. */
  last: number;
  /** Spread evenly over the readers. */
  locales: string[];
}

/** Client id of a post, and when a reader heard of it. */
export type Heard = [clientId: string, at: number][];

export interface Delivered {
  /** Milliseconds from sending to hearing, over all readers and posts. */
  p50: number;
  p99: number;
  worst: number;
  posts: number;
  readers: number;
  /** Deliveries that never came. */
  missing: number;
  /** Milliseconds of the server's processor time for one post to all. */
  processor: number;
}

/** Processes that the readers are spread over. */
const PROCESSES = 2;
/** Posts that count, after some to warm up, and milliseconds between them. */
const POSTS = 100;
const WARM_UP = 15;
const PAUSE = 300;

const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** @param send says one post, with this client id, and comes back when the server has taken it */
export async function measureDelivery(
  audience: Audience,
  server: number,
  send: (socket: Socket, clientId: string, turn: number) => Promise<unknown>,
  sender: Record<string, string> = {},
): Promise<Delivered> {
  const share = audience.count / PROCESSES;
  const processes = Array.from({ length: PROCESSES }, () => startBeside('readers'));
  try {
    await Promise.all(
      processes.map((each, index) => {
        const headers = audience.headers.slice(index * share, (index + 1) * share);
        each.send({ ...audience, count: share, headers } satisfies Audience);
        return said(each, 'seated');
      }),
    );
    await sleep(3000); // all is told of who came
    const socket = io(audience.address, { transports: ['websocket'], forceNew: true, extraHeaders: sender });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    const sent = new Map<string, number>();
    let before = 0;
    for (let turn = 0; turn < WARM_UP + POSTS; turn += 1) {
      if (turn === WARM_UP) before = processorTime(server);
      const clientId = randomUUID();
      if (turn >= WARM_UP) sent.set(clientId, now());
      await Promise.all([send(socket, clientId, turn), sleep(PAUSE)]);
    }
    await sleep(2000);
    const processor = (processorTime(server) - before) / POSTS;
    socket.disconnect();
    const heard = (await Promise.all(processes.map(collect))).flat();
    const times = heard.flatMap(([clientId, at]) => (sent.has(clientId) ? at - sent.get(clientId)! : []));
    times.sort((one, other) => one - other);
    const part = (fraction: number) =>
      times[Math.min(times.length - 1, Math.floor(times.length * fraction))] ?? 0;
    return {
      ...{ p50: part(0.5), p99: part(0.99), worst: part(1), posts: POSTS, readers: audience.count },
      ...{ missing: audience.count * POSTS - times.length, processor },
    };
  } finally {
    for (const each of processes) each.kill();
  }
}

async function collect(readers: ChildProcess): Promise<Heard> {
  readers.send('enough');
  const [heard] = (await once(readers, 'message')) as [Heard];
  return heard;
}

/** @throws Error if the process ends instead */
async function said(child: ChildProcess, what: string): Promise<void> {
  const ended = once(child, 'exit').then(() =>
    Promise.reject(new Error(`A process ended before it was ${what}`)),
  );
  await Promise.race([once(child, 'message'), ended]);
}

/** A post as a sender writes it. */
export function aPost(clientId: string, turn: number): { body: string; locale: string; clientId: string } {
  const texts = seedTexts();
  const { body, locale } = texts[turn % texts.length]!;
  return { body, locale, clientId };
}
