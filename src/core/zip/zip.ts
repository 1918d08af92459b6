import { type Zippable, zipSync } from 'fflate';

export interface ZipEntry {
  /** Path with slashes, in letters that every system can write. */
  name: string;
  bytes: Uint8Array;
  /** As it is, without making it smaller: for what is small already, and for what must be found at its place. */
  stored?: boolean;
}

/**
 * The same bytes for the same entries, in their order.
 * @param day ISO date that all entries are dated with
 */
export function zipOf(entries: readonly ZipEntry[], day: string): Buffer {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number) as [number, number, number];
  // Dates in zips have no time zone: noon of that day wherever this runs.
  const mtime = new Date(year, month - 1, date, 12);
  const files: Zippable = {};
  for (const { name, bytes, stored } of entries) files[name] = [bytes, { level: stored ? 0 : 6, mtime }];
  return Buffer.from(zipSync(files));
}
