import { z } from 'zod';
import { Conflict, TooSoon, type Refusal } from '../errors/refusal';
import type { Language } from '../i18n/language';

/** RFC 9457, with a stable `code` and the fields that were wrong. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'Always about:blank' }),
    status: z.number().int(),
    title: z.string().meta({ description: 'In the language asked for' }),
    code: z.string().meta({ description: 'Stable name of the refusal, for programs' }),
    errors: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'What is wrong with which field' }),
    theirs: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'With 409: what stands now, so that a client can merge' }),
    retryAfter: z
      .number()
      .int()
      .optional()
      .meta({ description: 'With 429: in so many seconds it can be done' }),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;

export function asProblem(refusal: Refusal, language: Language): Problem {
  return {
    type: 'about:blank',
    status: refusal.status,
    title: language.t(refusal.key, refusal.values),
    code: refusal.code,
    ...(refusal.fields.length > 0 && {
      errors: refusal.fields.map(({ path, key, values }) => ({
        path,
        code: key.replace(/^errors:(field\.)?/, ''),
        message: language.t(key, values),
      })),
    }),
    ...(refusal instanceof Conflict && refusal.theirs && { theirs: refusal.theirs }),
    ...(refusal instanceof TooSoon && { retryAfter: refusal.seconds }),
  };
}
