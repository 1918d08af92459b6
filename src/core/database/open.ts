import { join } from 'node:path';
import type { Config } from '../config/config';
import { startEmbedded } from './embedded/server';

/** A database to work with, and how to let go of it. */
export interface OpenDatabase {
  url: string;
  close(): Promise<void>;
}

/** The operator's PostgreSQL where there is one, otherwise the embedded server in the data folder. */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  if (config.databaseUrl) return { url: config.databaseUrl, close: async () => undefined };
  const server = await startEmbedded(join(config.dataDir, 'postgres'), { say });
  return { url: server.url, close: () => server.stop() };
}
