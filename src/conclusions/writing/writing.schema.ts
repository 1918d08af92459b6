import { z } from 'zod';
import { baseRevision, locale, prose } from '../../core/http/text.schema';
import { weight } from '../../core/http/weight.schema';
import { orNone, visibleLine, visibleProse } from '../../practices/practice.schema';
import { REASONING_LIMIT, STATEMENT_LIMIT } from '../conclusion-facts';

const QUOTE_LIMIT = 4000;

const words = {
  statement: visibleLine(STATEMENT_LIMIT).meta({
    description: `What is concluded, in one paragraph of at most ${STATEMENT_LIMIT} characters as readers see them`,
  }),
  reasoning: orNone(visibleProse(REASONING_LIMIT))
    .default(null)
    .meta({ description: 'Why, and what was weighed' }),
};

/** A post of the thread, and the words of it that count. */
export const passage = z.strictObject({
  postId: z.guid().meta({ description: 'The post that it is concluded from' }),
  quote: orNone(prose(QUOTE_LIMIT)).default(null).meta({
    description: 'Words of the post, in its own language, as they stand in it; none: the whole post',
  }),
});

export const newConclusion = z.strictObject({
  ...words,
  locale: locale.meta({ description: 'Language that it is written in' }),
  threadId: orNone(z.guid())
    .default(null)
    .meta({ description: 'Thread that it is concluded from; none: the room as a whole' }),
  passages: z.array(passage).max(50).default([]).meta({ description: 'What it is concluded from' }),
});

export const editedConclusion = z.strictObject({
  ...words,
  locale,
  revision: baseRevision.meta({ description: 'The revision that the change is made to' }),
  weight,
});

/** What the form for a conclusion of the room as a whole sends. */
export const roomForm = z.strictObject({ ...words, locale });

/** What the form for a passage of a thread sends: a new conclusion, or one of the drafts that the passage goes into. */
export const threadForm = z
  .strictObject({
    into: orNone(z.guid('errors:field.choice')).default(null),
    post: z.guid('errors:field.choice'),
    quote: orNone(prose(QUOTE_LIMIT)).default(null),
    statement: orNone(words.statement).default(null),
    reasoning: words.reasoning,
    locale,
  })
  .refine(({ into, statement }) => into !== null || statement !== null, {
    path: ['statement'],
    message: 'errors:field.required',
  });

/** What the form for a passage of a draft sends: the number of the post in its thread. */
export const passageForm = z.strictObject({
  number: z.coerce.number('errors:field.number').int('errors:field.number').min(1).max(2_147_483_647),
  quote: orNone(prose(QUOTE_LIMIT)).default(null),
});

export type NewConclusion = z.output<typeof newConclusion>;
export type EditedConclusion = z.output<typeof editedConclusion>;
export type Passage = z.output<typeof passage>;
export type ThreadForm = z.output<typeof threadForm>;
