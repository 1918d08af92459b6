import type { MarkdownIt, Token } from 'markdown-it';

/** Somebody who is called in a text: who, and where the name ends. */
export interface Found {
  /** Stands in the HTML; tells who it is. */
  key: string;
  end: number;
}

/** Says who is meant by the `@` at a place of a line. */
export type MentionFinder = (line: string, at: number) => Found | undefined;

/** The end of a word, an address of mail or of the web: no beginning of a name. */
const WITHIN_A_WORD = /[\p{L}\p{N}.@/\\_+%-]$/u;

/** Whether an `@` behind these words calls somebody. */
export const mayCall = (before: string): boolean => !WITHIN_A_WORD.test(before);

/** Marks who is called, outside of code, of links and of what is quoted; only where the caller says how to find them. */
export function mentions(markdown: MarkdownIt): void {
  markdown.core.ruler.after('linkify', 'mentions', ({ tokens, env, Token }) => {
    const { mention } = env as { mention?: MentionFinder };
    if (!mention) return;
    let quoted = 0;
    for (const token of tokens) {
      if (/^blockquote_/.test(token.type)) quoted += token.nesting;
      if (token.type !== 'inline' || quoted > 0 || !token.content.includes('@')) continue;
      token.children = marked(token.children ?? [], mention, (type) => new Token(type, '', 0));
    }
  });
  markdown.renderer.rules['mention'] = (tokens, place) => {
    const { info, content } = tokens[place]!;
    const { escapeHtml } = markdown.utils;
    return `<span class="mention" data-mention="${escapeHtml(info)}">${escapeHtml(content)}</span>`;
  };
}

type MakeToken = (type: string) => Token;

function marked(children: Token[], mention: MentionFinder, make: MakeToken): Token[] {
  let linked = 0;
  return children.flatMap((child, place) => {
    if (/^link_/.test(child.type)) linked += child.nesting;
    if (child.type !== 'text' || linked > 0 || !child.content.includes('@')) return [child];
    return split(child, children[place - 1], mention, make);
  });
}

function split(text: Token, previous: Token | undefined, mention: MentionFinder, make: MakeToken): Token[] {
  const { content, level } = text;
  const before = previous?.type === 'text_special' ? previous.content : '';
  const parts: Token[] = [];
  const add = (type: string, words: string, info = '') => {
    if (words) parts.push(Object.assign(make(type), { content: words, info, level }));
  };
  let done = 0;
  for (let at = content.indexOf('@'); at !== -1; at = content.indexOf('@', Math.max(at + 1, done))) {
    const found = mayCall(before + content.slice(Math.max(0, at - 2), at)) && mention(content, at);
    if (!found) continue;
    add('text', content.slice(done, at));
    add('mention', content.slice(at, found.end), found.key);
    done = found.end;
  }
  add('text', content.slice(done));
  return parts;
}
