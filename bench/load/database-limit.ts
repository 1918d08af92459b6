import { once } from 'node:events';
import { startBeside } from './beside';
import type { Ground } from './ground';
import type { Options } from './options';
import type { Hits } from './volley';

export interface Errand {
  kind: 'select' | 'commit' | 'counter';
  url: string;
  connections: number;
  warm: number;
  seconds: number;
}

/** @param connections as many as the hub has, unless more are needed to reach the limit */
export async function measureDatabase(
  kind: Errand['kind'],
  ground: Ground,
  { warm, seconds }: Options,
  connections: number,
): Promise<Hits> {
  const beside = startBeside('database');
  beside.send({ kind, url: ground.url, connections, warm, seconds } satisfies Errand);
  const [hits] = (await once(beside, 'message')) as [Hits];
  return hits;
}
