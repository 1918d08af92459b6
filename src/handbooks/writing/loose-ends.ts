import {
  everyBlock,
  type DocumentBlock,
  type DocumentBody,
  type Inclusion,
  type Inline,
  type Reference,
} from '../../core/documents/document';

/** Something that a text leads to and that is not there, or that will stand in it as mere words. */
export interface LooseEnd {
  what: Reference | Inclusion | 'picture' | 'markup';
  /** As it is written: a slug, an id, an address. */
  of: string;
}

/** More than these are no help. */
const MOST = 50;
/** A picture of somewhere else: no figure, so only its words are shown. */
const ELSEWHERE = /!\[[^\]\n]{0,300}\]\((?!\/files\/)([^)\s]{1,500})/g;
const TAG = /<\/?[a-z][\w-]{0,30}(?:\s[^<>]{0,300})?>/gi;

/** What a text refers to, once each. */
export function referencesIn(body: DocumentBody): LooseEnd[] {
  const found = new Map<string, LooseEnd>();
  const add = (what: LooseEnd['what'], of: string) => found.set(`${what} ${of}`, { what, of });
  for (const block of everyBlock(body)) {
    if (block.kind === 'inclusion') add(block.what, block.of);
    for (const inline of everyInline(inlinesOf(block)))
      if (inline.kind === 'reference') add(inline.to, inline.of);
  }
  return [...found.values()];
}

/** What its writer may have meant as more than words. */
export function mereWords(source: string, body: DocumentBody): LooseEnd[] {
  const found = new Map<string, LooseEnd>();
  for (const [, of] of source.matchAll(ELSEWHERE)) found.set(of!, { what: 'picture', of: of! });
  for (const block of everyBlock(body))
    for (const inline of everyInline(inlinesOf(block)))
      if (inline.kind === 'text')
        for (const [of] of inline.text.matchAll(TAG)) found.set(of, { what: 'markup', of });
  return [...found.values()].slice(0, MOST);
}

function inlinesOf(block: DocumentBlock): readonly Inline[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.children;
    case 'figure':
      return block.caption;
    case 'table':
      return [...block.head, ...block.rows.flat()].flat();
    default:
      return [];
  }
}

function* everyInline(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('children' in inline) yield* everyInline(inline.children);
  }
}
