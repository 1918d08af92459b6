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

/** What the form for a passage of a thread sends. */
export const conclusionForm = z
  .strictObject({
    ...words,
    locale,
    post: orNone(z.guid()).default(null),
    quote: orNone(prose(QUOTE_LIMIT)).default(null),
  })
  .transform(({ post, quote, ...rest }) => ({
    ...rest,
    passages: post ? [{ postId: post, quote }] : [],
  }));

export const passageForm = z
  .strictObject({ post: z.guid('errors:field.choice'), quote: orNone(prose(QUOTE_LIMIT)).default(null) })
  .transform(({ post, quote }) => ({ postId: post, quote }));

export type NewConclusion = z.output<typeof newConclusion>;
export type EditedConclusion = z.output<typeof editedConclusion>;
export type Passage = z.output<typeof passage>;
