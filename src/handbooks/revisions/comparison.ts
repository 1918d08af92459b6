import { sequenceDifference } from '../../core/texts/sequence-difference';
import { wordDifference, type Piece } from '../../core/texts/word-difference';
import { bare, passagesOf } from '../writing/passages';

/** A run of passages that two states of a text have in common, or a change between them, word by word. */
export type Compared = { kind: 'same'; text: string; count: number } | { kind: 'changed'; pieces: Piece[] };

/** First passage by passage, then word by word within what changed, so that long chapters take no time. */
export function compareTexts(from: string, to: string): Compared[] {
  const [old, young] = [passagesOf(from), passagesOf(to)];
  const compared: Compared[] = [];
  let place = 0;
  const same = (end: number) => {
    if (end > place) compared.push({ kind: 'same', text: joined(old.slice(place, end)), count: end - place });
  };
  for (const hunk of sequenceDifference(old.map(bare), young.map(bare))) {
    same(hunk.old[0]);
    compared.push(...changesIn(old.slice(...hunk.old), young.slice(...hunk.young)));
    place = hunk.old[1];
  }
  same(old.length);
  return compared;
}

const joined = (passages: readonly string[]): string => passages.join('').trimEnd();

/** As many before as after: each is taken for the same one, changed. */
function changesIn(old: readonly string[], young: readonly string[]): Compared[] {
  const pairs = old.length === young.length ? old.map((passage, place) => [passage, young[place]!]) : [];
  const whole = pairs.length > 0 ? pairs : [[joined(old), joined(young)]];
  return whole.map(([from, to]) => ({ kind: 'changed', pieces: wordDifference(bare(from!), bare(to!)) }));
}
