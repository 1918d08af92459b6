export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond this many pairs of words the middle is shown as replaced: comparing it would take too long. */
const MOST_PAIRS = 4_000_000;

/** What must be taken out of one text and put in to get the other, word by word. */
export function wordDifference(from: string, to: string): Piece[] {
  const [old, young] = [wordsOf(from), wordsOf(to)];
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < young.length - start && old.at(-1 - end) === young.at(-1 - end))
    end += 1;
  const middle = compare(old.slice(start, old.length - end), young.slice(start, young.length - end));
  return joined([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ]);
}

/** Words, spaces and marks, so that joining them gives the text again. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];

/** The longest common subsequence, by the usual table. */
function compare(old: string[], young: string[]): Piece[] {
  if (old.length * young.length > MOST_PAIRS) {
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: young.join('') },
    ];
  }
  const width = young.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = young.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        old[i] === young[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      pieces.push({ kind: 'same', text: old[i]! });
      i += 1;
      j += 1;
    } else if (
      j >= young.length ||
      (i < old.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      pieces.push({ kind: 'removed', text: old[i]! });
      i += 1;
    } else {
      pieces.push({ kind: 'added', text: young[j]! });
      j += 1;
    }
  }
  return pieces;
}

function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.text === '') continue;
    if (last?.kind === piece.kind) last.text += piece.text;
    else result.push({ ...piece });
  }
  return result;
}
