import type { Token } from 'markdown-it';
import { Fragment, type Attrs, type Mark, type Node } from 'prosemirror-model';
import { BOX, boxOf, captionIn, fileOf, referenceOf } from '../../../core/markdown/document-dialect';
import { inlineTokensOf } from './grammar';
import { schema } from './schema';

/** What the editor has no shape for. */
export class Shapeless extends Error {}

const { nodes, marks } = schema;

/** Goes through the tokens of one block, from the first to the last. */
export class BlockReading {
  private place = 0;

  constructor(
    private readonly tokens: readonly Token[],
    /** Told of the words of every block as they were written. */
    private readonly found: (node: Node, source: string) => void = () => undefined,
  ) {}

  /** @throws Shapeless */
  block(): Node {
    return this.read(this.next());
  }

  /** Whether there is nothing behind it. */
  get done(): boolean {
    return this.place === this.tokens.length;
  }

  private next(): Token {
    const token = this.tokens[this.place++];
    if (!token) throw new Shapeless();
    return token;
  }

  private read(token: Token): Node {
    switch (token.type) {
      case 'paragraph_open':
        return this.paragraph();
      case 'heading_open':
        return this.words(nodes['heading']!, { level: Number(token.tag.slice(1)) });
      case 'bullet_list_open':
        return this.list(token, nodes['bullet_list']!, { marker: token.markup });
      case 'ordered_list_open':
        return this.list(token, nodes['ordered_list']!, {
          marker: token.markup,
          start: Number(token.attrGet('start') ?? 1),
        });
      case 'blockquote_open':
        return nodes['quote']!.createChecked(null, this.until('blockquote_close'));
      case 'fence':
      case 'code_block':
        return nodes['code_block']!.create(
          { language: token.info.trim() },
          words(token.content.replace(/\n$/, '')),
        );
      case 'hr':
        return nodes['rule']!.create();
      case 'table_open':
        return this.table();
      case `container_${BOX}_open`:
        return this.box(token);
      case 'footnote_reference_open':
        return nodes['footnote']!.createChecked(
          { label: (token.meta as { label: string }).label },
          this.until('footnote_reference_close'),
        );
      default:
        throw new Shapeless();
    }
  }

  /** A place without anything in it has an empty paragraph. */
  private until(end: string): Node[] {
    const found: Node[] = [];
    for (let token = this.next(); token.type !== end; token = this.next()) found.push(this.read(token));
    return found.length > 0 ? found : [nodes['paragraph']!.create()];
  }

  private paragraph(): Node {
    const { content } = this.tokens[this.place]!;
    const caption = captionIn(content);
    if (!caption) return this.words(nodes['paragraph']!);
    this.place += 2;
    const [from, to] = caption;
    const said = new InlineReading(inlineTokensOf(content.slice(from, to))[0]?.children ?? []).all();
    const type = nodes['figure']!;
    if (!type.validContent(said)) throw new Shapeless();
    return type.create({ file: fileOf(content.slice(to + 2, -1)) }, said);
  }

  private words(type: Node['type'], attributes?: Attrs): Node {
    const inline = this.next();
    this.next();
    const node = type.createChecked(attributes ?? null, new InlineReading(inline.children ?? []).all());
    this.found(node, inline.content);
    return node;
  }

  private list(open: Token, type: Node['type'], attributes: Attrs): Node {
    const end = open.type.replace('open', 'close');
    const items: Node[] = [];
    let tight = true;
    for (let token = this.next(); token.type !== end; token = this.next()) {
      const first = this.tokens[this.place];
      if (first?.type === 'paragraph_open' && !first.hidden) tight = false;
      items.push(nodes['list_item']!.createChecked(null, this.until('list_item_close')));
    }
    return type.createChecked({ ...attributes, tight }, items);
  }

  private table(): Node {
    const rows: Node[][] = [];
    for (let token = this.next(); token.type !== 'table_close'; token = this.next()) {
      if (token.type === 'tr_open') rows.push([]);
      if (token.type !== 'th_open' && token.type !== 'td_open') continue;
      const align = /center|right|left/.exec(String(token.attrGet('style')))?.[0] ?? null;
      const type = nodes[token.type === 'th_open' ? 'table_header' : 'table_cell'];
      rows.at(-1)!.push(this.words(type, { align }));
    }
    const row = nodes['table_row'];
    return nodes['table'].createChecked(
      null,
      rows.map((cells) => row.createChecked(null, cells)),
    );
  }

  private box({ info }: Token): Node {
    const box = boxOf(info);
    if (!box) throw new Shapeless();
    if ('tone' in box) return nodes['callout']!.createChecked(box, this.until(`container_${BOX}_close`));
    if (this.next().type !== `container_${BOX}_close`) throw new Shapeless();
    return nodes['inclusion']!.create(box);
  }
}

const words = (text: string): Node[] => (text ? [schema.text(text)] : []);

const MARKS: Record<string, string> = { strong: 'strong', em: 'emphasis', s: 'struck' };

class InlineReading {
  private place = 0;
  private open: readonly Mark[] = [];

  constructor(private readonly tokens: readonly Token[]) {}

  all(): Fragment {
    const found: Node[] = [];
    while (this.place < this.tokens.length) {
      const node = this.read(this.tokens[this.place++]!);
      if (node) found.push(node);
    }
    return Fragment.fromArray(joined(found));
  }

  private read(token: Token): Node | undefined {
    const [kind, side] = token.type.split(/_(open|close)$/);
    const mark = kind === 'link' ? marks['link'] : marks[MARKS[kind!] ?? ''];
    if (mark && side === 'close') {
      this.open = mark.removeFromSet(this.open);
      return undefined;
    }
    if (kind === 'link') return this.link(token);
    if (mark) {
      this.open = mark.create().addToSet(this.open);
      return undefined;
    }
    return this.leaf(token);
  }

  private link(token: Token): Node | undefined {
    const address = String(token.attrGet('href') ?? '');
    const reference = referenceOf(address);
    if (reference && this.tokens[this.place]?.type === 'link_close') {
      this.place += 1;
      return nodes['reference']!.create(reference, null, this.open);
    }
    const attributes = { address, title: token.attrGet('title') ?? '' };
    this.open = marks['link']!.create(attributes).addToSet(this.open);
    return undefined;
  }

  private leaf({ type, content, meta }: Token): Node | undefined {
    switch (type) {
      case 'text':
        return content ? schema.text(content, this.open) : undefined;
      case 'code_inline':
        return schema.text(content, marks['code']!.create().addToSet(this.open));
      case 'softbreak':
        return schema.text(' ', this.open);
      case 'hardbreak':
        return nodes['break']!.create(null, null, this.open);
      case 'footnote_ref':
        return nodes['footnote_mark']!.create({ label: (meta as { label: string }).label }, null, this.open);
      default:
        throw new Shapeless();
    }
  }
}

/** Neighbouring words with the same marks are one. */
function joined(found: readonly Node[]): Node[] {
  const whole: Node[] = [];
  for (const node of found) {
    const last = whole.at(-1);
    if (last?.isText && node.isText && last.sameMarkup(node))
      whole[whole.length - 1] = schema.text((last.text ?? '') + (node.text ?? ''), node.marks);
    else whole.push(node);
  }
  return whole;
}
