import type { Actor } from '../../core/access/actor';
import { changesBetween, fitOf, type Change } from './changes';
import { suggestionPolicy } from './suggestion.policy';
import type { SuggestionSummary, SuggestionView } from './suggestion.schema';
import type { OpenSuggestion, SuggestionRow } from './suggestions.service';

/** Characters that are shown around a change, to know where it stands. */
const AROUND = 80;

export function summaryOf({
  id,
  author,
  note,
  status,
  createdAt,
  decisions,
}: SuggestionRow): SuggestionSummary {
  const count = (wanted: string) =>
    Object.values(decisions).filter(({ verdict }) => verdict === wanted).length;
  return {
    ...{ id, author, note, status, createdAt: createdAt.toISOString() },
    ...{ accepted: count('accepted'), declined: count('declined') },
  };
}

export function viewOf(actor: Actor, suggestion: OpenSuggestion): SuggestionView {
  const { base, body, chapter, decisions } = suggestion;
  const since = changesBetween(base, chapter.body ?? '');
  return {
    ...summaryOf(suggestion),
    ...{ chapter: chapter.slug, title: chapter.title, locale: chapter.locale, revision: chapter.revision },
    changes: changesBetween(base, body).map((change, place) => {
      const decision = decisions[place + 1];
      return {
        number: place + 1,
        ...wordsAround(base, change),
        ...{ removed: change.removed, added: change.added },
        ...{ state: decision?.verdict ?? fitOf(change, since), by: decision?.by ?? null },
      };
    }),
    can: suggestionPolicy.can(actor, suggestion),
  };
}

/** Whole words, from the same paragraph. */
function wordsAround(base: string, { from, to }: Change): { before: string; after: string } {
  const start = base.slice(Math.max(0, from - AROUND), from);
  const end = base.slice(to, to + AROUND);
  const before = from > AROUND ? start.replace(/^\S*\s/, '') : start;
  const after = to + AROUND < base.length ? end.replace(/\s\S*$/, '') : end;
  return { before: before.split(/\n\s*\n/).at(-1)!, after: after.split(/\n\s*\n/)[0]! };
}
