import { once } from 'node:events';
import { startBeside } from './beside';
import { fire, type Shots } from './fire';
import type { Options } from './options';

/** A server that does nothing but answer, under the same fire as the hub. */
export async function measureLimit(kind: 'raw' | 'nest', { seconds, warm }: Options): Promise<Shots> {
  const server = startBeside('limits');
  server.send(kind);
  const [port] = (await once(server, 'message')) as [number];
  try {
    const shots = [{ method: 'GET', path: '/' } as const];
    const volley = { port, connections: 32, warm, seconds, status: 200, least: 20_000, shots };
    return await fire(volley, { web: server.pid! });
  } finally {
    server.disconnect();
    await once(server, 'exit');
  }
}
