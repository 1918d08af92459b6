import { buildSync } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbedded, type EmbeddedServer } from '../../src/core/database/embedded/server';

describe('The embedded server', () => {
  let folder: string;
  let server: EmbeddedServer | undefined;
  let child: ChildProcess | undefined;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'polylog-embedded-')));
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    await server?.stop();
    child = server = undefined;
    // Should a test have failed half way: a PostgreSQL without its folder ends by itself within a minute.
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (durable = false) => (server = await startEmbedded(folder, { durable }));

  async function query(url: string, text: string): Promise<{ said: string }[]> {
    const client = new Client(url);
    await client.connect();
    try {
      return (await client.query<{ said: string }>(text)).rows;
    } finally {
      await client.end();
    }
  }

  const write = (url: string, said: string) =>
    query(url, `create table if not exists notes (said text); insert into notes values ('${said}')`);
  const read = async (url: string) =>
    (await query(url, 'select said from notes order by said')).map(({ said }) => said);

  /** The process of PostgreSQL in our own folder; nothing else is ever killed here. */
  const postgres = () => parseInt(readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8'), 10);

  /** A hub in a process of its own, which ends with ours at the latest. */
  async function startElsewhere(): Promise<{ url: string; kill: () => Promise<void> }> {
    const contents = `
      import { startEmbedded } from './src/core/database/embedded/server';
      void startEmbedded(process.argv[1]!, { durable: false }).then(({ url }) => process.stdout.write(url));
      process.stdin.resume();`;
    const script = buildSync({
      stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      write: false,
      platform: 'node',
      packages: 'external',
    }).outputFiles[0]!.text;
    const hub = spawn(process.execPath, ['-e', script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
    child = hub;
    const ended = once(hub, 'exit');
    const [url] = (await once(hub.stdout, 'data')) as [Buffer];
    return {
      url: url.toString(),
      kill: async () => {
        hub.kill('SIGKILL');
        await ended;
      },
    };
  }

  it('keeps its data over a stop and a start', async () => {
    const first = await start();
    await write(first.url, 'before');
    await first.stop();
    await expect(read(first.url)).rejects.toThrow('ECONNREFUSED');

    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await read(second.url)).toEqual(['before']);
  });

  it('has all that was committed after PostgreSQL was killed', async () => {
    const first = await start(true);
    await write(first.url, 'committed');
    process.kill(postgres(), 'SIGKILL');
    await first.stop();

    const second = await start(true);
    expect(second.adopted).toBe(false);
    expect(await read(second.url)).toEqual(['committed']);
    expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toContain('automatic recovery in progress');
  });

  it('refuses a folder that another hub uses, names that hub and leaves it alone', async () => {
    const first = await start();
    await write(first.url, 'still here');
    await expect(startEmbedded(folder)).rejects.toThrow(
      `Another hub (process ${process.pid}) is using ${folder}`,
    );
    expect(await read(first.url)).toEqual(['still here']);
  });

  it('is used again when its hub was killed and it went on', async () => {
    const elsewhere = await startElsewhere();
    await write(elsewhere.url, 'by the killed hub');
    const before = postgres();
    await elsewhere.kill();

    const { adopted, url } = await start();
    expect(adopted).toBe(true);
    expect(postgres()).toBe(before);
    expect(url).toBe(elsewhere.url);
    expect(await read(url)).toEqual(['by the killed hub']);
  });
});
