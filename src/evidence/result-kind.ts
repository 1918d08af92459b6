import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import { renderedText } from '../core/http/rendered.schema';
import type { Locale } from '../core/i18n/locales';

/** What came of a vote that belongs to a ground. */
export const voteResult = z
  .object({
    path: z.string().meta({ description: 'Where the vote is read, without the language' }),
    question: renderedText.meta({ description: 'What was asked' }),
    closedAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'Since when the result can change no more; null: people still vote' }),
    voters: z.int().nullable().meta({ description: 'How many voted; null as long as people vote' }),
    answers: z
      .array(z.object({ label: renderedText, votes: z.int() }))
      .nullable()
      .meta({
        description:
          'How many chose what; null as long as people vote, and where a secret result is not shown',
      }),
  })
  .meta({ id: 'VoteResult' });

export type VoteResult = z.output<typeof voteResult>;

/**
 * Knows what came of votes that belong to kinds of grounds, such as the polls of posts. Whoever keeps them declares it:
 * it is found among the providers, like kinds of texts.
 */
export abstract class ResultKind {
  abstract readonly grounds: readonly string[];

  /** By the id of the ground. The caller knows that its reader may see these grounds. */
  abstract of(
    database: DataSource | EntityManager,
    ground: string,
    ids: readonly string[],
    locales: readonly Locale[],
  ): Promise<Map<string, VoteResult>>;
}
