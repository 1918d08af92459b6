import type { Actor } from '../../core/access/actor';
import { rendered } from '../../core/database/rendered';
import type { Locale } from '../../core/i18n/locales';
import { STANCES } from './poll-facts';
import { pollPolicy } from './poll.policy';
import type { PollView } from './poll.schema';
import type { StandingPoll } from './standing-poll';

/** A poll as one reader sees it. */
export function pollView(actor: Actor, poll: StandingPoll, locales: readonly Locale[]): PollView {
  const { id, roomId, threadId, postId, postNumber, kind, most, secret, edition, voters, counts, own } = poll;
  return {
    ...{ id, roomId, threadId, postId, postNumber, kind, most, secret, edition, voters, counts },
    question: rendered(poll, (row) => row.question, locales)!,
    options:
      kind === 'sense_check'
        ? STANCES.map((stance) => ({ id: stance, label: null }))
        : poll.options.map((option) => ({
            id: option.id,
            label: rendered(option, (row) => row.label, locales),
          })),
    closesAt: poll.closesAt?.toISOString() ?? null,
    closedAt: poll.closedAt?.toISOString() ?? null,
    own: own && { choices: own.choices, reason: own.reason },
    can: pollPolicy.can(actor, poll),
  };
}
