import type { SearchInput } from './search.schema';

/** What a search is narrowed by, as the fields of the form show it. */
export const LIMITS = [
  ...([
    'kind',
    'language',
    'room',
    'person',
    'partnership',
    'platform',
    'country',
    'theme',
    'from',
    'to',
  ] as const),
];

/** A search as its form has it. */
export function fieldsOf(input: SearchInput): Record<string, string> {
  const limits = LIMITS.flatMap((name) => (input[name] ? [[name, input[name]] as const] : []));
  return { q: input.q, ...Object.fromEntries(limits), ...(input.across === 'no' && { across: 'no' }) };
}

/** The address of the same search with something changed. Path without the locale. */
export function addressOf(input: SearchInput, changed: Record<string, string> = {}): string {
  const fields = Object.entries({ ...fieldsOf(input), ...changed }).filter(([, value]) => value);
  return `/search?${new URLSearchParams(fields).toString()}`;
}
