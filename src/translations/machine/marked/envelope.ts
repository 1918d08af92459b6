import type { Wire } from './wire';

const TAGS = { xml: 't', html: 'p' } as const;

/** Puts a text into a cover with its name on it, so that it is known whose answer comes back, in any order. */
export const enveloped = (name: string, text: string, wire: Wire): string =>
  `<${TAGS[wire]} id="${name}">${text}</${TAGS[wire]}>`;

/**
 * The texts by the names on their covers. A name that came twice is left out like one that did not come: nobody can
 * say which of the two was meant.
 */
export function openEnvelopes(answer: string, wire: Wire): Map<string, string> {
  const tag = TAGS[wire];
  const pattern = new RegExp(
    `<\\s*${tag}\\s+id\\s*=\\s*["'“”]?\\s*([a-z\\d]{1,40}-\\d{1,6})\\s*["'“”]?\\s*>(.*?)<\\s*/\\s*${tag}\\s*>`,
    'gis',
  );
  const found = new Map<string, string>();
  const doubled = new Set<string>();
  for (const [, name, text] of answer.matchAll(pattern)) {
    const key = name!.toLowerCase();
    if (found.has(key)) doubled.add(key);
    found.set(key, text!);
  }
  for (const key of doubled) found.delete(key);
  return found;
}
