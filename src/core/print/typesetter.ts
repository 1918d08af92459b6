import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { Refusal } from '../errors/refusal';
import { fonts } from './fonts';
import { watchSpending, type Spending } from './spending';

/** What is to be set: a template and what it reads, by path. People's words belong into JSON, never into a template. */
export interface Composition {
  files: ReadonlyMap<string, string | Uint8Array>;
  /** The template to begin with. */
  main: string;
  /** `ua-1`: refuses what a screen reader could not follow. */
  standard?: 'ua-1';
}

/** What there is to set with. */
export interface Machine {
  limits: Spending;
  /** The native typesetter for one C library or the other; the first that is installed is taken. */
  packages: readonly string[];
}

const MACHINE: Machine = {
  // A book of two hundred pages takes a twentieth of this time and a third of this memory.
  limits: { milliseconds: 120_000, bytes: 1_500_000_000 },
  packages: ['gnu', 'musl'].map((library) => `@myriaddreamin/typst-ts-node-compiler-linux-x64-${library}`),
};

/** @param pages of the book that is now being written */
export type OnPages = (pages: number) => void;

/** By the clock, it may take so many times what it may take of the processor. */
const PATIENCE = 5;

const PROCESS = join(__dirname, 'typesetting.process.cjs');

/** Two books at once would take the machine from everybody else. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Sets a book, after those that were asked for before it.
 * @throws Refusal when the machine has no typesetter, or the book is too large for it
 */
export function typeset(
  composition: Composition,
  onPages?: OnPages,
  machine: Partial<Machine> = {},
): Promise<Buffer> {
  const book = before.then(() => inProcess(composition, { ...MACHINE, ...machine }, onPages));
  before = book.catch(() => undefined);
  return book;
}

interface Answer {
  pages?: number;
  pdf?: Uint8Array;
  fault?: string;
  missing?: true;
}

async function inProcess(
  { files, main, standard }: Composition,
  { limits, packages }: Machine,
  onPages?: OnPages,
): Promise<Buffer> {
  const child = fork(PROCESS, [], { serialization: 'advanced', env: {}, execArgv: [], stdio: 'ignore' });
  const tooLarge = new Promise<never>((_, reject) => {
    child.once('error', reject);
    stopBeyond(child, limits, () => reject(new Refusal(413, 'errors:typesetting.too_large')));
  });
  try {
    child.send({ packages, fonts: fonts().map(({ bytes }) => bytes), files: [...files], main, standard });
    return await Promise.race([answerOf(child, onPages), tooLarge]);
  } finally {
    child.kill('SIGKILL');
  }
}

function answerOf(child: ChildProcess, onPages?: OnPages): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    child.on('message', ({ pages, pdf, fault, missing }: Answer) => {
      if (pages) onPages?.(pages);
      if (pdf) resolve(Buffer.from(pdf));
      if (fault) reject(new Error(`The typesetter refused the book: ${fault.slice(0, 2000)}`));
      if (missing) reject(new Refusal(501, 'errors:typesetting.missing'));
    });
    child.once('exit', (code, signal) =>
      reject(new Error(`The typesetter ended without a book (${signal ?? code}).`)),
    );
  });
}

/** The native code hears no request to stop; its process does. */
function stopBeyond(child: ChildProcess, limits: Spending, stopped: () => void): void {
  const stop = () => {
    stopped();
    child.kill('SIGKILL');
  };
  const clock = setTimeout(stop, limits.milliseconds * PATIENCE);
  const watch = watchSpending(child.pid, limits, stop);
  child.once('exit', () => {
    clearTimeout(clock);
    clearInterval(watch);
  });
}
