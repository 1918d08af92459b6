import { figuresOf } from '../../core/documents/document';
import type { Book, BookBody, BookCase, BookChapter } from '../book';
import { asDocument } from './included';

/** Where something stands: a file of the book, and the place in it. */
export interface Place {
  page: string;
  anchor: string;
}

/** A text that has headings, notes and figures of its own. */
interface TextPlace extends Place {
  /** Of all anchors inside. */
  prefix: string;
}

/** Sections stand in the file of their chapter. */
const DEEPEST_PAGE = 2;

/** Where everything in a book stands that others refer to; what stands twice is found at its first place. */
export class Places {
  private readonly chapters = new Map<string, TextPlace>();
  private readonly cases = new Map<string, TextPlace>();
  private readonly figures = new Map<string, Place>();
  /** Cases that stand in no chapter. */
  readonly looseCases: readonly BookCase[];
  private texts = 0;

  /**
   * @param pageOf the file of the chapter that is the n-th to have one; `''` when the book is a single file
   * @param casesPage the file of cases that stand in no chapter
   */
  constructor(
    private readonly book: Book,
    private readonly pageOf: (order: number) => string,
    casesPage: string,
  ) {
    this.placeChapters(book.chapters, 1, '');
    this.looseCases = book.cases.filter(({ slug }) => !this.cases.has(slug));
    for (const each of this.looseCases) this.placeCase(each, casesPage);
  }

  chapter(slug: string): TextPlace | undefined {
    return this.chapters.get(slug);
  }

  case(slug: string): TextPlace | undefined {
    return this.cases.get(slug);
  }

  figure(file: string): Place | undefined {
    return this.figures.get(file);
  }

  private placeChapters(chapters: readonly BookChapter[], depth: number, above: string): void {
    for (const { slug, body, children } of chapters) {
      const page = depth <= DEEPEST_PAGE ? this.pageOf(this.chapters.size + 1) : above;
      const place = { page, anchor: `chapter-${slug}`, prefix: this.nextPrefix() };
      this.chapters.set(slug, place);
      this.placeText(body, place);
      this.placeChapters(children, depth + 1, page);
    }
  }

  private placeText(body: BookBody, place: TextPlace): void {
    const { body: document, included } = asDocument(body);
    this.placeFigures(figuresOf(document), place);
    for (const block of included) {
      const found = block.kind === 'case' ? this.book.cases[block.place] : undefined;
      if (found && !this.cases.has(found.slug)) this.placeCase(found, place.page);
    }
  }

  private placeCase({ slug, body }: BookCase, page: string): void {
    const place = { page, anchor: `case-${slug}`, prefix: this.nextPrefix() };
    this.cases.set(slug, place);
    this.placeFigures(figuresOf(body), place);
  }

  private placeFigures(files: readonly string[], { page, prefix }: TextPlace): void {
    for (const file of files)
      if (!this.figures.has(file)) this.figures.set(file, { page, anchor: `${prefix}f-${file}` });
  }

  private nextPrefix(): string {
    this.texts += 1;
    return `t${this.texts}-`;
  }
}
