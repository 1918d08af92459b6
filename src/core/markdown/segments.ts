import type { Form } from '../texts/text-kind';
import { type Block, type BlockKind, blocksOf, trimmed } from './blocks';
import { inert, type Place } from './inert';

export type SegmentKind = BlockKind | 'line' | 'plain';

/** A part of a text that is translated by itself: a heading, a paragraph, an item of a list, a row of a table. */
export interface Segment extends Omit<Place, 'after'> {
  kind: SegmentKind;
  /** Its words without the marks of what it stands in; lines by `\n`. */
  text: string;
  /** What stands between the segment before it and its words: marks, empty lines, code, rules. */
  before: string;
  /** What stands between its lines: the line's end, and the marks that begin the next line. */
  joints: string[];
  /** The same for lines that a translation has more. */
  joint: string;
}

export interface Segments {
  segments: Segment[];
  /** What follows after the last segment. */
  tail: string;
}

/** What has neither letters nor numbers is the same in every language. */
const IS_SAID = /[\p{L}\p{N}]/u;

/**
 * Takes a text apart into what is translated by itself. `compose` with the segments' own texts gives the text again,
 * character for character.
 * @throws Invalid for Markdown that is too intricate to be shown
 */
export function segmentsOf(text: string, form: Form): Segments {
  const found = foundIn(text, form);
  const segments: Segment[] = [];
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  let end = 0;
  for (const { kind, lines } of found) {
    const words = lines.map(([from, to]) => text.slice(from, to));
    if (!words.some((line) => IS_SAID.test(line))) continue;
    const [from] = lines[0]!;
    segments.push({
      kind,
      text: words.join('\n'),
      before: text.slice(end, from),
      joints: lines.slice(1).map(([start], place) => text.slice(lines[place]![1], start)),
      joint: lineEnd + marginOf(text, from),
    });
    end = lines.at(-1)![1];
  }
  return { segments, tail: text.slice(end) };
}

function foundIn(text: string, form: Form): Found[] {
  if (form === 'line') return [lineOf(text)];
  return form === 'prose' ? paragraphsOf(text) : blocksOf(text, form);
}

/**
 * Puts other words into the places of the segments, so that the same blocks stand there in the same order: what would
 * begin a list or end a paragraph loses its meaning. A segment without words keeps its own.
 */
export function compose({ segments, tail }: Segments, texts: readonly (string | null | undefined)[]): string {
  const whole = segments.map((segment, place) => {
    const after = segments[place + 1]?.before ?? tail;
    return segment.before + put({ ...segment, after }, texts[place]);
  });
  return whole.join('') + tail;
}

function put(segment: Segment & Place, text: string | null | undefined): string {
  const { joints, joint } = segment;
  const own = text == null || text === segment.text || !IS_SAID.test(text);
  const ownLines = joints.length ? segment.text.split('\n') : [segment.text];
  const lines = own ? ownLines : inert(segment, linesOf(text));
  return lines.reduce((whole, line, place) => whole + (joints[place - 1] ?? joints.at(-1) ?? joint) + line);
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Further lines stand in the same quote, below the words of the same item. */
function marginOf(text: string, from: number): string {
  const start = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;
  return text.slice(start, from).replace(/[^>\t]/g, ' ');
}

interface Found extends Omit<Block, 'kind'> {
  kind: SegmentKind;
}

const lineOf = (text: string): Found => ({ kind: 'line', lines: [trimmed(text, 0, text.length)] });

/** Between empty lines. */
function paragraphsOf(text: string): Found[] {
  const found: Found[] = [];
  let open = false;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+|\r\n|\r|\n/g)) {
    if (/^[\r\n]/.test(line)) {
      if (/^(\r\n|\r|\n)$/.test(text.slice(index - 1, index)) || index === 0) open = false;
      continue;
    }
    const words = trimmed(text, index, index + line.length);
    if (words[0] === words[1]) open = false;
    else if (open) found.at(-1)!.lines.push(words);
    else found.push({ kind: 'plain', lines: [words] });
    open = words[0] !== words[1];
  }
  return found;
}
