import { z } from 'zod';
import { locale } from '../../core/http/text.schema';
import { postView } from '../../rooms/posts/post.schema';
import { MEASURES } from '../decisions/measure';
import { GROUNDS } from '../grounds';
import { CASE_STATES } from './case.policy';

const ground = z.enum(GROUNDS).meta({ description: 'The house rule or the kind of law' });
const moment = z.iso.datetime();
const person = z.object({ id: z.guid(), name: z.string() });

export const caseSummary = z
  .object({
    id: z.guid(),
    number: z.string().meta({ description: 'What people call it' }),
    state: z.enum(CASE_STATES),
    revision: z.int().meta({ description: 'To be sent with what changes it' }),
    openedAt: moment,
    decidedAt: moment.nullable(),
    post: z.object({ id: z.guid(), number: z.int(), locale }),
    thread: z.object({ id: z.guid(), title: z.string(), locale, closed: z.boolean() }),
    room: z.object({ id: z.guid(), slug: z.string(), name: z.string(), locale }),
    hidden: z.boolean().meta({ description: 'Nobody but its author and those who decide reads the post' }),
    gone: z.boolean().meta({ description: 'Its author has taken it back' }),
    author: person.nullable(),
    assignee: person.nullable(),
    reports: z.int().meta({ description: 'People who reported it, each once' }),
    illegal: z.boolean().meta({ description: 'Somebody says that it is against the law' }),
  })
  .meta({ id: 'ModerationCase' });
export type CaseSummary = z.infer<typeof caseSummary>;

const counts = z.object({
  open: z.int(),
  in_work: z.int(),
  appealed: z.int(),
  decided: z.int(),
} satisfies Record<(typeof CASE_STATES)[number], z.ZodInt>);

export const caseList = z.object({
  cases: z.array(caseSummary).meta({ description: 'Oldest first; decided ones newest first' }),
  counts: counts.meta({ description: 'Cases by state' }),
  pages: z.int().meta({ description: 'How many pages there are' }),
});
export type CaseList = z.infer<typeof caseList>;

const words = { locale: locale.meta({ description: 'Language of the words' }) };

export const caseView = caseSummary
  .extend({
    words: postView.meta({ description: 'The post, with its words also when it is hidden' }),
    readings: z
      .array(
        z.object({
          locale,
          html: z.string(),
          status: z.enum(['original', 'machine', 'draft', 'in_review', 'reviewed']),
          readAt: moment,
        }),
      )
      .meta({ description: 'What it said when it was reported, where that is something else' }),
    filed: z
      .array(
        z.object({
          ...{ id: z.guid(), number: z.string(), ground, explanation: z.string(), ...words },
          ...{ receivedAt: moment, from: z.enum(['member', 'address', 'nobody']) },
        }),
      )
      .meta({ description: 'The reports; never who sent them' }),
    decisions: z.array(
      z.object({
        ...{ id: z.guid(), number: z.string(), measure: z.enum(MEASURES) },
        outcome: z.enum(['upheld', 'overturned']).nullable().meta({ description: 'Of an appeal' }),
        ...{ ground: ground.nullable(), facts: z.string(), ...words },
        ...{ decider: z.string().nullable(), decidedAt: moment },
      }),
    ),
    notes: z.array(
      z.object({
        id: z.guid(),
        body: z.string(),
        ...words,
        author: z.string().nullable(),
        writtenAt: moment,
      }),
    ),
    appeals: z.array(
      z.object({
        ...{ id: z.guid(), decisionId: z.guid(), party: z.enum(['author', 'reporter']) },
        ...{ words: z.string(), ...words, madeAt: moment },
      }),
    ),
    keepers: z.array(person).meta({ description: 'Who can be given it' }),
    can: z.object({ work: z.boolean(), decide: z.boolean(), review: z.boolean() }),
  })
  .meta({ id: 'WholeModerationCase' });
export type CaseView = z.infer<typeof caseView>;
