import { createHash } from 'node:crypto';
import type { ComparisonData } from '../comparison-data';

/** A file as it goes out. */
export interface KeptFile {
  bytes: Buffer;
  /** Of its content: the same bytes have the same tag, whoever made them. */
  tag: string;
}

/** Bytes that a process keeps at most. */
const ROOM = 64 * 1024 * 1024;

interface Kept {
  /** What it was made from: another object, and it is made anew. */
  from: ComparisonData;
  making: Promise<KeptFile>;
  size: number;
}

/** Files that were asked for, made once however many ask. */
export class KeptFiles {
  /** The one that was asked for longest ago first. */
  private readonly kept = new Map<string, Kept>();

  /** @param key everything that the file depends on beside the data */
  orMake(from: ComparisonData, key: string, make: () => Promise<Buffer>): Promise<KeptFile> {
    const known = this.kept.get(key);
    this.kept.delete(key);
    if (known?.from === from) {
      this.kept.set(key, known);
      return known.making;
    }
    const kept: Kept = { from, size: 0, making: make().then((bytes) => this.made(kept, bytes)) };
    this.kept.set(key, kept);
    kept.making.catch(() => {
      if (this.kept.get(key) === kept) this.kept.delete(key);
    });
    return kept.making;
  }

  private made(kept: Kept, bytes: Buffer): KeptFile {
    kept.size = bytes.length;
    let size = [...this.kept.values()].reduce((sum, each) => sum + each.size, 0);
    for (const [key, each] of this.kept) {
      if (size <= ROOM) break;
      this.kept.delete(key);
      size -= each.size;
    }
    return { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url')}"` };
  }
}
