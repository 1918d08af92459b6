import { InlinePieces } from '../machine/marked/inline-pieces';
import type { Piece } from '../machine/marked/piece';

/** Nothing but its own marks: the terms of the termbase are for the translator to translate. */
const NOTHING_KNOWN = { terms: [], labels: new Set<string>() };

/** What a machine may not touch is what a translator's tool protects: code, addresses, emphasis, fields, mentions. */
export const markedPieces = (text: string, markdown: boolean): Piece[] =>
  new InlinePieces(text, NOTHING_KNOWN, [], markdown).all();

/** Marks of the original that a translation has not: an address, a piece of code, a field. Where lines end is its own matter. */
export function lostMarks(source: string, target: string, markdown: boolean): string[] {
  const left = atomsOf(target, markdown);
  return atomsOf(source, markdown).filter((mark) => {
    const place = left.indexOf(mark);
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
}

const atomsOf = (text: string, markdown: boolean): string[] =>
  markedPieces(text, markdown)
    .filter((piece) => piece.kind === 'atom' || piece.kind === 'close')
    .map(({ text }) => /^\]\((.*)\)$/s.exec(text)?.[1] ?? text.trim())
    .filter((mark) => /[\p{L}\p{N}]/u.test(mark));
