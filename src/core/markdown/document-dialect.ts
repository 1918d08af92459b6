import type { MarkdownIt } from 'markdown-it';
import container from 'markdown-it-container';
import { INCLUSIONS, REFERENCES, TONES } from '../documents/document';

/** The name of the containers' tokens: what they are stands behind the colons. */
export const BOX = 'box';

const WRITTEN = new RegExp(`^ *(?:(${TONES.join('|')})|(${INCLUSIONS.join('|')}) +([\\w-]{1,120})) *$`);
/** Own things by what they are: a chapter by its slug, a figure by its file. */
const REFERENCE = new RegExp(`^(${REFERENCES.join('|')}):([\\w-]{1,120})$`);
const FILE = /^\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
/** A paragraph that is nothing but a picture. */
const FIGURE = /^!\[((?:[^[\]\\]|\\.)*)\]\(([^\s()]+)\)$/s;

export type Box = { tone: (typeof TONES)[number] } | { what: (typeof INCLUSIONS)[number]; of: string };

/** What stands behind the colons. */
export function boxOf(parameters: string): Box | undefined {
  const [, tone, what, of] = WRITTEN.exec(parameters) ?? [];
  if (tone) return { tone: tone as (typeof TONES)[number] };
  return what && of ? { what: what as (typeof INCLUSIONS)[number], of } : undefined;
}

export function referenceOf(address: string): { to: (typeof REFERENCES)[number]; of: string } | undefined {
  const [, to, of] = REFERENCE.exec(address) ?? [];
  return to && of ? { to: to as (typeof REFERENCES)[number], of } : undefined;
}

export const fileOf = (address: string): string | undefined => FILE.exec(address)?.[1]?.toLowerCase();

/** Where the caption stands in a paragraph that is a figure. */
export function captionIn(paragraph: string): [number, number] | undefined {
  const [, caption, address] = FIGURE.exec(paragraph) ?? [];
  if (caption === undefined || !fileOf(address!)) return undefined;
  return [2, 2 + caption.length];
}

/** What published prose has beyond posts: boxes, own pictures, references by number. */
export function documentDialect(markdown: MarkdownIt): void {
  markdown.use(container, BOX, { validate: (parameters: string) => boxOf(parameters) !== undefined });
  markdown.enable('image');
}
