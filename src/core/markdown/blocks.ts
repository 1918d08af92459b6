import MarkdownIt, { type MarkdownIt as Grammar } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { DEEPEST, bounded, tooIntricate } from './bounded';
import { captionIn, documentDialect } from './document-dialect';
import { within } from './time-limit';

/** Milliseconds that finding the blocks of a text may take. */
const PATIENCE = 200;
/** Characters that cannot take so long, whatever they are. */
const HARMLESS = 2000;

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'row' | 'footnote' | 'figure';

/** Where the words of one block stand: from and to, of each of its lines. */
export interface Block {
  kind: BlockKind;
  lines: [number, number][];
}

const WITHIN: Record<string, BlockKind> = {
  blockquote_open: 'quote',
  list_item_open: 'item',
  footnote_reference_open: 'footnote',
};
const ENDS = /^(blockquote|list_item|footnote_reference)_close$/;

interface Findings {
  /** How many tokens have been looked at. */
  seen: number;
  /** What the present place stands in, from outside. */
  around: BlockKind[];
  blocks: Block[];
}

/** The renderer's own grammar, which is the only one that tells truly what a block is; the words are not looked at. */
const POST = withFindings(new MarkdownIt('default', { html: false, maxNesting: DEEPEST }).use(footnote));
const DOCUMENT = withFindings(
  new MarkdownIt('default', { html: false, maxNesting: DEEPEST }).use(footnote).use(documentDialect),
  true,
);

function withFindings(grammar: Grammar, figures = false): Grammar {
  grammar.use(bounded);
  grammar.block.State = class extends grammar.block.State {
    override push(...[type, tag, nesting]: Parameters<InstanceType<typeof grammar.block.State>['push']>) {
      const findings = this.env['findings'] as Findings;
      this.lookAround(findings);
      const before = this.tokens.at(-1);
      if (before?.map && type === 'inline') {
        const heading = before.type === 'heading_open';
        const [from, to] = before.map;
        const underlined = heading && !before.markup.startsWith('#');
        const lines = this.wordsOf(from, underlined ? to - 1 : to);
        if (heading && !underlined) lines[0] = withoutHashes(this.src, lines[0]!);
        const caption = figures && before.type === 'paragraph_open' && this.captionOf(lines);
        if (caption) findings.blocks.push({ kind: 'figure', lines: [caption] });
        else
          findings.blocks.push({
            kind: heading ? 'heading' : (findings.around.at(-1) ?? 'paragraph'),
            lines,
          });
      }
      if (before?.map && before.type === 'tr_open') {
        const [line] = this.wordsOf(...before.map);
        findings.blocks.push({ kind: 'row', lines: [withoutPipes(this.src, line!)] });
      }
      return super.push(type, tag, nesting);
    }

    private lookAround(findings: Findings) {
      for (; findings.seen < this.tokens.length; findings.seen += 1) {
        const { type } = this.tokens[findings.seen]!;
        const container = WITHIN[type];
        if (container) findings.around.push(container);
        else if (ENDS.test(type)) findings.around.pop();
      }
    }

    private captionOf([line, ...further]: [number, number][]): [number, number] | undefined {
      if (!line || further.length > 0) return undefined;
      const caption = captionIn(this.src.slice(...line));
      return caption && [line[0] + caption[0], line[0] + caption[1]];
    }

    private wordsOf(from: number, to: number): [number, number][] {
      return Array.from({ length: to - from }, (_, place) => {
        const end = this.eMarks[from + place]!;
        return trimmed(this.src, Math.min(this.bMarks[from + place]! + this.tShift[from + place]!, end), end);
      });
    }
  };
  return grammar;
}

/** @throws Invalid for a text that is too intricate to be shown either */
export function blocksOf(text: string, form: 'markdown' | 'document'): Block[] {
  const grammar = form === 'document' ? DOCUMENT : POST;
  const findings: Findings = { seen: 0, around: [], blocks: [] };
  // Characters that the grammar would replace, by others that are as long.
  const source = text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n').replace(/\0/g, '\uFFFD');
  const parse = () => {
    grammar.block.parse(source, grammar, { findings }, []);
    return true;
  };
  if (!(text.length <= HARMLESS ? parse() : within(PATIENCE, parse))) throw tooIntricate();
  return findings.blocks;
}

/** Without the spaces around. */
export function trimmed(text: string, from: number, to: number): [number, number] {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  return [Math.min(start, to), Math.max(from + words.trimEnd().length, Math.min(start, to))];
}

function withoutHashes(text: string, [from, to]: [number, number]): [number, number] {
  let start = from;
  while (start < to && text[start] === '#') start += 1;
  let end = to;
  while (end > start && text[end - 1] === '#') end -= 1;
  const closing = end > start && /[ \t]/.test(text[end - 1]!);
  return trimmed(text, start, closing ? end : to);
}

function withoutPipes(text: string, [from, to]: [number, number]): [number, number] {
  const start = text[from] === '|' ? from + 1 : from;
  const end = to > start && text[to - 1] === '|' && !isEscaped(text, to - 1) ? to - 1 : to;
  return trimmed(text, start, end);
}

/** As the grammar sees it in a row: whatever stands before the backslash. */
export const isEscaped = (text: string, place: number): boolean => text[place - 1] === '\\';
