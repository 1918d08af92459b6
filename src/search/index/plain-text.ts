import { type Form, isMarkdown } from '../../core/texts/text-kind';

/** What Markdown adds to words; each is looked for in one pass over the text. */
const MARKDOWN: readonly [RegExp, string][] = [
  [/^[ \t]*(?:```|~~~|:::)[^\n]*$/gm, ''],
  [/!?\[([^\][\n]*)\]\([^()\s]{0,2000}[^()\n]{0,200}\)/g, '$1'],
  [/<(https?:[^<>\s]*)>/g, '$1'],
  [/\[\^[^\]\n]{0,60}\]:?/g, ''],
  [/^[ \t]{0,12}(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+/gm, ''],
  [/^[ \t]*[|:\- \t]+$/gm, ''],
  [/[*`~]+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, ''],
  [/\|/g, ' '],
  [/\\(?=[!-/:-@[-`{-~])/g, ''],
];

/** The words of a text without what lays them out, on one line. */
export function plainText(text: string, form: Form): string {
  const bare = isMarkdown(form)
    ? MARKDOWN.reduce((words, [mark, by]) => words.replace(mark, by), text)
    : text;
  return bare.replace(/\s+/g, ' ').trim();
}
