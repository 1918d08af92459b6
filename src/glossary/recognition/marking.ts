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

/**
 * Safe HTML with a link where a concept is named for the first time. What it is made of stays as it is, character by
 * character: only links are put round words of its text.
 */
export function marked(html: string, recogniser: Recogniser, href: (slug: string) => string): string {
  const seen = new Set<string>();
  let closed = 0;
  return html.replace(PARTS, (part: string, end: string | undefined, name: string | undefined) => {
    if (name !== undefined) {
      if (LEFT_ALONE.has(name.toLowerCase())) closed = Math.max(0, closed + (end ? -1 : 1));
      return part;
    }
    if (closed > 0 || part.startsWith('<')) return part;
    return markedText(part, recogniser, seen, href);
  });
}

function markedText(
  text: string,
  recogniser: Recogniser,
  seen: Set<string>,
  href: (slug: string) => string,
): string {
  const plain = text.replace(ENTITY, (entity) => '\u0003'.repeat(entity.length));
  let made = '';
  let done = 0;
  for (const { start, end, conceptId, slug, standing } of recogniser.recognise(plain)) {
    if (standing === 'forbidden' || seen.has(conceptId)) continue;
    seen.add(conceptId);
    made += `${text.slice(done, start)}<a class="term" href="${href(slug)}" data-concept="${slug}">${text.slice(start, end)}</a>`;
    done = end;
  }
  return made + text.slice(done);
}
