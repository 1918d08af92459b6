import type { Node } from 'prosemirror-model';
import { bare, essence } from './essence';
import { nameOf, read, type Kept } from './kept';
import { beside, writeBlock, type Manner } from './writing';

type Blocks = readonly { node: Node; partner: number | undefined }[];

/** The text as Markdown: blocks that have not changed as they were, letter by letter. */
export function write(document: Node, kept: Kept): string {
  if (document.eq(kept.document)) return kept.source;
  const blocks = withPartners(document, kept);
  const labels = new Set<string>();
  document.descendants(({ type, attrs }) => {
    if (type.name === 'footnote') labels.add(String(attrs['label']));
  });
  const manner = { words: kept.words, labels };
  const attempt = (of: Blocks): Attempt => {
    const text = together(of, kept, manner);
    return { blocks: of, text, wrong: misread(text, of) };
  };
  let last = attempt(blocks);
  for (const widened of [whereWrong, afterSeams, aroundSeams, everywhere]) {
    if (last.wrong.length === 0) break;
    last = attempt(anew(last.blocks, widened(last)));
  }
  return last.text;
}

interface Attempt {
  blocks: Blocks;
  text: string;
  /** Places of blocks that would be read as something else; `-1` when others were found than were written. */
  wrong: readonly number[];
}

type Widening = (attempt: Attempt) => (place: number) => boolean;

const whereWrong: Widening =
  ({ wrong }) =>
  (place) =>
    wrong.includes(place);

/** The first of them alone may be enough: two lists that have become neighbours. */
const afterSeams: Widening =
  ({ blocks }) =>
  (place) =>
    place > 0 && blocks[place]!.partner !== (blocks[place - 1]!.partner ?? NaN) + 1;

const aroundSeams: Widening = (attempt) => {
  const seam = afterSeams(attempt);
  return (place) => seam(place) || (place + 1 < attempt.blocks.length && seam(place + 1));
};

const everywhere: Widening = () => () => true;

const anew = (blocks: Blocks, which: (place: number) => boolean): Blocks =>
  blocks.map(({ node, partner }, place) => ({ node, partner: which(place) ? undefined : partner }));

/** What Markdown cannot say is left out, unless it was there before. */
function withPartners(document: Node, kept: Kept): Blocks {
  const partners = partnersOf(document.children, kept);
  return document.children.flatMap((child, place) => {
    const partner = partners[place];
    const node = partner === undefined ? bare(child) : child;
    return node ? [{ node, partner }] : [];
  });
}

function together(blocks: Blocks, kept: Kept, manner: Omit<Manner, 'care'>): string {
  let text = blocks[0]?.partner === 0 ? kept.before : '';
  let before: Node | undefined;
  blocks.forEach(({ node, partner }, place) => {
    before = partner === undefined ? beside(before, node) : node;
    const own = partner === undefined ? undefined : kept.blocks[partner]!;
    text += own?.source ?? writeBlock(before, manner);
    if (place === blocks.length - 1) text += ending(kept);
    else if (own && blocks[place + 1]!.partner === partner! + 1) text += own.after;
    else text += '\n\n';
  });
  return text;
}

/** As the text ended, so it ends. */
const ending = ({ blocks }: Kept): string => blocks.at(-1)?.after ?? '';

function misread(text: string, blocks: Blocks): number[] {
  const said = essences(blocksOf(text));
  const meant = essences(blocks.map(({ node }) => node));
  if (said.length !== meant.length) return [-1];
  return meant.flatMap((node, place) => (node?.eq(said[place]!) === false ? [place] : []));
}

const essences = (blocks: readonly Node[]): (Node | undefined)[] =>
  blocks.map((block) => {
    const node = bare(block);
    return node && essence(node);
  });

function blocksOf(text: string): readonly Node[] {
  try {
    return read(text).document.children;
  } catch {
    return [];
  }
}

const names = new WeakMap<Node, string>();

function nameOnce(node: Node): string {
  let name = names.get(node);
  if (name === undefined) names.set(node, (name = nameOf(bare(node) ?? node)));
  return name;
}

/** Which block of the text as it was read each one still is: the longest common row of both. */
function partnersOf(children: readonly Node[], { blocks }: Kept): (number | undefined)[] {
  const own = children.map(nameOnce);
  const old = blocks.map(({ node }) => nameOnce(node));
  const partners: (number | undefined)[] = own.map(() => undefined);
  let start = 0;
  while (start < own.length && start < old.length && own[start] === old[start]) partners[start] = start++;
  let [end, oldEnd] = [own.length, old.length];
  while (end > start && oldEnd > start && own[end - 1] === old[oldEnd - 1]) partners[--end] = --oldEnd;
  for (const [place, partner] of common(own.slice(start, end), old.slice(start, oldEnd)))
    partners[start + place] = start + partner;
  return partners;
}

function common(own: readonly string[], old: readonly string[]): [number, number][] {
  const width = old.length + 1;
  const lengths = new Uint16Array((own.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j]!;
  for (let i = own.length - 1; i >= 0; i -= 1)
    for (let j = old.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        own[i] === old[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < own.length && j < old.length;) {
    if (own[i] === old[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
