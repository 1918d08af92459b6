// What a PDF says of itself, as JSON: a process of its own, because the reader of PDFs is an ES module.
//   node read-pdf.mjs <file>
import { readFileSync } from 'node:fs';
import { getDocumentProxy } from 'unpdf';

const bytes = readFileSync(process.argv[2]);
const source = bytes.toString('latin1');
const pdf = await getDocumentProxy(new Uint8Array(bytes));

async function page(number) {
  const found = await pdf.getPage(number);
  const { items } = await found.getTextContent();
  const words = items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join('');
  return { words, tags: await found.getStructTree(), box: found.view };
}

/** Titles of bookmarks with the pages that they lead to, and what stands below them. */
async function bookmarks(items) {
  const each = [];
  for (const { title, dest, items: below } of items ?? []) {
    const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    const at = target ? (await pdf.getPageIndex(target[0])) + 1 : null;
    each.push({ title, page: at, items: await bookmarks(below) });
  }
  return each;
}

const pages = [];
for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await page(number));
const { info } = await pdf.getMetadata();
process.stdout.write(
  JSON.stringify({
    pages,
    title: info.Title,
    language: info.Language,
    marked: (await pdf.getMarkInfo())?.Marked ?? false,
    labels: await pdf.getPageLabels(),
    bookmarks: await bookmarks(await pdf.getOutline()),
    accessible: /pdfuaid:part>1</.test(source),
    fonts: [...source.matchAll(/\/FontName\s*\/(\S+)/g)].map(([, name]) => name),
    embedded: [...source.matchAll(/\/FontFile[23]?\s/g)].length,
    languages: [...new Set([...source.matchAll(/\/Lang\s*\(([^)]*)\)/g)].map(([, tag]) => tag))],
  }),
);
