import type { z } from 'zod';
import { Refusal } from '../errors/refusal';
import type { FormState } from './form';
import { invalid } from './issues';

const LOST = new Set([404]);

/** What a form sent, as strings, to be shown again when it is refused. Forms send nothing else; others might. */
export function typed(body: unknown): Record<string, string> {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(entries.map(([name, value]) => [name, texts(value).join(',')]));
}

const texts = (value: unknown): string[] => [value].flat().filter((part) => typeof part === 'string');

/**
 * Reads a form and calls the verb with it.
 * Returns the verb's result, or the form as typed with what was wrong, to be drawn again.
 * What does not exist cannot be mended in a form and goes on to the error page.
 */
export async function attempt<Schema extends z.ZodType, Result>(
  schema: Schema,
  body: unknown,
  verb: (input: z.output<Schema>) => Promise<Result>,
): Promise<{ done: true; result: Result } | { done: false; form: FormState }> {
  const { _token: _, ...fields } = (body ?? {}) as Record<string, unknown>;
  const refused = (refusal: Refusal) => ({
    done: false as const,
    form: { values: typed(fields), problems: [...refusal.fields], refusal },
  });
  const read = await schema.safeParseAsync(fields);
  if (!read.success) return refused(invalid(read.error.issues));
  try {
    return { done: true, result: await verb(read.data) };
  } catch (error) {
    if (error instanceof Refusal && !LOST.has(error.status)) return refused(error);
    throw error;
  }
}
