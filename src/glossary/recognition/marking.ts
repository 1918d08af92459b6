import type { Recogniser } from './recogniser';

/** Links, code and headings are left as they are: a link within a link is none. */
const LEFT_ALONE = new Set([
  'a',
  'button',
  'code',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'script',
  'style',
  'textarea',
]);
const PARTS = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>|<[^>]*>|[^<]+|</g;
/** `&amp;` is no word: something as long as it stands in its place while words are looked for. */
const ENTITY = /&(?:[a-zA-Z]+|#\d+|#x[\da-fA-F]+);/g;

/** A term in safe HTML: where it begins and ends there, and the concept that it names. */
export interface TermMark {
  start: number;
  end: number;
  slug: string;
}

/** Where a concept is named for the first time in the text of safe HTML. */
export function termsIn(html: string, recogniser: Recogniser): TermMark[] {
  const marks: TermMark[] = [];
  if (recogniser.empty) return marks;
  const seen = new Set<string>();
  let closed = 0;
  for (const { 0: part, 1: end, 2: name, index } of html.matchAll(PARTS)) {
    if (name !== undefined) {
      if (LEFT_ALONE.has(name.toLowerCase())) closed = Math.max(0, closed + (end ? -1 : 1));
    } else if (closed === 0 && !part.startsWith('<')) {
      const plain = part.replace(ENTITY, (entity) => '\u0003'.repeat(entity.length));
      for (const { start, end, conceptId, slug, standing } of recogniser.recognise(plain)) {
        if (standing === 'forbidden' || seen.has(conceptId)) continue;
        seen.add(conceptId);
        marks.push({ start: index + start, end: index + end, slug });
      }
    }
  }
  return marks;
}

/** What the HTML is made of stays as it is, character by character: only links are put round words of its text. */
export function linked(html: string, marks: readonly TermMark[], href: (slug: string) => string): string {
  let made = '';
  let done = 0;
  for (const { start, end, slug } of marks) {
    made += `${html.slice(done, start)}<a class="term" href="${href(slug)}" data-concept="${slug}">${html.slice(start, end)}</a>`;
    done = end;
  }
  return made + html.slice(done);
}
