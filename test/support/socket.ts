import { io, type Socket } from 'socket.io-client';
import type { TestClient } from './client';
import type { TestHub } from './hub';

/** A socket of somebody, or of a visitor; closed by the test. */
export async function openSocket(
  hub: TestHub,
  client?: TestClient,
  headers: Record<string, string> = {},
): Promise<Socket> {
  const socket = io(hub.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { ...(client?.cookie && { Cookie: client.cookie }), ...headers },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

export const ask = <Answer = Record<string, unknown>>(
  socket: Socket,
  verb: string,
  message: object,
): Promise<Answer> => socket.timeout(60_000).emitWithAck(verb, message) as Promise<Answer>;

/** Everything that the socket hears under a name, and a way to wait for it. */
export function listen<Message>(socket: Socket, name: string) {
  const heard: Message[] = [];
  const waiting = new Set<() => void>();
  socket.on(name, (message: Message) => {
    heard.push(message);
    for (const look of waiting) look();
  });
  const until = (enough: (messages: Message[]) => boolean): Promise<Message[]> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`Heard ${heard.length} × ${name}, not what was waited for`)),
        60_000,
      );
      const look = () => {
        if (!enough(heard)) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(heard);
      };
      waiting.add(look);
      look();
    });
  return { heard, until };
}
