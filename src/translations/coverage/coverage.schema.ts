import { z } from 'zod';

export const STANDINGS = ['reviewed', 'in_review', 'draft', 'machine', 'outdated', 'missing'] as const;
export type Standing = (typeof STANDINGS)[number];

const counts = z.record(z.enum(STANDINGS), z.number().int());

/** How the translations of one kind of texts stand in one language. */
const cell = z.object({
  kind: z.string(),
  locale: z.string(),
  texts: z.number().int().meta({ description: 'Texts of the kind that are written in another language' }),
  counts,
});

const gate = z.object({
  locale: z.string(),
  ready: z.boolean().meta({ description: 'Nothing is missing, outdated or unreviewed: it can be printed' }),
  segments: counts.meta({ description: 'Segments of its texts; a text that nobody has begun counts as one' }),
});

export const coverageView = z
  .object({ locales: z.array(z.string()), cells: z.array(cell), gates: z.array(gate) })
  .meta({ id: 'Coverage' });

export type CoverageView = z.infer<typeof coverageView>;
export type CoverageCell = z.infer<typeof cell>;
export type Gate = z.infer<typeof gate>;
