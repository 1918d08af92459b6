import type { z } from 'zod';
import { invalid } from './issues';

/** Reads what came by a socket or another way that has no pipe. @throws Invalid */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const read = schema.safeParse(input ?? {});
  if (!read.success) throw invalid(read.error.issues);
  return read.data;
}
