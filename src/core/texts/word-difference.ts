import { sequenceDifference } from './sequence-difference';

export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** What must be taken out of one text and put in to get the other, word by word. */
export function wordDifference(from: string, to: string): Piece[] {
  const [old, young] = [wordsOf(from), wordsOf(to)];
  const pieces: Piece[] = [];
  const put = (kind: Piece['kind'], words: string[]) => {
    if (words.length > 0) pieces.push({ kind, text: words.join('') });
  };
  let place = 0;
  for (const hunk of sequenceDifference(old, young)) {
    put('same', old.slice(place, hunk.old[0]));
    put('removed', old.slice(...hunk.old));
    put('added', young.slice(...hunk.young));
    [, place] = hunk.old;
  }
  put('same', old.slice(place));
  return pieces;
}

/** Words, spaces and marks, so that joining them gives the text again. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
