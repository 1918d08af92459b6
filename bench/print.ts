/**
 * How long a book takes to be typeset, with figures, notes, tables, cases of full length, index and glossary:
 * `npm run bench:print -- --pages 200`. Prints a line for each paper and language.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Print } from '../src/editions/pdf/printed-book';
import { drawing, madeUpBook, meansWith } from '../test/editions/made-up-book';

/** From the build, where templates and fonts lie beside it. */
const { bookAsPdf } = createRequire(__filename)(
  join(process.cwd(), 'dist/editions/pdf/book-as-pdf.js'),
) as typeof import('../src/editions/pdf/book-as-pdf');

const say = (line: string) => process.stdout.write(`${line}\n`);

const { values } = parseArgs({ options: { pages: { type: 'string' }, keep: { type: 'string' } } });
const PAGES = Number(values.pages ?? 200);
/** A part of the made-up book with its chapters and cases. */
const PAGES_OF_A_PART = 41;

const KINDS: [locale: string, print: Print][] = [
  ['sl', { paper: 'a4', shop: false }],
  ['sv', { paper: 'b5', shop: false }],
  ['it', { paper: 'a4', shop: true }],
];

async function main(): Promise<void> {
  const picture = await drawing();
  say('| language, paper | pages | seconds | megabytes |');
  say('| - | -: | -: | -: |');
  for (const [locale, print] of KINDS) {
    const parts = Math.ceil(PAGES / PAGES_OF_A_PART);
    const book = madeUpBook(locale, { parts, chapters: 6, sections: 2, cases: 6, terms: 300 });
    const since = performance.now();
    const pdf = await bookAsPdf(book, print, meansWith(picture));
    const seconds = (performance.now() - since) / 1000;
    const pages = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
    const name = `${locale}, ${print.paper}${print.shop ? ' for the shop' : ''}`;
    say(`| ${name} | ${pages} | ${seconds.toFixed(1)} | ${(pdf.length / 1e6).toFixed(1)} |`);
    if (values.keep) writeFileSync(join(values.keep, `${locale}-${print.paper}.pdf`), pdf);
  }
}

void main();
