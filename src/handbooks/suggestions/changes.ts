import { sequenceDifference } from '../../core/texts/sequence-difference';
import { wordDifference } from '../../core/texts/word-difference';

/** One place in which two texts differ: words that go and words that come. */
export interface Change {
  /** From and to in the text that is changed. */
  from: number;
  to: number;
  removed: string;
  added: string;
}

/** All places in which they differ, in order: paragraph by paragraph first, then word by word. */
export function changesBetween(old: string, young: string): Change[] {
  const [before, after] = [paragraphsOf(old), paragraphsOf(young)];
  const length = (paragraphs: string[]): number => paragraphs.join('').length;
  return sequenceDifference(before, after).flatMap((hunk) => {
    const removed = before.slice(...hunk.old).join('');
    const added = after.slice(...hunk.young).join('');
    return wordChanges(length(before.slice(0, hunk.old[0])), removed, added);
  });
}

/** With the empty lines behind them, so that joining them gives the text again. */
const paragraphsOf = (text: string): string[] => text.split(/(?<=\n\n)(?!\n)/);

/** Changes with nothing but spaces and marks between them are one: nobody decides on half a sentence twice. */
function wordChanges(start: number, old: string, young: string): Change[] {
  const changes: Change[] = [];
  let place = start;
  let between: string | undefined;
  for (const { kind, text } of wordDifference(old, young)) {
    if (kind === 'same') {
      between = text;
      place += text.length;
      continue;
    }
    let change = changes.at(-1);
    if (!change || (between !== undefined && /[\p{L}\p{N}]/u.test(between)))
      changes.push((change = { from: place, to: place, removed: '', added: '' }));
    else if (between !== undefined) {
      change.removed += between;
      change.added += between;
      change.to = place;
    }
    between = undefined;
    if (kind === 'added') change.added += text;
    else {
      change.removed += text;
      place += text.length;
      change.to = place;
    }
  }
  return changes;
}

/**
 * How a change stands when the text has moved on since: it still fits, it has been made meanwhile, or the words are no
 * longer there.
 */
export type Fit = 'fits' | 'made' | 'gone';

export function fitOf(change: Change, since: readonly Change[]): Fit {
  const near = since.filter(({ from, to }) => from <= change.to && to >= change.from);
  if (near.length === 0) return 'fits';
  const same = near.every(
    ({ from, to, added }) => from === change.from && to === change.to && added === change.added,
  );
  return same ? 'made' : 'gone';
}

/** The text as it is now with changes that fit, which were proposed for what it was before. */
export function applied(now: string, changes: readonly Change[], since: readonly Change[]): string {
  let text = now;
  for (const { from, to, added } of changes.toSorted((a, b) => b.from - a.from)) {
    const moved = since
      .filter((other) => other.to <= from)
      .reduce((sum, other) => sum + other.added.length - (other.to - other.from), 0);
    text = text.slice(0, from + moved) + added + text.slice(to + moved);
  }
  return text;
}
