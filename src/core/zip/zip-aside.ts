import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import type { ZipEntry } from './zip';

const press = promisify<Buffer, { level: number }, Buffer>(deflateRaw);

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
const LEVEL = 6;
/** Noon: dates in zips have no time zone. */
const NOON = 12 << 11;

/**
 * The same as `zipOf` for what is large: threads of the system make it small, and the process serves others meanwhile.
 * @param day ISO date that all entries are dated with
 */
export async function zipAside(entries: readonly ZipEntry[], day: string): Promise<Buffer> {
  const pressed = await Promise.all(entries.map((entry) => pressedEntry(entry)));
  const date = dosDate(day);
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of pressed) {
    const facts = factsOf(entry, date);
    const local = Buffer.concat([uint32(LOCAL), uint16(VERSION), facts, uint16(0), entry.name, entry.bytes]);
    directory.push(
      Buffer.concat([uint32(CENTRAL), uint16(VERSION), uint16(VERSION), facts]),
      // No extra field, no comment, first disk, no attributes, where it begins.
      Buffer.concat([uint16(0), uint16(0), uint16(0), uint16(0), uint32(0), uint32(at), entry.name]),
    );
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const count = uint16(entries.length);
  const end = [
    uint32(END),
    uint16(0),
    uint16(0),
    count,
    count,
    uint32(central.length),
    uint32(at),
    uint16(0),
  ];
  return Buffer.concat([...parts, central, ...end]);
}

interface Pressed {
  name: Buffer;
  method: number;
  bytes: Buffer;
  size: number;
  sum: number;
}

async function pressedEntry({ name, bytes, stored }: ZipEntry): Promise<Pressed> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    name: Buffer.from(name),
    method: stored ? 0 : DEFLATED,
    bytes: stored ? whole : await press(whole, { level: LEVEL }),
    size: whole.length,
    sum: crc32(whole),
  };
}

/** What stands before an entry and in the directory alike. */
function factsOf({ method, sum, bytes, size, name }: Pressed, date: number): Buffer {
  return Buffer.concat([
    ...[uint16(FLAGS), uint16(method), uint16(NOON), uint16(date)],
    ...[uint32(sum), uint32(bytes.length), uint32(size), uint16(name.length)],
  ]);
}

function dosDate(day: string): number {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number) as [number, number, number];
  return ((year - 1980) << 9) | (month << 5) | date;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
