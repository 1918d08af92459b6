import type { PostView } from './post.schema';
import { postPath } from '../room-paths';

/** Characters that Markdown would take for its own. */
const plain = (words: string): string => words.replace(/[\\`*_[\]<>]/g, '\\$&');

/**
 * A post's own words as a quotation in Markdown, with its author and a link to it.
 * What the post itself quotes is left out, unless there is nothing else.
 */
export function quotation({ body, author, threadId, number }: PostView): string {
  const lines = body.split('\n');
  const own = lines.filter((line) => !/^\s*>/.test(line));
  const said = (own.some((line) => line.trim()) ? own : lines).join('\n').trim();
  if (!said) return '';
  const who = [author.name, author.organisation?.name, String(number)].filter((part) => part !== undefined);
  const source = `[${plain(who.join(', '))}](${postPath(threadId, number)})`;
  return `${[...said.split('\n'), '', `— ${source}`].map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`;
}
