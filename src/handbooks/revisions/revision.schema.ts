import { z } from 'zod';
import { baseRevision } from '../../core/http/text.schema';
import { weight } from '../../core/http/weight.schema';
import { WEIGHTS } from '../../core/texts/original-revisions';
import { note } from '../writing/chapter.schema';

export const revisionNumber = z.coerce.number().int().min(1).max(2_147_483_647);

export const restored = z.strictObject({
  revision: baseRevision.meta({ description: 'The revision that stands now' }),
  weight,
  note,
});
export type Restored = z.output<typeof restored>;

/** Fields of a form by GET that were left open are empty. */
const chosen = z.union([z.literal('').transform(() => undefined), revisionNumber]).optional();
export const comparing = z.strictObject({
  from: chosen.meta({ description: 'The older revision' }),
  to: chosen.meta({ description: 'The younger revision; absent: what stands now' }),
});
export type Comparing = z.output<typeof comparing>;

const revisionView = z.object({
  revision: z.number().int().meta({ description: 'Its number, from 1' }),
  by: z.string().nullable().meta({ description: 'Who brought it about' }),
  at: z.iso.datetime().meta({ description: 'When' }),
  weight: z.enum(WEIGHTS).nullable().meta({ description: 'How much the change weighed; null: the first' }),
  note: z.string().nullable().meta({ description: 'Why, in a few words' }),
  current: z.boolean().meta({ description: 'What stands now' }),
});

export const revisionList = z.object({
  items: z.array(revisionView).meta({ description: 'The newest first' }),
});

export const revisionText = z.object({
  revision: z.number().int().meta({ description: 'Its number' }),
  title: z.string().meta({ description: 'Its heading' }),
  lead: z.string().nullable().meta({ description: 'What it said in one sentence' }),
  body: z.string().nullable().meta({ description: 'Its text' }),
});

const pieces = z.array(
  z.object({
    kind: z.enum(['same', 'added', 'removed']).meta({ description: 'What became of these words' }),
    text: z.string().meta({ description: 'The words' }),
  }),
);

export const comparison = z.object({
  title: pieces.meta({ description: 'The heading' }),
  lead: pieces.meta({ description: 'The sentence about it' }),
  body: pieces.meta({ description: 'The text' }),
});
