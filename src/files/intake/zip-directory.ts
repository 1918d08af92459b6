import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { Writable } from 'node:stream';
import { badFile } from './bad-file';

/** A thick book with a picture on every page has fewer parts. */
const MOST_ENTRIES = 5000;
const MOST_DIRECTORY = 2 * 1024 * 1024;
/** Bytes of all parts together when they are unpacked. */
const MOST_UNPACKED = 300 * 1024 * 1024;
/** Documents are words: they shrink to a tenth, tables to a fiftieth. */
const MOST_SHRUNK = 150;

const STORED = 0;
const DEFLATED = 8;
const END = 22;
const COMMENT = 65_535;

export interface ZipEntry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  /** Where its own head begins. */
  at: number;
}

const broken = () => badFile('files:refusal.broken_document');
const bomb = () => badFile('files:refusal.zip_bomb');

/**
 * What a ZIP file says that it holds; it must be nothing else from its first to its last byte.
 * @throws Invalid for what is broken, encrypted, or becomes too large
 */
export async function readDirectory(file: FileHandle, size: number): Promise<ZipEntry[]> {
  const tail = await bytesAt(file, Math.max(0, size - END - COMMENT), Math.min(size, END + COMMENT));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || tail.length - end < END || end + END + tail.readUInt16LE(end + 20) !== tail.length)
    throw broken();
  const [count, length, start] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  if (count > MOST_ENTRIES || length > MOST_DIRECTORY) throw bomb();
  if (start + length > size) throw broken();
  const entries = entriesOf(await bytesAt(file, start, length), count);
  assertSound(entries, start);
  return entries;
}

function entriesOf(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw broken();
    const [name, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset));
    if (directory.readUInt16LE(at + 8) & 1) throw badFile('files:refusal.encrypted');
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + name!),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    });
    at += 46 + name! + extra! + comment!;
  }
  if (at !== directory.length) throw broken();
  return entries;
}

const STRANGE = /(^|\/)\.\.?(\/|$)|^\/|\\|[\u0000-\u001f]|^[a-z]:/i;

/** Parts that lie upon each other, or reach beyond the file, are how a small file becomes an endless one. */
function assertSound(entries: ZipEntry[], directory: number): void {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const odd = ({ name, method, packed, unpacked }: ZipEntry) =>
    STRANGE.test(name) || (method === STORED ? packed !== unpacked : method !== DEFLATED);
  if (names.size < entries.length || entries.some(odd)) throw broken();
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > MOST_UNPACKED || unpacked > MOST_SHRUNK * directory) throw bomb();
  let free = 0;
  for (const { at, packed } of [...entries].sort((a, b) => a.at - b.at)) {
    if (at < free) throw bomb();
    free = at + 30 + packed;
  }
  if (free > directory) throw broken();
}

/** One part, which must be what the directory says, and no longer. @throws Invalid */
export async function unpack(
  file: FileHandle,
  entry: ZipEntry,
  take: (chunk: Buffer) => void,
): Promise<void> {
  const head = await bytesAt(file, entry.at, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50 || head.readUInt16LE(8) !== entry.method)
    throw broken();
  const start = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  let length = 0;
  const count = new Writable({
    write(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (length > entry.unpacked) {
        done(bomb());
        return;
      }
      take(chunk);
      done();
    },
  });
  if (entry.packed > 0) {
    const stream = file.createReadStream({ start, end: start + entry.packed - 1, autoClose: false });
    const steps = entry.method === STORED ? [stream, count] : [stream, createInflateRaw(), count];
    await pipeline(steps).catch((error: unknown) => {
      throw error instanceof Error && 'key' in error ? error : broken();
    });
  }
  if (length !== entry.unpacked) throw broken();
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
