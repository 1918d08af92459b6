/**
 * A text as a machine may see it: words, and between them marks for what it must give back as it is. An atom stands
 * for something whole (code, an address, an emoji); a pair encloses words (emphasis, the words of a link).
 */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'atom'; text: string }
  | { kind: 'open'; text: string; pair: number }
  | { kind: 'close'; text: string; pair: number };

export const textPiece = (text: string): Piece => ({ kind: 'text', text });
export const atomPiece = (text: string): Piece => ({ kind: 'atom', text });

/** Neighbours of one kind become one, so that there are as few marks as can be. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const same = last && last.kind === piece.kind && (piece.kind === 'text' || piece.kind === 'atom');
    if (same) result[result.length - 1] = { ...last, text: last.text + piece.text };
    else if (piece.text !== '' || piece.kind !== 'text') result.push(piece);
  }
  return result;
}

/** Why an answer cannot be shown. */
export const DEFECTS = [
  'lost',
  'doubled',
  'invented',
  'nesting',
  'markup',
  'structure',
  'number',
  'empty',
  'length',
  'characters',
  'unchanged',
] as const;
export type Defect = (typeof DEFECTS)[number];

/** An answer that was changed in a way that cannot be mended: the segment stays without a translation. */
export class Defective extends Error {
  constructor(readonly defect: Defect) {
    super(defect);
  }
}
