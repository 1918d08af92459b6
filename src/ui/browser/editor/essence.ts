import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { schema } from './schema';

const { nodes } = schema;
/** Marks that have no hold on spaces: "**word **" would be no mark at all. */
const CLINGING = ['strong', 'emphasis', 'struck'];

/** Without what Markdown cannot say: spaces at the ends of lines, paragraphs without words. `undefined` for nothing. */
export function bare(node: Node): Node | undefined {
  if (node.type === nodes['code_block'] || node.type === nodes['raw'] || node.isAtom) return node;
  if (node.isTextblock) {
    const words = trimmed(node.children);
    const nothing = node.type === nodes['paragraph'] && words.length === 0;
    return nothing ? undefined : node.copy(Fragment.fromArray(words));
  }
  const children = node.children.map(bare).filter((child) => child !== undefined);
  if (children.length > 0) return node.copy(Fragment.fromArray(children));
  return node.type.validContent(Fragment.empty) ? node.copy() : filled(node);
}

const filled = (node: Node): Node | undefined =>
  node.type === nodes['list_item'] || node.type === nodes['callout'] || node.type === nodes['footnote']
    ? node.copy(Fragment.from(nodes['paragraph']!.create()))
    : undefined;

/** What is told apart by readers; how a list is marked is not. */
export function essence(node: Node): Node {
  if (node.isText) return node;
  const list = node.type === nodes['bullet_list'] || node.type === nodes['ordered_list'];
  const attributes = list ? { ...node.attrs, tight: true, marker: '' } : node.attrs;
  return node.type.create(attributes, Fragment.fromArray(node.children.map(essence)), node.marks);
}

/** Again and again, since what one pass takes away may have held the next. */
function trimmed(children: readonly Node[]): Node[] {
  const once = withoutLooseEnds(
    joined(
      children.flatMap((node, place) => withoutClinging(node, children[place - 1], children[place + 1])),
    ),
  );
  const same = once.length === children.length && once.every((node, place) => node.eq(children[place]!));
  return same ? once : trimmed(once);
}

/** A line break at the beginning or the end breaks nothing, and spaces beside it are not seen. */
function withoutLooseEnds(children: readonly Node[]): Node[] {
  const isBreak = (node: Node | undefined) => node === undefined || node.type === nodes['break'];
  return children.flatMap((node, place) => {
    const [before, after] = [children[place - 1], children[place + 1]];
    if (isBreak(node)) return before && after ? [node] : [];
    if (!node.text || node.marks.some(({ type }) => type.name === 'code')) return [node];
    const end = isBreak(after) ? node.text.trimEnd() : node.text;
    const text = isBreak(before) ? end.trimStart() : end;
    return text ? [schema.text(text, node.marks)] : [];
  });
}

function withoutClinging(node: Node, before: Node | undefined, after: Node | undefined): Node[] {
  const text = node.text;
  const inner = node.marks.filter((mark) => holds(mark, before) && holds(mark, after));
  // What leads somewhere itself stands in no link.
  if (node.type === nodes['break']) return [node.mark(inner)];
  if (!text) return [node.mark(schema.marks['link']!.removeFromSet(node.marks))];
  const [, start = '', middle = '', end = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (!middle) return spaces(text, inner);
  return [
    ...spaces(
      start,
      node.marks.filter((mark) => holds(mark, before)),
    ),
    schema.text(middle, node.marks),
    ...spaces(
      end,
      node.marks.filter((mark) => holds(mark, after)),
    ),
  ];
}

const spaces = (text: string, marks: readonly Mark[]): Node[] => (text ? [schema.text(text, marks)] : []);

const holds = (mark: Mark, neighbour: Node | undefined): boolean =>
  !CLINGING.includes(mark.type.name) || (neighbour !== undefined && mark.isInSet(neighbour.marks));

/** Neighbouring words with the same marks are one. */
function joined(found: readonly Node[]): Node[] {
  const whole: Node[] = [];
  for (const node of found) {
    const last = whole.at(-1);
    if (last?.isText && node.isText && last.sameMarkup(node))
      whole[whole.length - 1] = schema.text(last.text! + node.text!, node.marks);
    else whole.push(node);
  }
  return whole;
}
