import { renderMarkdown } from '../../../src/core/markdown/markdown';

/** The tags of a text as it is drawn, and its code, in any order: a reader's view of its form. */
function drawn(body: string): string[] {
  const html = renderMarkdown(body, 'document');
  const code = [...html.matchAll(/<(code|pre)\b[^>]*>.*?<\/\1>/gs)].map(([found]) => found);
  return [...code, ...(html.match(/<[^>]+>/g) ?? [])].sort();
}

/** Neither looks at how the hub itself compares them: only at what a reader would see. */
export function expectSameForm(source: string, translation: string): void {
  expect(drawn(translation)).toEqual(drawn(source));
}
