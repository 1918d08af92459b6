import { isEscaped } from './blocks';

/** What words are put into. */
export interface Place {
  kind: string;
  /** What stood there. */
  text: string;
  before: string;
  /** What follows it. */
  after: string;
}

/** A heading, an item, a quote, a box, a line below a heading, a row of a table. */
const BEGINS = /^(?:#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|`{3,}[^`]*$|~{3}|:{3}|=+$|-+$|\|)/;
const RULE = /^([-_*])(?:[ \t]*\1){2,}$/;
const BELOW_A_TABLE_HEAD = /^[-:|][-:| \t]*$/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;
const FOOTNOTE = /^\[\^[^\s\]]*\]:/;
const REFERENCE = /^\[(?:[^[\]\\]|\\.)*\]:/s;

/** Would end the caption before its end. */
const UNESCAPED_BRACKET = /(?<=(?<!\\)(?:\\\\)*)[[\]]|(?<=(?<!\\)(?:\\\\)*)\\$/g;

/** Lines of words, of which none begins or ends a block: "1. januar" stays a date. */
export function inert(place: Place, lines: string[]): string[] {
  if (place.kind === 'plain') return lines;
  if (place.kind === 'line') return [lines.join(' ')];
  if (place.kind === 'figure') return [lines.join(' ').replace(UNESCAPED_BRACKET, '\\$&')];
  if (place.kind === 'row') return [sameCells(place.text, quietRow(place.text, lines.join(' ')))];
  const heading = place.kind === 'heading';
  const quiet = (heading ? [lines.join(' ')] : lines).map(quietLine);
  if (REFERENCE.test(quiet.join('\n'))) quiet[0] = `\\${quiet[0]!}`;
  if (followsReference(place.before)) quiet[0] = quiet[0]!.replace(/^["'(]/, '\\$&');
  return heading ? [plainHeading(place, quiet[0]!)] : quiet;
}

function quietLine(line: string): string {
  const opens = [BEGINS, RULE, BELOW_A_TABLE_HEAD, FOOTNOTE].some((pattern) => pattern.test(line));
  return opens ? `\\${line}` : line.replace(NUMBERED, '$1\\$2');
}

/** The title of a link may stand on the line below its address. */
const followsReference = (before: string): boolean => before.split('\n').at(-2)?.includes(']:') === true;

/** "C #": closing marks would be left out; and a pipe above a line makes a table. */
function plainHeading({ after }: Place, words: string): string {
  const below = after.split('\n', 2)[1] ?? '';
  const closed = words.replace(/(?<!#)#+$/, '\\$&');
  return /^[ \t>]*[-:|][-:| \t\r]*$/.test(below) ? closed.replace(/\\?\|/g, '&#124;') : closed;
}

const quietRow = (original: string, row: string): string =>
  row.startsWith('|') && original.startsWith('|') ? row : quietLine(row);

/** A row has as many cells as it had: what is too much becomes words of the last one, what is missing is seen. */
function sameCells(original: string, row: string): string {
  const wanted = pipesOf(original).length;
  const found = pipesOf(row);
  const surplus = new Set(found.slice(wanted));
  let cells = row
    .split('')
    .map((mark, place) => (surplus.has(place) ? `\\${mark}` : mark))
    .join('');
  cells += ' | …'.repeat(Math.max(0, wanted - found.length));
  if (endsWithPipe(cells) && !endsWithPipe(original)) cells += ' …';
  if (original.includes('|') && !cells.includes('|')) cells += ' |';
  return isEscaped(cells, cells.length) ? `${cells} ` : cells;
}

const pipesOf = (text: string): number[] =>
  [...text.matchAll(/\|/g)].map(({ index }) => index).filter((index) => !isEscaped(text, index));

const endsWithPipe = (text: string): boolean => text.endsWith('|') && !isEscaped(text, text.length - 1);
