import { z } from 'zod';

const code = z.string().max(40);

/** What the address of a table says beside its path; what cannot be is passed over. */
export const tableWishes = z.object({
  view: z.enum(['table', 'heat']).catch('table').default('table'),
  /** Code of the dimension whose numbers put the countries in order. */
  sort: code.optional().catch(undefined),
  order: z.enum(['protocol', 'names']).catch('protocol').default('protocol'),
  differences: z.literal('on').optional().catch(undefined),
  /** The cell that is looked at: `it.d6`. */
  cell: code.optional().catch(undefined),
});
export type TableWishes = z.output<typeof tableWishes>;

/** Of one answer: which of its periods. */
export const answerWishes = z.object({ period: z.string().max(40).optional().catch(undefined) });

export const versionNumber = z.coerce.number().int().min(1).max(1_000_000);

/** Of one question: whether countries stand in the order of their values. */
export const questionWishes = z.object({ sort: z.literal('value').optional().catch(undefined) });
