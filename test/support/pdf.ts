import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Tag {
  role?: string;
  lang?: string;
  alt?: string;
  children?: Tag[];
}

export interface Bookmark {
  title: string;
  page: number | null;
  items: Bookmark[];
}

export interface ReadPdf {
  pages: { words: string; tags: Tag; box: [number, number, number, number] }[];
  title: string;
  language: string;
  marked: boolean;
  labels: string[] | null;
  bookmarks: Bookmark[];
  /** Says of itself that it follows PDF/UA-1. */
  accessible: boolean;
  fonts: string[];
  embedded: number;
  languages: string[];
}

/** What somebody finds who opens a PDF. */
export function readPdf(bytes: Buffer): ReadPdf {
  const folder = mkdtempSync(join(tmpdir(), 'polylog-pdf-'));
  try {
    writeFileSync(join(folder, 'book.pdf'), bytes);
    const reader = join(__dirname, 'read-pdf.mjs');
    const found = execFileSync(process.execPath, [reader, join(folder, 'book.pdf')], {
      maxBuffer: 200_000_000,
    });
    return JSON.parse(found.toString()) as ReadPdf;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All tags of a page, from the outside in. */
export const everyTag = (tag: Tag): Tag[] => [tag, ...(tag.children ?? []).flatMap(everyTag)];
