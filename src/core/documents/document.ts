/**
 * A published text as a tree that knows no output: pages, typesetter, e-books and word processors are written from the
 * same one. It is plain JSON, so that it can be kept with an edition and handed to a worker.
 */
export interface DocumentBody {
  blocks: DocumentBlock[];
  /** What the footnotes say; the first one is number 1. */
  footnotes: DocumentBlock[][];
}

export const TONES = ['key', 'example', 'caution'] as const;
/** What a callout is: a key message, an example, something to beware of. */
export type Tone = (typeof TONES)[number];

export const INCLUSIONS = [
  ...(['definition', 'message', 'practice'] as const),
  ...(['conclusion', 'answer', 'recommendation'] as const),
] as const;
/** What can stand in a text without being written in it: a definition, a statement, a case, what people agreed on. */
export type Inclusion = (typeof INCLUSIONS)[number];

export const REFERENCES = ['chapter', 'figure'] as const;
/** What a text can refer to by its number. */
export type Reference = (typeof REFERENCES)[number];

export type Align = 'left' | 'center' | 'right' | null;

export type DocumentBlock =
  | {
      kind: 'heading';
      level: 2 | 3 | 4;
      /** The same in all languages. */ anchor: string;
      children: Inline[];
    }
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: DocumentBlock[][] }
  | { kind: 'quote'; blocks: DocumentBlock[] }
  | { kind: 'code'; text: string; language: string }
  | { kind: 'rule' }
  | { kind: 'table'; align: Align[]; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'figure'; /** Id of the file. */ file: string; caption: Inline[] }
  | { kind: 'callout'; tone: Tone; blocks: DocumentBlock[] }
  | {
      kind: 'inclusion';
      what: Inclusion;
      /** Slug of the concept or the practice, id of anything else. */ of: string;
    };

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis' | 'struck'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; address: string; children: Inline[] }
  | {
      kind: 'reference';
      to: Reference;
      /** Slug of the chapter, id of the figure's file. */ of: string;
      /** Empty: number and title say it. */ children: Inline[];
    }
  | { kind: 'footnote'; number: number }
  | { kind: 'break' };

/** Words alone. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text' || inline.kind === 'code') return inline.text;
      if (inline.kind === 'break') return ' ';
      return 'children' in inline ? wordsOf(inline.children) : '';
    })
    .join('');
}

/** Every block, however deep it stands, in the order of reading; footnotes last. */
export function* everyBlock({ blocks, footnotes }: DocumentBody): Generator<DocumentBlock> {
  yield* within(blocks);
  for (const note of footnotes) yield* within(note);
}

function* within(blocks: readonly DocumentBlock[]): Generator<DocumentBlock> {
  for (const block of blocks) {
    yield block;
    if (block.kind === 'quote' || block.kind === 'callout') yield* within(block.blocks);
    if (block.kind === 'list') for (const item of block.items) yield* within(item);
  }
}

/** Files that stand in it as figures, in the order of reading, each as often as it stands there. */
export const figuresOf = (body: DocumentBody): string[] =>
  [...everyBlock(body)].flatMap((block) => (block.kind === 'figure' ? [block.file] : []));
