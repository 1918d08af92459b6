import { atomPiece, type Piece } from './piece';

/** A run of marks that may begin or end an emphasis. */
export interface Delimiter {
  marks: string;
  opens: boolean;
  closes: boolean;
}

const SPACE = /^[\s\p{Zs}]$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

/** What CommonMark says of a run of marks by the characters on both sides of it. */
export function delimiter(marks: string, before: string, after: string): Delimiter {
  const blankBefore = before === '' || SPACE.test(before);
  const blankAfter = after === '' || SPACE.test(after);
  const pointBefore = PUNCTUATION.test(before);
  const pointAfter = PUNCTUATION.test(after);
  const left = !blankAfter && (!pointAfter || blankBefore || pointBefore);
  const right = !blankBefore && (!pointBefore || blankAfter || pointAfter);
  if (!marks.startsWith('_')) return { marks, opens: left, closes: right };
  return { marks, opens: left && (!right || pointBefore), closes: right && (!left || pointAfter) };
}

/**
 * Pairs marks of the same kind and length; what finds no partner stays a mark by itself. Where this sees it otherwise
 * than the renderer, nothing is lost: all marks come back, and the form of the whole is compared afterwards.
 */
export function emphasised(parts: readonly (Piece | Delimiter)[], nextPair: () => number): Piece[] {
  const partner = partners(parts);
  const pairs = new Map<number, number>();
  return parts.map((part, place) => {
    if ('kind' in part) return part;
    const other = partner.get(place);
    if (other === undefined) return atomPiece(part.marks);
    const pair = pairs.get(other) ?? nextPair();
    pairs.set(place, pair);
    return { kind: place < other ? 'open' : 'close', text: part.marks, pair };
  });
}

function partners(parts: readonly (Piece | Delimiter)[]): Map<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  parts.forEach((part, place) => {
    if ('kind' in part) return;
    const from = part.closes
      ? open.findLastIndex((each) => (parts[each] as Delimiter).marks === part.marks)
      : -1;
    if (from >= 0) {
      const begin = open[from]!;
      open.length = from; // what was opened inside and not closed has no partner
      found.set(begin, place).set(place, begin);
    } else if (part.opens) open.push(place);
  });
  return found;
}
