import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { charactersOf } from './glyphs';

const FOLDER = join(__dirname, 'fonts');

interface Font {
  family: string;
  bytes: Buffer;
}

let read: readonly Font[] | undefined;

/** The cuts that templates may name. */
export const fonts = (): readonly Font[] =>
  (read ??= readdirSync(FOLDER)
    .filter((name) => /\.(otf|ttf)$/.test(name))
    .map((name) => ({ family: name.split('-')[0]!, bytes: readFileSync(join(FOLDER, name)) })));

let drawn: Set<number> | undefined;

/** What can be printed upright and slanted, light and bold: what all cuts of one family have. */
function drawable(): Set<number> {
  if (drawn) return drawn;
  const families = new Set(fonts().map(({ family }) => family));
  drawn = new Set([...families].flatMap(inAllCuts));
  return drawn;
}

function inAllCuts(family: string): number[] {
  const [first, ...others] = fonts()
    .filter((font) => font.family === family)
    .map(({ bytes }) => charactersOf(bytes));
  return [...first!].filter((character) => others.every((cut) => cut.has(character)));
}

/** Marks that tell how to draw the character before them, and what has no width: nothing is lost without them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/u;
const SPACES = new Set(['\n', '\t']);
const STAND_IN = '\u25a1';

/** A text as the fonts can print it: for a run of characters that none of them has stands one empty box. */
export function printable(text: string): string {
  const known = drawable();
  let result = '';
  for (const character of text.normalize('NFC')) {
    if (known.has(character.codePointAt(0)!)) result += character;
    else if (SPACES.has(character)) result += ' ';
    else if (!UNSEEN.test(character) && !result.endsWith(STAND_IN)) result += STAND_IN;
  }
  return result;
}
