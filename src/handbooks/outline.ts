import { figuresOf } from '../core/documents/document';
import { parseDocument } from '../core/documents/parse';
import type { Chapter } from './chapter.entity';

/** What the order of a handbook is made from: of each chapter where it stands, and its text in its own language. */
export type Placed = Pick<Chapter, 'id' | 'parentId' | 'position' | 'slug' | 'numbered' | 'body'>;

/** A figure in the order of a handbook. */
export interface PlacedFigure<Of extends Placed> {
  number: number;
  /** Where it stands first. */
  in: OutlineEntry<Of>;
}

const figuresInBody = ({ body }: Placed): readonly string[] => (body ? figuresOf(parseDocument(body)) : []);

export interface OutlineEntry<Of extends Placed = Chapter> {
  chapter: Of;
  /** "2.2.1", the same in all languages; `null` for an introduction, and for all that stands below one. */
  number: string | null;
  /** 1: part, or chapter without one; 2: chapter; 3: section. */
  depth: number;
  children: OutlineEntry<Of>[];
}

/** The order of a handbook: who stands below whom, and the numbers of chapters and figures. */
export class Outline<Of extends Placed = Chapter> {
  readonly entries: OutlineEntry<Of>[];
  /** In the order of reading. */
  readonly all: OutlineEntry<Of>[];
  private readonly bySlug: Map<string, OutlineEntry<Of>>;
  private figures: Map<string, PlacedFigure<Of>> | undefined;

  /**
   * @param chapters of one handbook, in any order; what hangs on nothing is left out
   * @param figuresIn for who knows the figures of a chapter without reading it again
   */
  constructor(
    chapters: readonly Of[],
    private readonly figuresIn: (chapter: Of) => readonly string[] = figuresInBody,
  ) {
    const byParent = new Map<string | null, Of[]>();
    for (const chapter of chapters)
      byParent.set(chapter.parentId, [...(byParent.get(chapter.parentId) ?? []), chapter]);
    this.entries = entriesBelow(null, byParent, '', 1);
    this.all = this.entries.flatMap(withDescendants);
    this.bySlug = new Map(this.all.map((entry) => [entry.chapter.slug, entry]));
  }

  at(slug: string): OutlineEntry<Of> | undefined {
    return this.bySlug.get(slug);
  }

  /** From the outermost to the one that it stands in directly. */
  above(entry: OutlineEntry<Of>): OutlineEntry<Of>[] {
    const parent = this.all.find(({ children }) => children.includes(entry));
    return parent ? [...this.above(parent), parent] : [];
  }

  /**
   * The number of a figure: through the whole handbook, in the order of reading of the originals, so that all
   * languages have the same. A file that stands twice has the number of its first place.
   */
  figureNumber(file: string): number | undefined {
    return this.allFigures().get(file)?.number;
  }

  /** By file, in the order of reading. */
  allFigures(): Map<string, PlacedFigure<Of>> {
    this.figures ??= this.numberFigures();
    return this.figures;
  }

  private numberFigures(): Map<string, PlacedFigure<Of>> {
    const figures = new Map<string, PlacedFigure<Of>>();
    for (const entry of this.all)
      for (const file of this.figuresIn(entry.chapter))
        if (!figures.has(file)) figures.set(file, { number: figures.size + 1, in: entry });
    return figures;
  }
}

function entriesBelow<Of extends Placed>(
  parentId: string | null,
  byParent: Map<string | null, Of[]>,
  prefix: string | null,
  depth: number,
): OutlineEntry<Of>[] {
  let count = 0;
  const siblings = (byParent.get(parentId) ?? []).toSorted(
    (a, b) => a.position - b.position || (a.id < b.id ? -1 : 1),
  );
  return siblings.map((chapter) => {
    if (chapter.numbered) count += 1;
    const number = chapter.numbered && prefix !== null ? `${prefix}${count}` : null;
    const below = number === null ? null : `${number}.`;
    return { chapter, number, depth, children: entriesBelow(chapter.id, byParent, below, depth + 1) };
  });
}

const withDescendants = <Of extends Placed>(entry: OutlineEntry<Of>): OutlineEntry<Of>[] => [
  entry,
  ...entry.children.flatMap(withDescendants),
];
