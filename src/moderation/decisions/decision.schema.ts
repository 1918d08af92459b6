import { z } from 'zod';
import { baseRevision, locale, prose } from '../../core/http/text.schema';
import { GROUNDS } from '../grounds';
import { isTaking, MEASURES } from './measure';

export const FACTS_LIMIT = 4000;

const reason = {
  ground: z
    .enum(['', ...GROUNDS])
    .default('')
    .meta({ description: 'The house rule or the kind of law; for what takes something from the author' }),
  facts: prose(FACTS_LIMIT).meta({ description: 'What was said, and why that is decided' }),
  locale: locale.meta({ description: 'Language of the facts' }),
};

/** A decision about a case, with what the author and those who reported are told. */
export const newDecision = z
  .strictObject({
    measure: z.enum(MEASURES).meta({ description: 'What is done' }),
    ...reason,
    revision: baseRevision.meta({ description: 'Of the case, as it was seen' }),
  })
  .refine(({ measure, ground }) => !isTaking(measure) || ground !== '', {
    path: ['ground'],
    message: 'moderation:problem.ground',
  });
export type NewDecision = z.output<typeof newDecision>;

/** Hiding a post where it stands, without anybody's report. */
export const hiddenPost = z
  .strictObject(reason)
  .refine(({ ground }) => ground !== '', { path: ['ground'], message: 'moderation:problem.ground' });
export type HiddenPost = z.output<typeof hiddenPost>;

/** What somebody else decides about a decision. */
export const newReview = z.strictObject({
  outcome: z.enum(['upheld', 'overturned']).meta({ description: 'Whether it stands' }),
  ...reason,
  revision: baseRevision.meta({ description: 'Of the case, as it was seen' }),
});
export type NewReview = z.output<typeof newReview>;
