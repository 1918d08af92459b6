import { isWritable, writableParts } from './write-xml';

/** The same, without the characters that XML cannot hold: nobody sees them, and with them nothing can be read. */
export function writable<Of>(value: Of): Of {
  if (typeof value === 'string') return written(value) as Of;
  if (Array.isArray(value)) return value.map((each: unknown) => writable(each)) as Of;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [written(name), writable(each as unknown)]),
  ) as Of;
}

function written(text: string): string {
  if (isWritable(text)) return text;
  return writableParts(text)
    .map(({ text: part, writable: may }) => (may ? part : ''))
    .join('');
}
