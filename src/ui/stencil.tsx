import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import { ReadingContext, useReading, type Reading } from './language';

/** Two characters that no text of people holds: the hub refuses control characters. */
const OPEN = '\u0001';
const CLOSE = '\u0002';

const MEANING: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => MEANING[sign]!) : text;

/** Literal HTML and the names of words, in turn. */
const drawn = new Map<string, string[]>();

interface StencilProps<Words extends Record<string, string>> {
  /** Name of the part, with everything that makes its drawing another one: the shape. Never a text of people. */
  shape: readonly (string | boolean | undefined)[];
  /** What stands in its places. */
  words: Words;
  /** Names of the words that are HTML already, from the hub's Markdown renderer only. */
  html?: readonly (keyof Words & string)[];
  /** Draws the part with marks in the place of the words: it must put them down as they are, and not look at them. */
  draw: (words: Words) => VNode;
}

/**
 * A part that is drawn very often, such as a post: drawn once for each of its shapes, and from then on filled in.
 * Many times faster than drawing, and still described in one place only.
 */
export function Stencil<Words extends Record<string, string>>(props: StencilProps<Words>) {
  const reading = useReading();
  const { language, demo, development } = reading;
  const id = [language.locale, demo, development, ...props.shape].join(' ');
  let pieces = drawn.get(id);
  if (!pieces) drawn.set(id, (pieces = cut(props, reading)));
  return jsxTemplate([fill(pieces, props)]);
}

function cut<Words extends Record<string, string>>(
  { words, draw }: StencilProps<Words>,
  reading: Reading,
): string[] {
  const marks = Object.fromEntries(Object.keys(words).map((name) => [name, OPEN + name + CLOSE])) as Words;
  const part = <ReadingContext.Provider value={reading}>{draw(marks)}</ReadingContext.Provider>;
  return renderToString(part).split(/\u0001(\w+)\u0002/);
}

function fill<Words extends Record<string, string>>(
  pieces: string[],
  { words, html = [] }: StencilProps<Words>,
): string {
  let filled = pieces[0]!;
  for (let place = 1; place < pieces.length; place += 2) {
    const name = pieces[place]!;
    const text = words[name]!;
    filled += (html.includes(name) ? text : escaped(text)) + pieces[place + 1]!;
  }
  return filled;
}
