import type { MarkdownIt } from 'markdown-it';
import { Invalid } from '../errors/refusal';
import { ruleOf } from './rule';

/** Quotes in quotes in lists: what stands deeper than this would be left out without a word. */
export const DEEPEST = 40;
/** What is longer is not made a link: its end would be looked for again from every place inside it. */
const LONGEST_ADDRESS = 2000;
const LONGEST_FOOTNOTE_NAME = 60;

/** Tables and footnotes make much out of little: a post as HTML is so many times as large as its text at most. */
const GROWTH = 6;
const ALWAYS_ALLOWED = 10_000;
/** Tokens per character, likewise. */
const DENSITY = 3;
const TOKENS_ALLOWED = 1000;

/** What nobody can have written to be read. */
export const tooIntricate = () => Invalid.field('body', 'errors:field.too_intricate');

/** @throws Invalid */
export function assertModest(html: string, body: string): void {
  if (html.length > ALWAYS_ALLOWED + GROWTH * body.length) throw tooIntricate();
}

/** Takes from markdown-it what costs by the square of a text's length, or more (docs/decisions/006). */
export function bounded(markdown: MarkdownIt): void {
  markdown.linkify.add('//').add('ftp:');
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, maxLength: LONGEST_ADDRESS });
  markdown.disable('footnote_inline');
  boundFootnotes(markdown);
  boundBlocks(markdown);
}

/** Only a short name is looked for its end, so that a thousand beginnings without one are nothing. */
function boundFootnotes({ inline: { ruler } }: MarkdownIt): void {
  const begins = new RegExp(`\\[\\^[^\\s\\]]{1,${LONGEST_FOOTNOTE_NAME}}\\]`, 'y');
  const refer = ruleOf(ruler, 'footnote_ref');
  ruler.at('footnote_ref', (state, silent) => {
    begins.lastIndex = state.pos;
    return begins.test(state.src) && refer(state, silent);
  });
}

/** A text that is too deep or makes too much is given up as soon as that shows. */
function boundBlocks({ block }: MarkdownIt): void {
  block.State = class extends block.State {
    override push(...[type, tag, nesting]: Parameters<InstanceType<typeof block.State>['push']>) {
      const tooDeep = nesting > 0 && this.level >= DEEPEST - 1 && type !== 'paragraph_open';
      if (tooDeep || this.tokens.length > TOKENS_ALLOWED + DENSITY * this.src.length) throw tooIntricate();
      return super.push(type, tag, nesting);
    }
  };
}
