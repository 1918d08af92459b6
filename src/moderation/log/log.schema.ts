import { z } from 'zod';
import { MEASURES } from '../decisions/measure';

/** Which decisions to list: an address that people mistyped shows them all. */
export const logFilter = z.object({
  room: z.string().max(100).optional().catch(undefined),
  measure: z.enum(MEASURES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type LogFilter = z.output<typeof logFilter>;
