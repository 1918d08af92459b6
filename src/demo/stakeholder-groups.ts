import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import seeds from './data/seeds.json';
import { idOf } from './rows';
import { insertTexts, text } from './texts';

const groups = z.array(
  z.object({
    id: z.string(),
    name: text,
    /** "target (end users of the results)" is a target, too. */
    kind: z
      .string()
      .transform((words) => words.split(' ')[0])
      .pipe(z.enum(['core', 'target', 'dissemination'])),
  }),
);

/** By the id of the seeds, in their order. */
export const stakeholderGroups = new Map(
  groups.parse(seeds.stakeholderGroups).map((group) => [group.id, group]),
);

export async function loadStakeholderGroups(tx: EntityManager): Promise<number> {
  const all = [...stakeholderGroups.values()];
  const items = all.map(({ id, kind, name }, index) => ({
    row: { id: idOf('stakeholder group', id), slug: id.replace(/^sg-/, ''), kind, position: index + 1 },
    texts: { name },
  }));
  await insertTexts(tx, 'stakeholder_group', items);
  return items.length;
}
