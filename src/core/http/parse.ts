import type { z } from 'zod';
import { invalid } from './issues';

/** Reads what came by a socket or another way that has no pipe. @throws Invalid */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const read = schema.safeParse(input ?? {});
  if (!read.success) throw invalid(read.error.issues);
  return read.data;
}

/** The same of a form that is nothing but a button or a choice: its token was looked at already. @throws Invalid */
export function parseForm<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const { _token: _, ...fields } = (body ?? {}) as Record<string, unknown>;
  return parse(schema, fields);
}
