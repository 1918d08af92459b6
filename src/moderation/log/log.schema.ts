import { z } from 'zod';
import { locale } from '../../core/http/text.schema';
import { reasonView } from '../../rooms/keeping/reason.schema';
import { ROOM_MEASURES } from '../../rooms/keeping/room-measures';
import { MEASURES } from '../decisions/measure';
import { GROUNDS } from '../grounds';

/** Whatever stands in the log: closing a thread is one kind, with a case or without. */
export const LOG_KINDS = [...new Set([...MEASURES, ...ROOM_MEASURES])] as const;

const day = z.iso.date().optional().catch(undefined);

/** Which decisions to list: an address that people mistyped shows them all. */
export const logFilter = z.object({
  room: z.string().max(100).optional().catch(undefined).meta({ description: 'Slug of a room' }),
  measure: z.enum(LOG_KINDS).optional().catch(undefined).meta({ description: 'What was decided' }),
  from: day.meta({ description: 'The first day' }),
  to: day.meta({ description: 'The last day' }),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).meta({ description: 'From 1, the newest first' }),
});
export type LogFilter = z.output<typeof logFilter>;

const named = z.object({ id: z.guid(), name: z.string() }).nullable();

export const loggedDecision = z
  .object({
    id: z.guid(),
    measure: z.enum(LOG_KINDS).meta({ description: 'What was decided' }),
    outcome: z
      .enum(['upheld', 'overturned'])
      .nullable()
      .meta({ description: 'Of an appeal; null: it was the first decision' }),
    number: z.string().nullable().meta({ description: 'Of a decision about a post' }),
    ground: z.enum(GROUNDS).nullable().meta({ description: 'The house rule or the kind of law' }),
    reason: reasonView,
    amount: z.int().nullable().meta({ description: 'Seconds of slow mode; posts of newcomers that wait' }),
    until: z.iso.date().nullable().meta({ description: 'The last day of a removal' }),
    about: named.meta({ description: 'Whom it concerns' }),
    decider: named.meta({ description: 'Who decided' }),
    decidedAt: z.iso.datetime(),
    case: z.object({ id: z.guid(), number: z.string() }).nullable().meta({ description: 'Of a post' }),
    thread: z
      .object({ id: z.guid(), title: z.string(), locale })
      .nullable()
      .meta({ description: 'Where, as far as it still stands in this room' }),
    room: z.object({ slug: z.string(), name: z.string(), locale }),
  })
  .meta({ id: 'LoggedDecision' });
export type LoggedDecision = z.infer<typeof loggedDecision>;

export const decisionLog = z.object({
  decisions: z.array(loggedDecision).meta({ description: 'The newest first' }),
  pages: z.int().meta({ description: 'How many pages there are' }),
});
