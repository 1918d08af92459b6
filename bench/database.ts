import { join } from 'node:path';
import { Client } from 'pg';
import { readPostmasterFile } from '../src/core/database/embedded/postmaster-file';
import { startEmbedded, type EmbeddedServer } from '../src/core/database/embedded/server';

/** A durable PostgreSQL of our own, that can be stopped as if the power had failed. */
export class Database {
  crashes = 0;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private server: EmbeddedServer,
  ) {}

  static async start(folder: string, port: number): Promise<Database> {
    return new Database(folder, port, await launch(folder, port));
  }

  get url(): string {
    return this.server.url;
  }

  /** `pg_ctl stop -m immediate`, and then up again at the same address. */
  async crash(): Promise<void> {
    this.crashes += 1;
    process.kill(readPostmasterFile(join(this.folder, 'cluster')).pid, 'SIGQUIT');
    await this.server.stop(); // waits until it is gone, and frees the folder
    this.server = await launch(this.folder, this.port);
  }

  async query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    try {
      return (await client.query(text, values)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

const launch = (folder: string, port: number): Promise<EmbeddedServer> =>
  startEmbedded(folder, { settings: { port: String(port) } });
