/** Many who only listen: each with a real client and a socket of her own. */
import { io, type Socket } from 'socket.io-client';
import type { Audience, Heard } from './readers';

/** Sockets that connect at the same time. */
const AT_ONCE = 25;

const sockets: Socket[] = [];
const heard: Heard = [];

/** One clock for all processes of the machine. Milliseconds. */
const now = (): number => Number(process.hrtime.bigint()) / 1e6;

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

async function seat(audience: Audience): Promise<void> {
  for (let first = 0; first < audience.count; first += AT_ONCE) {
    const batch = numbers(first, Math.min(audience.count, first + AT_ONCE));
    await Promise.all(batch.map((reader) => sitDown(audience, reader)));
  }
}

async function sitDown({ address, headers, room, last, locales }: Audience, reader: number): Promise<void> {
  const extraHeaders = headers[reader] ?? {};
  const socket = io(address, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders,
  });
  sockets.push(socket);
  socket.on('room:entries', hear);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  if (!room) return;
  const locale = locales[reader % locales.length];
  const joined: object = await socket.timeout(20_000).emitWithAck('room:join', { room, last, locale });
  if ('code' in joined) throw new Error(`A reader was not let in: ${JSON.stringify(joined)}`);
}

function hear({ entries }: { entries: { post?: { clientId: string } }[] }): void {
  const at = now();
  for (const { post } of entries) if (post) heard.push([post.clientId, at]);
}

process.on('message', (message: Audience | 'enough') => {
  if (message !== 'enough') {
    void seat(message).then(() => process.send!('seated'));
    return;
  }
  process.send!(heard, () => process.exit());
});
