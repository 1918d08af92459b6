import { z } from 'zod';
import { line } from '../core/http/text.schema';
import { locale } from '../core/http/text.schema';
import { visibleLength } from '../core/texts/text-length';
import { LIMITS } from './practice-strings';

/** One line whose limit counts characters as readers see them. */
export const visibleLine = (max: number) => visibly(line(max * 32), max);

/** Characters at most, as readers see them; units at most, so that nobody is kept counting. */
export const visibly = <Schema extends z.ZodType<string>>(schema: Schema, max: number) =>
  schema.superRefine((value, context) => {
    if (visibleLength(value) > max)
      context.addIssue({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input: value });
  });

export const newPractice = z.strictObject({
  partnership: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/, 'errors:field.choice')
    .meta({ description: 'Name of the address of the partnership that it belongs to' }),
  title: visibleLine(LIMITS.title).meta({ description: 'Names the practice, not the project' }),
  locale: locale.meta({ description: 'Language that the case is written in; it never changes' }),
});

export type NewPractice = z.output<typeof newPractice>;
