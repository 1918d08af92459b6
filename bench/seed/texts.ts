import { renderMarkdown } from '../../src/core/markdown/markdown';
import type { Locale } from '../../src/core/i18n/locales';
import { PHRASES, type Phrases } from './phrases';

export interface Text {
  locale: Locale;
  body: string;
  html: string;
}

/** Different texts in each language. */
const PER_LOCALE = 12;
/** Characters that a text has, about. */
const LENGTH = 640;

/** Posts as people write them: paragraphs, some with lists, links, emphasis or a quotation. The same every time. */
export function seedTexts(): Text[] {
  return Object.entries(PHRASES).flatMap(([locale, phrases]) =>
    Array.from({ length: PER_LOCALE }, (_, turn) => {
      const body = write(phrases, turn);
      return { locale, body, html: renderMarkdown(body, '') };
    }),
  );
}

function write({ sentences, points, quotation, link }: Phrases, turn: number): string {
  let next = turn * 5;
  const say = () => sentences[next++ % sentences.length]!;
  const blocks = [`${say()} ${say()}`];
  if (turn % 3 === 0) blocks.push(points.map((point) => `- ${point}`).join('\n'));
  if (turn % 3 === 1) blocks.push(`> ${quotation}`);
  if (turn % 4 === 2) blocks.push(points.map((point, index) => `${index + 1}. **${point}**`).join('\n'));
  if (turn % 2 === 0) blocks.push(`${link} [example.org](https://example.org/${turn}).`);
  while (blocks.join('\n\n').length < LENGTH - 160) blocks.push(`${say()} *${say()}*`);
  blocks.push(say());
  return blocks.join('\n\n');
}
