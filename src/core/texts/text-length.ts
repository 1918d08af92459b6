import type { TextString } from './text-kind';

const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Letters, figures and marks that are always one character each: almost everything that people here write. */
const PLAIN = /^[\n\u0020-\u007E\u00A0-\u02FF\u0400-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u203B\u20AC]*$/;

/** Characters as readers see them: an emoji is one, a letter with its mark is one. */
export function visibleLength(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let count = 0;
  for (const _ of SEGMENTER.segment(text)) count += 1;
  return count;
}

/** How long a string is, in what its limit counts. */
export const lengthOf = (text: string, { visible }: Pick<TextString, 'visible'>): number =>
  visible ? visibleLength(text) : text.length;

/** What a translation may be long: where readers' characters count, languages that say it in more of them get a quarter more. */
export const longest = ({ limit, visible }: Pick<TextString, 'limit' | 'visible'>): number =>
  visible ? Math.ceil(limit * 1.25) : limit;
