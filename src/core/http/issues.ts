import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { z } from 'zod';
import { Invalid, type FieldProblem } from '../errors/refusal';
import { isKey } from '../i18n/words';

/** A zod issue as it arrives through the standard interface or directly. */
type Issue = z.core.$ZodIssue | (StandardSchemaV1.Issue & { code?: undefined });

const pathOf = (issue: Issue): string =>
  (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');

/** zod leaves the input out of its issues; its own wording is the only trace of what was missing. */
const isMissing = (issue: Issue): boolean => issue.message.endsWith('received undefined');

function problem(issue: Issue): FieldProblem {
  const path = pathOf(issue);
  if (isKey(issue.message)) return { path, key: issue.message };
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? { path, key: 'errors:field.too_long', values: { max: Number(issue.maximum) } }
        : { path, key: 'errors:field.format' };
    case 'too_small':
      return { path, key: 'errors:field.required' };
    case 'invalid_value':
      return { path, key: 'errors:field.choice' };
    case 'unrecognized_keys':
      return { path: [path, issue.keys?.[0] ?? ''].filter(Boolean).join('.'), key: 'errors:field.unknown' };
    case 'invalid_type':
      return { path, key: isMissing(issue) ? 'errors:field.required' : 'errors:field.format' };
    default:
      return { path, key: 'errors:field.format' };
  }
}

/** A schema's complaints as a refusal in the reader's words. Parameters that name a thing answer 404 elsewhere. */
export function invalid(issues: readonly Issue[]): Invalid {
  return new Invalid(issues.slice(0, 50).map(problem));
}
