import { rmSync } from 'node:fs';

export default async function tearDown(): Promise<void> {
  await globalThis.testServer?.stop();
  rmSync(process.env['TEST_FOLDER']!, { recursive: true, force: true });
}
