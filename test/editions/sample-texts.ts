import type { BookWords } from '../../src/editions/book';
import texts from './samples.json';

type Texts = (typeof texts)['en'];

/** Made-up words for a made-up book, under nobody's name. */
export interface Sample extends Omit<Texts, 'facts' | 'words'> {
  facts: [label: string, value: string][];
  words: Omit<BookWords, 'references'>;
  /** Markdown of a chapter with everything that one may hold. */
  body(figure: string): string;
  /** @param share of the length that a case may have */
  caseBody(share: number): string;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = ([head, ...rows]: string[][]): string =>
  [row(head!), row(head!.map((_, at) => (at === 0 ? ':--' : '--:'))), ...rows.map(row)].join('\n');

function body(
  { paragraphs, headings, key, items, caption, note, see, quote, ...text }: Texts,
  figure: string,
): string {
  const [first, second, third] = paragraphs;
  return [
    `${first}[^1] ${see} [](chapter:c-1-1).`,
    `${second} **${key}**`,
    `## ${headings[0]}`,
    `${third} ${see} [](figure:${figure}).`,
    `::: key\n${key}\n:::`,
    second,
    `![${caption}](/files/${figure})`,
    `${first} [Polylog](https://hub.example/en/about)`,
    `## ${headings[1]}`,
    third,
    items.map((item) => `- ${item}`).join('\n'),
    `### ${headings[2]}`,
    `${second}[^2]`,
    table(text.table),
    `> ${quote}`,
    items.map((item, at) => `${at + 1}. ${item}`).join('\n'),
    `::: caution\n${third}\n:::`,
    first,
    `[^1]: ${note}`,
    `[^2]: ${note} ${first}`,
  ].join('\n\n');
}

/** Lengths of the fields of a case, in characters, as the template limits them. */
const LENGTHS = [600, 1500, 400, 500, 300, 500, 300, 400, 1000, 300, 450];

function caseBody({ sections, paragraphs, results, ...text }: Texts, share: number): string {
  const words = paragraphs.join(' ');
  const long = words.repeat(3);
  const fields = sections.map(
    (section, at) => `## ${section}\n\n${long.slice(0, LENGTHS[at]! * share).trimEnd()}.`,
  );
  return [...fields, `## ${results}\n\n${table(text.table)}`].join('\n\n');
}

export const SAMPLES: Record<string, Sample> = Object.fromEntries(
  Object.entries(texts).map(([locale, text]) => [
    locale,
    {
      ...text,
      facts: text.facts.map(([label, value]): [string, string] => [label!, value!]),
      body: (figure: string) => body(text, figure),
      caseBody: (share: number) => caseBody(text, share),
    },
  ]),
);
