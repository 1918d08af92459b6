import { z } from 'zod';
import seeds from './data/seeds.json';
import { text } from './texts';

const groups = z.array(
  z.object({
    id: z.string(),
    name: text,
  }),
);

/** By the id of the seeds. The rows themselves come with the schema: every hub has these groups. */
export const stakeholderGroups = new Map(
  groups.parse(seeds.stakeholderGroups).map((group) => [group.id, group]),
);
