import { z } from 'zod';
import { LOCALES } from '../core/i18n/locales';
import { POLL_KINDS, STANCES } from '../rooms/polls/poll-facts';
import { personId } from './people';
import { idOf, type Row } from './rows';
import { text, type Text } from './texts';

/** A poll of a post, where people said whether they agree. */
export const poll = z.strictObject({
  kind: z.enum(POLL_KINDS).extract(['sense_check']),
  question: text,
  daysOpen: z.int().positive(),
  votes: z.array(
    z.strictObject({
      by: z.string(),
      choice: z.enum(STANCES),
      reason: z.strictObject({ locale: z.enum(LOCALES), words: z.string() }).optional(),
    }),
  ),
});

type Poll = z.infer<typeof poll>;

/** The post that holds it, and when that was said. */
interface Place {
  room_id: string;
  post_id: string;
  minutesAgo: number;
  at: (minutesAgo: number) => Date;
}

const DAY = 24 * 60;

const wordsOf = (question: Poll['question']): Text => question;

export const pollId = (postId: string): string => idOf('poll', postId);

/** One vote in half a minute, from a minute after the post on. */
export const votesOf = ({ votes }: Poll, minutesAgo: number) =>
  votes.map((vote, place) => ({ ...vote, minutesAgo: minutesAgo - 1 - place / 2 }));

export const pollRow = (
  { kind, question, daysOpen }: Poll,
  { room_id, post_id, minutesAgo, at }: Place,
): Row => ({
  ...{ id: pollId(post_id), room_id, post_id, kind, secret: false },
  ...{ question: wordsOf(question)[question.orig], locale: question.orig, revision: 1, edition: 1 },
  ...{ closes_at: at(minutesAgo - daysOpen * DAY), created_at: at(minutesAgo) },
});

export const pollTranslationRows = ({ question }: Poll, { room_id, post_id, minutesAgo, at }: Place): Row[] =>
  LOCALES.filter((locale) => locale !== question.orig && wordsOf(question)[locale]).map((locale) => ({
    ...{ room_id, owner_id: pollId(post_id), locale, question: wordsOf(question)[locale] },
    ...{ status: 'draft', source_revision: 1, origin: 'import', translated_at: at(minutesAgo) },
  }));

export const voteRows = (asked: Poll, { room_id, post_id, minutesAgo, at }: Place): Row[] =>
  votesOf(asked, minutesAgo).map(({ by, choice, reason, minutesAgo }) => ({
    ...{ room_id, poll_id: pollId(post_id), person_id: personId(by), choices: [choice] },
    ...{ reason: reason?.words ?? null, reason_locale: reason?.locale ?? null, voted_at: at(minutesAgo) },
  }));
