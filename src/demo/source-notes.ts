import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import seeds from './data/seeds.json';
import notes from './data/source-notes.json';
import { idOf } from './rows';
import { insertTexts, text, type Translatable } from './texts';

const schema = z.array(z.strictObject({ id: z.string(), issue: text, treatment: text }));

/** What does not fit together in the sources, with the partnership that came from each. */
export async function loadSourceNotes(tx: EntityManager): Promise<void> {
  const numbers = new Map<string, number>();
  const items = schema.parse(notes).map(({ id, issue, treatment }): Translatable => {
    const partnership = partnershipOf(id);
    const number = (numbers.get(partnership) ?? 0) + 1;
    numbers.set(partnership, number);
    const row = { id: idOf('source note', id), partnership_id: idOf('partnership', partnership), number };
    return { row, texts: { issue, treatment } };
  });
  await insertTexts(tx, 'source_note', items);
}

/** @throws Error for a note that speaks of no source */
function partnershipOf(id: string): string {
  const found = seeds.dataQualityIssues.find((each) => each.id === id);
  const partnership = seeds.partnerships.find(({ source }) => source === found?.source);
  if (!partnership) throw new Error(`The note ${id} belongs to no partnership`);
  return partnership.id;
}
