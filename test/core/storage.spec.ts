import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Config } from '../../src/core/config/config';
import { FolderStore } from '../../src/core/storage/folder-store';
import { IncomingFiles } from '../../src/core/storage/incoming-files.service';
import type { ObjectStore } from '../../src/core/storage/object-store';
import { S3Store } from '../../src/core/storage/s3-store';
import { startStore, type StubStore } from '../support/s3';

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('The store of files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'polylog-store-'));
  let stub: StubStore;
  let stores: Record<'folder' | 's3', ObjectStore>;

  beforeAll(async () => {
    stub = await startStore();
    const { storage } = Config.read(stub.settings);
    stores = { folder: new FolderStore(join(folder, 'files')), s3: new S3Store(storage!) };
  });
  afterAll(() => {
    stub.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function aFile(text: string): { path: string; sha256: string } {
    const path = join(folder, 'incoming');
    writeFileSync(path, text);
    return { path, sha256: digest(Buffer.from(text)) };
  }

  it.each(['folder', 's3'] as const)(
    'keeps what it was given, once, and forgets it when told: %s',
    async (kind) => {
      const store = stores[kind];
      for (const _ of ['first', 'again']) {
        const { path, sha256 } = aFile(`Grüße ${kind}`);
        await store.put(sha256, path);
        expect(readdirSync(folder)).not.toContain('incoming');
        expect((await buffer((await store.get(sha256))!)).toString()).toBe(`Grüße ${kind}`);
      }
      const { sha256 } = aFile(`Grüße ${kind}`);
      await store.remove(sha256);
      await store.remove(sha256);
      expect(await store.get(sha256)).toBeUndefined();
    },
  );

  it('sends the same bytes to another machine only once', () => {
    expect(stub.asked.filter((asked) => asked.startsWith('PUT'))).toHaveLength(1);
    expect(stub.asked[0]).toMatch(/^HEAD \/files\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/);
  });

  it('says that it is away when it is, or does not believe the hub', async () => {
    const settings = Config.read(stub.settings).storage!;
    const stranger = new S3Store({ ...settings, secretKey: 'another' });
    const away = new S3Store({ ...settings, endpoint: 'http://127.0.0.1:9' });
    for (const store of [stranger, away])
      await expect(store.get(digest(Buffer.from('x')))).rejects.toMatchObject({ status: 503 });
  });

  it('is chosen by settings that name everything it needs', () => {
    const { S3_BUCKET: _, ...rest } = stub.settings;
    expect(() => Config.read(rest)).toThrow('S3_ENDPOINT needs S3_BUCKET');
    expect(Config.read({}).storage).toBeUndefined();
  });

  it('removes files that were never brought to an end, and only those', async () => {
    const config = Config.read({ DATA_DIR: folder });
    const incoming = new IncomingFiles(config);
    const [old, young] = [incoming.place(), incoming.place()];
    for (const path of [old, young]) writeFileSync(path, 'half of');
    utimesSync(old, new Date(0), new Date(0));
    await incoming.perform();
    expect(readdirSync(join(folder, 'files', 'incoming'))).toEqual([young.split('/').at(-1)]);
  });
});
