import { escapeHtml } from '../../core/documents/html';
import type { Book } from '../book';
import { accentOf } from '../../core/print/accents';

const WIDTH = 1200;
const HEIGHT = 1800;
/** Letters in a line of the title; longer words are cut by nobody. */
const LINE = 18;

/** A cover of words alone: the partnership's colour, and the title as large as it can be read small. */
export function coverDrawing({ title, subtitle, locale, partnership, edition, words }: Book): string {
  const lines = linesOf(title, LINE).slice(0, 7);
  const more = linesOf(subtitle ?? '', 34).slice(0, 4);
  const below = 520 + lines.length * 130;
  const text = (said: string, x: number, y: number, size: number) =>
    `<text x="${x}" y="${y}" font-size="${size}">${escapeHtml(said)}</text>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" xml:lang="${escapeHtml(locale)}" font-family="'Source Serif 4', Georgia, 'Noto Serif', serif" fill="#ffffff">`,
    `<title>${escapeHtml(title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${accentOf(partnership.accent)}"/>`,
    text(partnership.acronym ?? partnership.name, 120, 240, 64),
    '<rect x="120" y="300" width="960" height="4"/>',
    ...lines.map((line, place) => text(line, 120, 520 + place * 130, 108)),
    ...more.map((line, place) => text(line, 120, below + place * 68, 54)),
    text(`${words.edition} ${edition}`, 120, 1680, 48),
    '</svg>',
  ].join('\n');
}

function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
