import { once } from 'node:events';
import { startBeside } from './beside';
import { fire, type Shots } from './fire';
import type { Options } from './options';

/** Servers that do nothing but answer: node:http, Nest with Express, socket.io. */
export type Limit = 'raw' | 'nest' | 'sockets';

/** Lets a bare server run as long as the work takes. */
export async function withServer<Result>(
  kind: Limit,
  work: (port: number, pid: number) => Promise<Result>,
): Promise<Result> {
  const server = startBeside('limits');
  server.send(kind);
  const [port] = (await once(server, 'message')) as [number];
  try {
    return await work(port, server.pid!);
  } finally {
    server.disconnect();
    await once(server, 'exit');
  }
}

/** A bare server under the same fire as the hub. */
export const measureLimit = (kind: 'raw' | 'nest', { seconds, warm }: Options): Promise<Shots> =>
  withServer(kind, (port, web) => {
    const shots = [{ method: 'GET', path: '/' } as const];
    return fire({ port, connections: 32, warm, seconds, status: 200, least: 20_000, shots }, { web });
  });
