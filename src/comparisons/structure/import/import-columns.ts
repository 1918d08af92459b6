/** What can be filled in, in this order; the help columns between them are passed over when it comes back. */
export const FILLED = [
  ...(['question', 'period', 'standing', 'number', 'women', 'men', 'notStated', 'score', 'options'] as const),
  ...(['unit', 'text', 'locale', 'note', 'confidence', 'flags', 'validOn'] as const),
];
export type Filled = (typeof FILLED)[number];

/** A row as it came: by column, as it was written. */
export type FilledRow = Partial<Record<Filled, string>>;

/** Heads say in the reader’s language what stands below, and to the hub which column it is: `Score [score]`. */
export const headOf = (words: string, column: Filled): string => `${words} [${column}]`;

export function columnIn(head: string): Filled | undefined {
  const [, name] = /\[(\w+)\]\s*$/.exec(head) ?? [];
  const found = name ?? head.trim();
  return FILLED.find((column) => column.toLowerCase() === found.toLowerCase());
}
