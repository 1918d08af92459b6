import { z } from 'zod';
import { locale, prose } from '../../core/http/text.schema';
import { orNone } from '../practice.schema';
import { CRITERIA, JUDGED_GATES, type Criterion, type JudgedGate, type Score } from './verdict';

const score = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^[0-4]$/, 'errors:field.choice')
      .transform(Number),
  ])
  .pipe(z.number().int().min(0).max(4))
  .transform((value) => value as Score)
  .meta({
    description: '0 none, 1 claimed, 2 described, 3 documented, 4 documented and checked by others',
  });

const scores = Object.fromEntries(CRITERIA.map((criterion) => [criterion, score])) as Record<
  Criterion,
  typeof score
>;
const gates = Object.fromEntries(JUDGED_GATES.map((gate) => [gate, z.boolean()])) as Record<
  JudgedGate,
  z.ZodBoolean
>;

export const invitation = z.strictObject({
  personId: z
    .guid('errors:field.choice')
    .meta({ description: 'Who is asked; one of those who are eligible' }),
});

export const reviewAnswer = z
  .strictObject({
    answer: z.enum(['accept', 'decline', 'conflict']).meta({
      description: 'accept: declares to have no interest in the case; conflict: declares one, and is out',
    }),
    interest: orNone(prose(1000)).default(null).meta({ description: 'Which interest, in words' }),
  })
  .refine(({ answer, interest }) => answer !== 'conflict' || interest !== null, {
    path: ['interest'],
    message: 'errors:field.required',
  });

export const judgement = z.strictObject({
  scores: z.strictObject(scores),
  gates: z.strictObject(gates),
  comment: prose(3000).meta({ description: 'Why, for the author; shown when all have judged' }),
  locale,
});

export type ReviewAnswer = z.output<typeof reviewAnswer>;
export type JudgementInput = z.output<typeof judgement>;
