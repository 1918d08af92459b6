import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Config } from '../../src/core/config/config';
import { Worker } from '../../src/core/jobs/worker.service';
import { createHub } from '../../src/start';
import { cloneDatabase } from './database';

/** A hub of its own for one test file: real HTTP, real sockets, real PostgreSQL. */
export interface TestHub {
  app: NestExpressApplication;
  database: DataSource;
  config: Config;
  /** http://127.0.0.1:port */
  url: string;
  /** Performs every durable reaction that is due. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param beside another process of the same hub: one database, one secret
 * @param databaseUrl another way to that database
 */
export async function startHub(
  settings: Record<string, string> = {},
  beside?: TestHub,
  databaseUrl?: string,
): Promise<TestHub> {
  const { url, drop } = beside ? { url: urlOf(beside), drop: async () => undefined } : await cloneDatabase();
  const folder = beside?.config.dataDir ?? mkdtempSync(join(tmpdir(), 'polylog-hub-'));
  const config = Config.read({
    NODE_ENV: 'test',
    PORT: '0',
    BASE_URL: 'http://127.0.0.1',
    DATA_DIR: folder,
    DEMO: 'off',
    RATE_LIMITS: 'off',
    ROLE: 'web',
    DATABASE_POOL: '5',
    ...settings,
  });
  const app = await createHub(config, databaseUrl ?? url);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    app,
    database: app.get(DataSource),
    config,
    url: `http://127.0.0.1:${port}`,
    drain: () => app.get(Worker).drain(),
    close: async () => {
      await app.close();
      if (beside) return;
      await drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where the database of a hub is. */
export const urlOf = ({ database }: TestHub): string => (database.options as { url: string }).url;
