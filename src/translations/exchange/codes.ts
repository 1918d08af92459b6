import type { Piece } from '../machine/marked/piece';

/** A piece that tools show as a mark, by its number in the unit. Both ends of a pair have the same. */
export type Coded =
  | { kind: 'text'; text: string }
  | { kind: 'atom'; text: string; id: string }
  | { kind: 'open'; text: string; id: string }
  | { kind: 'close'; text: string; id: string };

interface Code {
  id: string;
  /** What it says: an atom's text, or both ends of a pair. */
  said: string;
}

/**
 * Numbers the marks of a text. Those of a translation take the numbers of the same marks in the original; others get
 * further ones.
 */
export function coded(pieces: readonly Piece[], original: readonly Coded[] = []): Coded[] {
  const known = codesIn(original);
  let last = known.length;
  const take = (said: string): string => {
    const place = known.findIndex((code) => code.said === said);
    return place === -1 ? String(++last) : known.splice(place, 1)[0]!.id;
  };
  const pairs = new Map<number, string>();
  return pieces.map((piece): Coded => {
    if (piece.kind === 'text') return piece;
    if (piece.kind === 'atom') return { kind: 'atom', text: piece.text, id: take(`atom ${piece.text}`) };
    const { kind, text, pair } = piece;
    const id = pairs.get(pair) ?? take(saidByPair(pieces, pair));
    pairs.set(pair, id);
    return { kind, text, id };
  });
}

function saidByPair(pieces: readonly Piece[], pair: number): string {
  const ends = pieces.filter((piece) => 'pair' in piece && piece.pair === pair);
  return `pair ${ends.map(({ text }) => text).join('\u0000')}`;
}

function codesIn(original: readonly Coded[]): Code[] {
  return original.flatMap((piece): Code[] => {
    if (piece.kind === 'text' || piece.kind === 'close') return [];
    if (piece.kind === 'atom') return [{ id: piece.id, said: `atom ${piece.text}` }];
    const ends = original.filter((other) => other.kind !== 'text' && other.id === piece.id);
    return [{ id: piece.id, said: `pair ${ends.map(({ text }) => text).join('\u0000')}` }];
  });
}

/** A pair with what it encloses, for elements that enclose. */
export type Nested =
  | Exclude<Coded, { kind: 'open' | 'close' }>
  | { kind: 'pair'; id: string; open: string; close: string; inner: Nested[] };

/** `undefined` when pairs cross each other, which marks may and elements may not. */
export function nested(pieces: readonly Coded[]): Nested[] | undefined {
  const levels: { id: string; open: string; inner: Nested[] }[] = [{ id: '', open: '', inner: [] }];
  for (const piece of pieces) {
    const level = levels.at(-1)!;
    if (piece.kind === 'text') level.inner.push(piece);
    else if (piece.kind === 'atom') level.inner.push({ ...piece, kind: 'atom' });
    else if (piece.kind === 'open') levels.push({ id: piece.id, open: piece.text, inner: [] });
    else {
      if (levels.length === 1 || level.id !== piece.id) return undefined;
      const { id, open, inner } = levels.pop()!;
      levels.at(-1)!.inner.push({ kind: 'pair', id, open, close: piece.text, inner });
    }
  }
  return levels.length === 1 ? levels[0]!.inner : undefined;
}
