import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { rendered } from '../../core/database/rendered';
import { Language } from '../../core/i18n/language';
import type { Locale } from '../../core/i18n/locales';
import { ResultKind, type VoteResult } from '../../evidence/result-kind';
import { STANCES } from './poll-facts';
import { pollPath } from './poll-paths';
import { pollsByIds, pollsOfPosts, type StandingPoll } from './standing-poll';

/** What came of polls, where they or their posts are cited. As long as people vote, nothing. */
@Injectable()
export class PollResults extends ResultKind {
  readonly grounds = ['post', 'poll'];

  async of(
    database: DataSource | EntityManager,
    ground: string,
    ids: readonly string[],
    locales: readonly Locale[],
  ): Promise<Map<string, VoteResult>> {
    const byPost = ground === 'post';
    const polls = await (byPost ? pollsOfPosts : pollsByIds)(database, ids);
    return new Map(polls.map((poll) => [byPost ? poll.postId : poll.id, resultOf(poll, locales)]));
  }
}

function resultOf(poll: StandingPoll, locales: readonly Locale[]): VoteResult {
  const { id, closedAt, voters, result } = poll;
  const counts = result?.counts;
  return {
    path: pollPath(id),
    question: rendered(poll, ({ question }) => question, locales)!,
    closedAt: closedAt?.toISOString() ?? null,
    voters: closedAt ? voters : null,
    answers: counts ? answersOf(poll, counts, locales) : null,
  };
}

function answersOf(
  { kind, options, locale }: StandingPoll,
  counts: Record<string, number>,
  locales: readonly Locale[],
): VoteResult['answers'] {
  if (kind !== 'sense_check')
    return options.map((option) => ({
      label: rendered(option, ({ label }) => label, locales)!,
      votes: counts[option.id] ?? 0,
    }));
  const { t, locale: read } = Language.of(locales[0] ?? locale);
  const facts = { locale: read, state: 'original' as const, outdated: false, originalLocale: read, by: null };
  return STANCES.map((stance) => ({
    label: { text: t(`rooms:poll.stance.${stance}`), ...facts },
    votes: counts[stance] ?? 0,
  }));
}
