import type { Actor } from '../../core/access/actor';
import { Policy } from '../../core/access/policy';
import { chapterPolicy } from '../handbook.policy';

type ChapterSubject = Parameters<typeof chapterPolicy.may>[2];

interface SuggestionSubject {
  authorId: string | null;
  status: 'open' | 'settled' | 'withdrawn';
  chapter: ChapterSubject;
}

const oversees = (actor: Actor, { chapter: { handbook } }: SuggestionSubject): boolean => {
  const { id } = handbook.partnership;
  return actor.administrator || actor.holds('organiser', id) || actor.holds('editor', id);
};

/** A suggestion is between who made it and who edits the chapter. Its SQL speaks of `chapter` too. */
export const suggestionPolicy = new Policy<SuggestionSubject, 'decide' | 'withdraw'>(
  {
    read: (actor, suggestion) =>
      chapterPolicy.may(actor, 'read', suggestion.chapter) &&
      (actor.is(suggestion.authorId) || oversees(actor, suggestion)),
    decide: (actor, suggestion) =>
      suggestion.status === 'open'
        ? chapterPolicy.may(actor, 'edit', suggestion.chapter)
        : 'handbooks:refusal.suggestion_settled',
    withdraw: (actor, { authorId, status }) =>
      status === 'open' ? actor.is(authorId) : 'handbooks:refusal.suggestion_settled',
  },
  (actor, alias) => {
    const chapter = chapterPolicy.readable(actor, 'chapter');
    if (actor.administrator) return chapter;
    return {
      where: `(${chapter.where} and (${alias}.author_id = :suggestionAuthor
        or partnership.id = any(:suggestionOwn)))`,
      parameters: {
        ...chapter.parameters,
        suggestionAuthor: actor.person?.id ?? null,
        suggestionOwn: actor.places('organiser', 'editor'),
      },
    };
  },
);
