import { Invalid } from '../core/errors/refusal';
import { segmentsOf } from '../core/markdown/segments';
import type { Form, Strings, TextString } from '../core/texts/text-kind';
import { plainText } from '../search/index/plain-text';

/** Characters of a quotation at most: a passage and no chapter. */
export const QUOTE_LIMIT = 2000;

/** Words as they are compared: however the lines break, whatever marks lay them out. */
const bare = (text: string): string =>
  plainText(text.normalize('NFC'), 'markdown')
    .replace(/[*_`~#>|\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether these words stand in the text, in one of its strings. */
export function isQuoted(quote: string, strings: Strings): boolean {
  const words = bare(quote);
  return (
    words !== '' && Object.values(strings).some((string) => string !== null && bare(string).includes(words))
  );
}

/** Whether a quotation has words at all. @throws Invalid at `quote` */
export function assertWords(quote: string): void {
  if (bare(quote) === '') throw Invalid.field('quote', 'evidence:problem.quote_empty');
  if (quote.length > QUOTE_LIMIT)
    throw Invalid.field('quote', 'evidence:problem.quote_long', { limit: QUOTE_LIMIT });
}

/**
 * The paragraphs in which a quotation stands, in a translation of its text: whoever reads another language understands
 * what was said there. `null` where the two are not cut alike.
 */
export function passageIn(
  quote: string,
  strings: readonly TextString[],
  original: Strings,
  translated: Strings,
): string | null {
  for (const { name, form } of strings) {
    const [from, to] = [original[name], translated[name]];
    if (from == null || to == null || !bare(from).includes(bare(quote))) continue;
    return blocksAround(bare(quote), wordsOf(from, form), wordsOf(to, form));
  }
  return null;
}

function blocksAround(quote: string, original: string[], translated: string[]): string | null {
  const start = original.join(' ').indexOf(quote);
  if (start === -1 || original.length !== translated.length) return null;
  let end = 0;
  const touched = translated.filter((_, place) => {
    const begin = end;
    end += original[place]!.length + 1;
    return begin < start + quote.length && end - 1 > start;
  });
  return touched.join(' ');
}

const wordsOf = (text: string, form: Form): string[] =>
  segmentsOf(text, form).segments.map((each) => bare(each.text));
