import type { FileHandle } from 'node:fs/promises';
import { badFile } from './bad-file';

const TAIL = 2048;

/**
 * A PDF from its first byte to its last: what begins as something else, or has something hung on to its end, is two
 * files in one. What stands between is the business of programs that open it: it is handed out to be kept, never shown.
 */
export async function assertPdf(file: FileHandle, size: number): Promise<void> {
  const head = (await file.read(Buffer.alloc(16), 0, 16, 0)).buffer.toString('latin1');
  const length = Math.min(TAIL, size);
  const tail = (await file.read(Buffer.alloc(length), 0, length, size - length)).buffer.toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(head)) throw badFile('files:refusal.broken_document');
  if (!/%%EOF[\s\0]*$/.test(tail)) throw badFile('files:refusal.broken_document');
}
