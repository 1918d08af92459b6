import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typeset } from '../../core/print/typesetter';
import type { Book } from '../book';
import type { Means } from '../building/writer';
import { emblem } from '../markup/emblem';
import { squares } from './drawings';
import { picturesOf, type Pictures } from './pictures';
import { codeOf } from './printed-cases';
import { printedBook, type Print } from './printed-book';

/** Shares of the whole that are done when the pictures are read and when the pages are set. */
const READ = 0.1;
const SET = 0.9;

/**
 * A book as PDF: tagged for who listens to it (PDF/UA-1), or with bleed and crop marks for the print shop.
 * @throws Refusal when the hub's machine has no typesetter, or the book is too large
 */
export async function bookAsPdf(book: Book, print: Print, means: Means): Promise<Buffer> {
  const pictures = await picturesOf(book, means);
  means.progress(READ);
  const files = new Map<string, string | Uint8Array>([
    ...templates(),
    ...drawings(book, pictures),
    ['book.json', JSON.stringify(printedBook(book, print, pictures))],
  ]);
  const pdf = await typeset({ files, main: 'book.typ', ...(!print.shop && { standard: 'ua-1' }) }, () =>
    means.progress(SET),
  );
  means.progress(1);
  return pdf;
}

let read: [path: string, source: string][] | undefined;

/** Beside this file; the build copies them. */
const templates = () =>
  (read ??= readdirSync(__dirname)
    .filter((name) => name.endsWith('.typ'))
    .map((name) => [name, readFileSync(join(__dirname, name), 'utf8')]));

function* drawings(book: Book, pictures: Pictures): Generator<[path: string, content: string | Uint8Array]> {
  for (const { path, bytes } of pictures.values()) yield [path, bytes];
  for (const [place, { address }] of book.cases.entries()) yield [codeOf(place), squares(address)];
  yield ['emblem.svg', emblem()];
  yield ['codes/book.svg', squares(book.partnership.address)];
}
