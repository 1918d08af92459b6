import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** A part of the measurement that runs in a process of its own: `bench/load/<name>.process.ts`, built. */
export const startBeside = (name: 'generator' | 'limits' | 'database' | 'readers'): ChildProcess =>
  fork(join(__dirname, 'load', `${name}.process.js`), { stdio: 'inherit' });
