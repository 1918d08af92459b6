import type { Token } from 'markdown-it';
import { Refusal } from '../../../core/errors/refusal';
import { parseMarkdown } from '../../../core/markdown/markdown';

/** A note that nothing refers to is not drawn: it is, with the rest of its text. */
const NOTES = /^ {0,3}\[\^[^\s\]]{1,60}\]:/gm;

/** Whether two texts are drawn alike, but for their words. What is too intricate to be drawn is like nothing. */
export function sameForm(one: string, other: string): boolean {
  try {
    const notes = (other.match(NOTES) ?? []).map((name) => name.trim().slice(0, -1)).join(' ');
    return formOf(`${notes}\n\n${one}`) === formOf(`${notes}\n\n${other}`);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/**
 * The form of a Markdown text without its words: blocks in their order, and in each what stands in its line,
 * in any order, since words move when they are translated.
 */
const formOf = (source: string): string => parseMarkdown(source).map(blockForm).join('\n');

function blockForm({ type, tag, level, info, content, attrs, hidden, children }: Token): string {
  if (type === 'inline')
    return `${level} ${(children ?? []).map(inlineForm).filter(Boolean).sort().join(' ')}`;
  const code = type === 'fence' || type === 'code_block' ? content : '';
  return JSON.stringify([level, type, tag, info, code, attrs ?? [], hidden]);
}

function inlineForm({ type, content, attrs, meta }: Token): string {
  if (type === 'text' || type === 'text_special') return '';
  const code = type === 'code_inline' ? content : '';
  return JSON.stringify([type, code, attrs ?? [], (meta as { label?: string } | null)?.label ?? '']);
}
