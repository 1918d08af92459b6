import type { DocumentBlock, DocumentBody } from '../../core/documents/document';
import type { BookBlock, BookBody } from '../book';

export type Included = Extract<BookBlock, { kind: 'definition' | 'message' | 'case' | 'gone' }>;

/** A text of a book as a tree of documents: what is included stands in a list, and its place in the tree. */
export function asDocument({ blocks, footnotes }: BookBody): { body: DocumentBody; included: Included[] } {
  const included: Included[] = [];
  const all = (some: readonly BookBlock[]): DocumentBlock[] => some.map(one);
  const one = (block: BookBlock): DocumentBlock => {
    switch (block.kind) {
      case 'quote':
      case 'callout':
        return { ...block, blocks: all(block.blocks) };
      case 'list':
        return { ...block, items: block.items.map(all) };
      case 'definition':
      case 'message':
      case 'case':
      case 'gone':
        return { kind: 'inclusion', what: 'definition', of: String(included.push(block) - 1) };
      default:
        return block;
    }
  };
  return { body: { blocks: all(blocks), footnotes: footnotes.map(all) }, included };
}
