import { readFileSync } from 'node:fs';

/** The file's text; empty if there is none. */
export function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ESRCH') return ''; // ESRCH: a process that ends under our eyes
    throw error;
  }
}

/** `ENOENT` and the like of Node, or the five characters of PostgreSQL. */
export function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}
