import { z } from 'zod';
import { locale, prose } from '../../core/http/text.schema';
import { orNone } from '../practice.schema';
import { CHECKS, type Check } from './check';

const checks = z.strictObject(
  Object.fromEntries(CHECKS.map((check) => [check, z.boolean()])) as Record<Check, z.ZodBoolean>,
);

export const countryCheck = z
  .strictObject({
    decision: z
      .enum(['pass', 'return'])
      .meta({ description: 'pass: on to the reviewers; return: back to the author' }),
    checks,
    comment: orNone(prose(2000)).default(null).meta({ description: 'For the author' }),
    locale,
  })
  .refine(({ decision, comment }) => decision === 'pass' || comment !== null, {
    path: ['comment'],
    message: 'practices:problem.comment_to_return',
  })
  .refine(({ decision, checks: found }) => decision === 'return' || CHECKS.every((check) => found[check]), {
    path: ['decision'],
    message: 'practices:problem.checks_to_pass',
  });

export const reasoned = z.strictObject({
  reason: prose(1000).meta({ description: 'Why; everybody who sees the case reads it' }),
  locale,
});

export const freezing = z.strictObject({
  note: orNone(prose(500)).default(null).meta({ description: 'What is new in this version' }),
});

export type CountryCheck = z.output<typeof countryCheck>;
export type Reasoned = z.output<typeof reasoned>;
