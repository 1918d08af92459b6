import MarkdownIt, { type Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { isSafeAddress } from './addresses';
import { DEEPEST, assertModest, bounded, tooIntricate } from './bounded';
import { mentions, type MentionFinder } from './mentions';
import { within } from './time-limit';

/** Below the h2 of the list of posts and the name of the author. */
const FIRST_HEADING = 4;
/** Below the h2 of a section. */
const BELOW_SECTION = 3;

/** Milliseconds that a text may take. */
const PATIENCE = 200;
/** Characters that cannot take so long, whatever they are. */
const HARMLESS = 2000;

const markdown = new MarkdownIt('default', {
  html: false,
  linkify: true,
  typographer: false,
  breaks: true,
  maxNesting: DEEPEST,
})
  .use(footnote)
  .use(bounded)
  .use(mentions)
  .disable('image');

markdown.validateLink = isSafeAddress;

const { rules } = markdown.renderer;

/** A type and no interface: the renderer adds to it. */
type Environment = { docId?: string; firstHeading?: number; mention?: MentionFinder };

markdown.core.ruler.push('headings', ({ tokens, env }) => {
  const first = (env as Environment).firstHeading ?? FIRST_HEADING;
  for (const token of tokens) {
    if (!/^heading_(open|close)$/.test(token.type)) continue;
    token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + first - 1)}`;
  }
});

rules['link_open'] = (tokens, index, options, _env, self) => {
  const token = tokens[index]!;
  if (/^https?:/i.test(String(token.attrGet('href')))) token.attrSet('rel', 'nofollow ugc noopener');
  return self.renderToken(tokens, index, options);
};
rules['table_open'] = () => '<div class="scroll" tabindex="0" role="group"><table class="data">\n';
rules['table_close'] = () => '</table></div>\n';
/** By a class: no page of the hub lets styles stand in its text. */
for (const cell of ['th_open', 'td_open'])
  rules[cell] = (tokens, index, options, _env, self) => {
    const token = tokens[index]!;
    const side = /center|right/.exec(String(token.attrGet('style')))?.[0];
    token.attrs = side ? [['class', `align-${side}`]] : null;
    return self.renderToken(tokens, index, options);
  };

/**
 * The safe subset of Markdown as HTML: no raw HTML, no images, only http, https, mailto and own links.
 * Footnotes carry the post's id, so that two posts on one page do not share anchors.
 * @param mention says who is called by an `@`; without it nobody is
 * @throws Invalid for a text that would take too long or become too large: it cannot be a post
 */
export function renderMarkdown(body: string, postId: string, mention?: MentionFinder): string {
  const environment: Environment = { docId: postId.slice(0, 8), ...(mention && { mention }) };
  const html = patiently(body, () => markdown.render(body, environment));
  assertModest(html, body);
  return html;
}

/** A part of a text as it is read: a paragraph, a whole list, a table. */
export interface ReadBlock {
  html: string;
  /** As it was written; empty for the footnotes, which are gathered at the end. */
  source: string;
}

/**
 * The same, paragraph by paragraph, so that two languages can stand beside each other below an h2.
 * @throws Invalid likewise
 */
export function renderBlocks(body: string, id: string): ReadBlock[] {
  const environment: Environment = { docId: id.slice(0, 8), firstHeading: BELOW_SECTION };
  const blocks = patiently(body, () => blocksIn(body, markdown.parse(body, environment), environment));
  assertModest(blocks.map(({ html }) => html).join(''), body);
  return blocks;
}

function blocksIn(body: string, tokens: Token[], environment: Environment): ReadBlock[] {
  const lines = body.split('\n');
  const blocks: ReadBlock[] = [];
  let start = 0;
  let depth = 0;
  tokens.forEach(({ nesting }, place) => {
    depth += nesting;
    if (depth > 0) return;
    const own = tokens.slice(start, place + 1);
    const html = markdown.renderer.render(own, markdown.options, environment);
    const [from, to] = own[0]!.map ?? [0, 0];
    if (html.trim()) blocks.push({ html, source: lines.slice(from, to).join('\n').trim() });
    start = place + 1;
  });
  return blocks;
}

/** The same text taken apart, for those who look at its form. @throws Invalid likewise */
export function parseMarkdown(body: string): Token[] {
  return patiently(body, () => markdown.parse(body, {}));
}

function patiently<Result>(body: string, work: () => Result): Result {
  const result = body.length <= HARMLESS ? work() : within(PATIENCE, work);
  if (result === undefined) throw tooIntricate();
  return result;
}
