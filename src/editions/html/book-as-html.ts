import { escapeHtml } from '../../core/documents/html';
import type { Book } from '../book';
import type { Means } from '../building/writer';
import { accentOf } from '../../core/print/accents';
import { BookMarkup } from '../markup/book-markup';
import { BookSheets } from '../markup/book-sheets';
import { bookStyle } from '../markup/book-style';
import { picturesOf } from '../markup/pictures';
import { Places } from '../markup/places';
import { writable } from '../../core/xml/writable';

/** Beyond what e-books have: a page that is read in a window, by day and by night, or printed. */
const pageStyle = (accent: string): string => `
:root { color-scheme: light; }
body { margin: 0; background: #faf9f6; color: #1c201d; font-size: 1.125rem; }
main, footer { max-width: 42rem; margin: 0 auto; padding: 1rem clamp(1rem, 5vw, 2.5rem); }
header { border-bottom: 3px solid ${accentOf(accent)}; padding-bottom: 2rem; margin-bottom: 2rem; }
.scroll { overflow-x: auto; }
a:focus-visible, .scroll:focus-visible { outline: 2px solid ${accentOf(accent)}; outline-offset: 2px; }
@media print {
  @page { margin: 20mm; }
  body { background: none; font-size: 10.5pt; }
  main, footer { max-width: none; padding: 0; }
  .depth-1 { break-before: page; }
  a { color: inherit; text-decoration: none; }
  .scroll { overflow: visible; }
}
`;

/** Nothing but what is in the file may be shown, whatever somebody puts into it later. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A book as one file that needs nothing else: read in any browser, today and in ten years. */
export async function bookAsHtml(given: Book, means: Means): Promise<Buffer> {
  const book = writable(given);
  const pictures = await picturesOf(book, means);
  const places = new Places(book, () => '', '');
  const picture = (file: string) => {
    const found = pictures.get(file);
    return found && `data:${found.type};base64,${found.bytes.toString('base64')}`;
  };
  const markup = new BookMarkup(book, places, { ebook: false, picture });
  return Buffer.from(page(markup, new BookSheets(markup), picture(book.cover ?? '')));
}

function page(markup: BookMarkup, sheets: BookSheets, cover: string | undefined): string {
  const { book } = markup;
  const { words } = book;
  const backmatter = backmatterOf(markup, sheets);
  const others = [
    ...(book.cases.length ? [{ title: words.listOfCases, place: at('cases') }] : []),
    ...backmatter.map(({ title, id }) => ({ title, place: at(id) })),
    { title: words.imprint, place: at('imprint') },
  ];
  const style = bookStyle(book.partnership.accent) + pageStyle(book.partnership.accent);
  return `<!doctype html>
<html lang="${escapeHtml(book.locale)}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}"/>
<title>${escapeHtml(book.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
${sheets.title()}
${cover ? `<img src="${cover}" alt=""/>` : ''}
</header>
<nav id="contents" aria-labelledby="contents-title"><h2 id="contents-title">${escapeHtml(words.contents)}</h2>
${sheets.contents('', [], others)}</nav>
${book.chapters.map((chapter) => markup.chapter(chapter, 2)).join('\n')}
${book.cases.length ? `<section id="cases">${sheets.cases(heading, '', 3)}</section>` : ''}
${backmatter.map(({ id, html }) => `<section id="${id}">${html}</section>`).join('\n')}
</main>
<footer id="imprint">
${sheets.imprint(heading)}
</footer>
</body>
</html>
`;
}

const at = (anchor: string) => ({ page: '', anchor });

const heading = (title: string): string => `<h2>${escapeHtml(title)}</h2>`;

function backmatterOf({ book }: BookMarkup, sheets: BookSheets) {
  const { words, index, glossary } = book;
  return [
    ...(glossary.rows.length
      ? [{ id: 'glossary', title: words.glossary, html: sheets.glossary(heading) }]
      : []),
    ...(index.themes.length
      ? [
          {
            id: 'themes',
            title: words.indexOfThemes,
            html: sheets.index(words.indexOfThemes, index.themes, '', heading),
          },
        ]
      : []),
    ...(index.places.length
      ? [
          {
            id: 'places',
            title: words.indexOfPlaces,
            html: sheets.index(words.indexOfPlaces, index.places, '', heading),
          },
        ]
      : []),
  ];
}
