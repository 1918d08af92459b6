import { z } from 'zod';
import { locale } from '../../core/http/text.schema';
import { MEASURES } from '../decisions/measure';
import { GROUNDS } from '../grounds';

/** What both sides are told of a decision. */
const decision = {
  measure: z.enum(MEASURES).meta({ description: 'What was done' }),
  outcome: z.enum(['upheld', 'overturned']).nullable().meta({ description: 'Of an appeal' }),
  ground: z.enum(GROUNDS).nullable().meta({ description: 'The house rule or the kind of law' }),
  facts: z.string().meta({ description: 'Why, in the words of who decided' }),
  locale: locale.meta({ description: 'Language of the facts' }),
  decidedAt: z.iso.datetime(),
  appealed: z.boolean().meta({ description: 'Another look has been asked for' }),
  appealUntil: z.iso.datetime().nullable().meta({ description: 'Until when one can; null: one cannot' }),
  alone: z.boolean().meta({ description: 'Nobody but who has decided could look again: then she does' }),
  samePerson: z.boolean().meta({ description: 'Whoever looked again had decided first' }),
};

export const statementView = z
  .object({
    id: z.guid(),
    number: z.string().meta({ description: 'Of the decision' }),
    ...decision,
    reported: z.boolean().meta({ description: 'Somebody had reported the post' }),
    postId: z.guid(),
    threadId: z.guid(),
  })
  .meta({ id: 'ModerationStatement' });
export type StatementView = z.infer<typeof statementView>;

export const ownReportView = z
  .object({
    id: z.guid(),
    number: z.string(),
    ground: z.enum(GROUNDS),
    explanation: z.string(),
    locale: locale.meta({ description: 'Language of the explanation' }),
    receivedAt: z.iso.datetime(),
    state: z.enum(['waiting', 'answered', 'appealed']),
    threadId: z.guid(),
    postNumber: z.int(),
    answers: z
      .array(z.object({ decisionId: z.guid(), ...decision }))
      .meta({ description: 'The newest first' }),
  })
  .meta({ id: 'OwnReport' });
export type OwnReportView = z.infer<typeof ownReportView>;
