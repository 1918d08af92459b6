import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Config, randomSecret } from './config';

/** A secret that is made at the first start and kept in the data folder, readable by its owner only. */
export function keptSecret(config: Config, name: string, make: () => string = randomSecret): string {
  const file = join(config.dataDir, name);
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, make(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** Signs session cookies and form tokens. */
export function sessionSecret(config: Config): string {
  return config.sessionSecret ?? keptSecret(config, 'session-secret');
}

/** The one password of the demo accounts. */
export function demoPassword(config: Config): string {
  return config.demoPassword ?? keptSecret(config, 'demo-password', () => randomSecret().slice(0, 12));
}
