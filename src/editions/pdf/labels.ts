import { everyBlock, type DocumentBody } from '../../core/documents/document';
import type { Book, BookBlock, BookBody, BookChapter } from '../book';

/** Names for places in the book that a template may use: slugs are people's words, these are ours. */
export class Labels {
  private readonly chapters = new Map<string, string>();
  private readonly figures = new Map<string, string>();
  private readonly cases = new Map<string, string>();
  private readonly given = new Set<string>();

  constructor(book: Book) {
    for (const chapter of everyChapter(book.chapters)) this.name(this.chapters, chapter.slug, 'chapter');
    for (const place of placedCases(book)) this.name(this.cases, book.cases[place]!.slug, 'case');
    for (const body of bodiesOf(book))
      for (const block of everyBlock(body))
        if (block.kind === 'figure') this.name(this.figures, block.file, 'figure');
  }

  /** @returns undefined: it does not stand in this book */
  of(to: 'chapter' | 'figure' | 'case', which: string): string | undefined {
    return this[`${to}s` as const].get(which);
  }

  /** The same picture may stand in two places; who refers to it is led to the first. */
  once(label: string | undefined): string | null {
    if (label === undefined || this.given.has(label)) return null;
    this.given.add(label);
    return label;
  }

  private name(names: Map<string, string>, which: string, kind: string): void {
    if (!names.has(which)) names.set(which, `${kind}-${names.size + 1}`);
  }
}

export function* everyChapter(chapters: readonly BookChapter[]): Generator<BookChapter> {
  for (const chapter of chapters) {
    yield chapter;
    yield* everyChapter(chapter.children);
  }
}

/** Cases that stand somewhere in the text; no other one has a page. */
const placedCases = ({ chapters }: Book): number[] =>
  [...everyChapter(chapters)].flatMap(({ body }) => casesIn(body));

/** Wherever they stand: in a list or a box as well. */
export const casesIn = (body: BookBody): number[] =>
  [...everyBlock(body as DocumentBody)].flatMap((block) => {
    const found = block as BookBlock;
    return found.kind === 'case' ? [found.place] : [];
  });

const bodiesOf = (book: Book): DocumentBody[] =>
  [...[...everyChapter(book.chapters)].map(({ body }) => body), ...book.cases.map(({ body }) => body)].map(
    (body) => body as DocumentBody,
  );
