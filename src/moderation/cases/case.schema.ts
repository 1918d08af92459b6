import { z } from 'zod';
import { baseRevision, locale, prose } from '../../core/http/text.schema';
import { CASE_STATES } from './case.policy';

export const NOTE_LIMIT = 4000;

export const newNote = z.strictObject({
  body: prose(NOTE_LIMIT).meta({ description: 'Read by the others who keep order' }),
  locale: locale.meta({ description: 'Language of the note' }),
});
export type NewNote = z.output<typeof newNote>;

/** As somebody saw it when she took it on. */
export const seenCase = z.strictObject({ revision: baseRevision });
export type SeenCase = z.output<typeof seenCase>;

export const assignedCase = z.strictObject({
  personId: z.guid().meta({ description: 'Who keeps order there' }),
  revision: baseRevision.meta({ description: 'Of the case, as it was seen' }),
});
export type AssignedCase = z.output<typeof assignedCase>;

/** Which cases to list: an address that people mistyped shows them all. */
export const queueFilter = z.object({
  state: z.enum(CASE_STATES).optional().catch(undefined),
  room: z.string().max(100).optional().catch(undefined),
  language: locale.optional().catch(undefined),
  assignee: z.enum(['me', 'nobody']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type QueueFilter = z.output<typeof queueFilter>;
