import type { Token } from 'markdown-it';
import { tooIntricate } from '../markdown/bounded';
import { BOX, boxOf, captionIn, fileOf, referenceOf } from '../markdown/document-dialect';
import { documentGrammar } from '../markdown/document-grammar';
import { within } from '../markdown/time-limit';
import { type Align, type DocumentBlock, type DocumentBody, type Inline } from './document';

/** Milliseconds that a chapter may take. */
const PATIENCE = 1000;

const markdown = documentGrammar();

/**
 * Published prose as a tree. What is no part of the dialect stays words; nothing is lost.
 * @throws Invalid for a text that nobody can have written to be read
 */
export function parseDocument(source: string): DocumentBody {
  const tokens = within(PATIENCE, () => markdown.parse(source, {}));
  if (!tokens) throw tooIntricate();
  return new Reading(tokens).body();
}

type Written = Exclude<Inline['kind'], 'text' | 'code' | 'break' | 'footnote' | 'link' | 'reference'>;

const MARKS: Record<string, Written> = { strong_open: 'strong', em_open: 'emphasis', s_open: 'struck' };
const HIGHEST_HEADING = 2;
const LOWEST_HEADING = 4;

/** Goes through the tokens once, from the first to the last. */
class Reading {
  private place = 0;
  private headings = 0;
  private readonly footnotes: DocumentBlock[][] = [];

  constructor(private readonly tokens: readonly Token[]) {}

  body(): DocumentBody {
    return { blocks: this.blocksUntil(undefined), footnotes: this.footnotes };
  }

  private next(): Token | undefined {
    return this.tokens[this.place++];
  }

  private blocksUntil(end: string | undefined): DocumentBlock[] {
    const blocks: DocumentBlock[] = [];
    for (let token = this.next(); token && token.type !== end; token = this.next())
      blocks.push(...this.block(token));
    return blocks;
  }

  private block(token: Token): DocumentBlock[] {
    switch (token.type) {
      case 'heading_open':
        return [this.heading(token)];
      case 'paragraph_open':
        return this.paragraph();
      case 'bullet_list_open':
      case 'ordered_list_open':
        return [this.list(token)];
      case 'blockquote_open':
        return [{ kind: 'quote', blocks: this.blocksUntil('blockquote_close') }];
      case 'fence':
      case 'code_block':
        return [{ kind: 'code', text: token.content, language: token.info.trim() }];
      case 'hr':
        return [{ kind: 'rule' }];
      case 'table_open':
        return [this.table()];
      case `container_${BOX}_open`:
        return this.box(token);
      case 'footnote_open':
        this.footnotes[footnoteOf(token) - 1] = this.blocksUntil('footnote_close');
        return [];
      default:
        return [];
    }
  }

  private heading({ tag }: Token): DocumentBlock {
    const children = this.inlines();
    this.next();
    const level = Math.min(LOWEST_HEADING, Math.max(HIGHEST_HEADING, Number(tag.slice(1)))) as 2 | 3 | 4;
    this.headings += 1;
    return { kind: 'heading', level, anchor: `h-${this.headings}`, children };
  }

  private paragraph(): DocumentBlock[] {
    const { content } = this.tokens[this.place]!;
    const children = this.inlines();
    this.next();
    const [from, to] = captionIn(content) ?? [];
    if (from === undefined) return children.length ? [{ kind: 'paragraph', children }] : [];
    const file = fileOf(content.slice(to! + 2, -1))!;
    return [{ kind: 'figure', file, caption: inlinesOf(markdown.parseInline(content.slice(from, to), {})) }];
  }

  private list(open: Token): DocumentBlock {
    const items: DocumentBlock[][] = [];
    const end = open.type.replace('open', 'close');
    for (let token = this.next(); token && token.type !== end; token = this.next())
      items.push(this.blocksUntil('list_item_close'));
    const start = Number(open.attrGet('start') ?? 1);
    return { kind: 'list', ordered: open.type === 'ordered_list_open', start, items };
  }

  private table(): DocumentBlock {
    const rows: Inline[][][] = [];
    const align: Align[] = [];
    for (let token = this.next(); token && token.type !== 'table_close'; token = this.next()) {
      if (token.type === 'tr_open') rows.push([]);
      if (token.type !== 'th_open' && token.type !== 'td_open') continue;
      if (token.type === 'th_open') align.push(sideOf(token));
      rows.at(-1)!.push(this.inlines());
    }
    return { kind: 'table', align, head: rows[0] ?? [], rows: rows.slice(1) };
  }

  private box({ info }: Token): DocumentBlock[] {
    const box = boxOf(info)!;
    const blocks = this.blocksUntil(`container_${BOX}_close`);
    if ('tone' in box) return [{ kind: 'callout', tone: box.tone, blocks }];
    return [{ kind: 'inclusion', ...box }, ...blocks];
  }

  private inlines(): Inline[] {
    return inlinesOf([this.next()!]);
  }
}

const sideOf = (token: Token): Align =>
  (/center|right|left/.exec(String(token.attrGet('style')))?.[0] as Align | undefined) ?? null;

const footnoteOf = ({ meta }: Token): number => (meta as { id: number }).id + 1;

function inlinesOf(tokens: readonly Token[]): Inline[] {
  const all = tokens.flatMap(({ children }) => children ?? []);
  return joined(new InlineReading(all).until(undefined));
}

class InlineReading {
  private place = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  until(end: string | undefined): Inline[] {
    const found: Inline[] = [];
    while (this.place < this.tokens.length) {
      const token = this.tokens[this.place++]!;
      if (token.type === end) break;
      found.push(...this.inline(token));
    }
    return joined(found);
  }

  private inline(token: Token): Inline[] {
    const { type, content } = token;
    const mark = MARKS[type];
    if (mark) return [{ kind: mark, children: this.until(type.replace('open', 'close')) }];
    switch (type) {
      case 'link_open':
        return [this.link(String(token.attrGet('href') ?? ''))];
      case 'code_inline':
        return [{ kind: 'code', text: content }];
      case 'softbreak':
        return [{ kind: 'text', text: ' ' }];
      case 'hardbreak':
        return [{ kind: 'break' }];
      case 'footnote_ref':
        return [{ kind: 'footnote', number: footnoteOf(token) }];
      // A picture within a line is no figure: its words stay.
      default:
        return content ? [{ kind: 'text', text: content }] : [];
    }
  }

  private link(address: string): Inline {
    const children = this.until('link_close');
    const reference = referenceOf(address);
    return reference ? { kind: 'reference', ...reference, children } : { kind: 'link', address, children };
  }
}

/** Neighbouring words are one. */
function joined(inlines: readonly Inline[]): Inline[] {
  const whole: Inline[] = [];
  for (const inline of inlines) {
    const last = whole.at(-1);
    if (last?.kind === 'text' && inline.kind === 'text')
      whole[whole.length - 1] = { kind: 'text', text: last.text + inline.text };
    else whole.push(inline);
  }
  return whole;
}
