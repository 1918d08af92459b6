import { z } from 'zod';
import seeds from './data/seeds.json';
import { text } from './texts';

const numbered = z.array(z.object({ text }));

const schema = z.array(
  z.object({
    partnershipId: z.string(),
    overallGoal: text.optional(),
    priorityAreas: z.array(text).default([]),
    goals: numbered.default([]),
    activities: numbered.default([]),
  }),
);

/** What the plans of the seeds say about their partnerships, by partnership. */
export const plans = new Map(schema.parse(seeds.plans).map((plan) => [plan.partnershipId, plan]));
