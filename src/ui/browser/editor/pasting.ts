import { isSafeAddress } from '../../../core/markdown/addresses';
import { gatherFootnotes } from './pasted-footnotes';
import { gatherLists } from './pasted-lists';

export interface Cleaned {
  html: string;
  /** Pictures from elsewhere that were left out. */
  images: number;
}

/** What the document dialect has a shape for; all else is taken for its words. */
const KEPT = new Set([
  ...[
    'P',
    'H2',
    'H3',
    'H4',
    'UL',
    'OL',
    'LI',
    'BLOCKQUOTE',
    'PRE',
    'HR',
    'BR',
    'TABLE',
    'TBODY',
    'TR',
    'TH',
    'TD',
  ],
  ...['STRONG', 'B', 'EM', 'I', 'S', 'DEL', 'CODE', 'A', 'SUP', 'SECTION'],
]);
const DROPPED =
  'script, style, meta, link, title, head, xml, template, iframe, object, svg, math, form, colgroup';

/**
 * HTML of word processors as what the dialect has: headings, lists, tables, links, bold and italic, footnotes. Looks,
 * comments for other programs, scripts and pictures from elsewhere are left behind.
 * @param freeLabel a name for a footnote that the text does not have yet
 */
export function cleaned(pasted: string, freeLabel: () => string): Cleaned {
  // The policy of the page forbids styles and handlers: they are only looked at, under other names.
  const inert = pasted
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[^<>]*>/g, (tag) => tag.replace(/[\s/](style|on\w+)(\s*=)/gi, ' data-$1$2'));
  const { body } = new DOMParser().parseFromString(inert, 'text/html');
  dropComments(body);
  for (const node of body.querySelectorAll(DROPPED)) node.remove();
  const images = body.querySelectorAll('img, picture, video, audio');
  for (const image of images) image.remove();
  gatherFootnotes(body, freeLabel);
  gatherLists(body);
  namedHeadings(body);
  marksOfStyles(body);
  flatCells(body);
  for (const link of body.querySelectorAll('a')) safeLink(link);
  bare(body);
  return { html: body.innerHTML, images: images.length };
}

function dropComments(body: HTMLElement): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

export function renamed(node: Element, tag: string): HTMLElement {
  const other = node.ownerDocument.createElement(tag);
  other.append(...node.childNodes);
  node.replaceWith(other);
  return other;
}

/** Below the title of the chapter: where a text has headings of the first rank, all go down by one. */
function namedHeadings(body: HTMLElement): void {
  for (const title of body.querySelectorAll('.MsoTitle')) renamed(title, 'h1');
  const by = body.querySelector('h1') ? 1 : 0;
  for (const heading of [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')])
    renamed(heading, `h${Math.min(4, Math.max(2, Number(heading.tagName.slice(1)) + by))}`);
  // A heading is bold by itself.
  for (const bold of body.querySelectorAll(':is(h2, h3, h4) :is(b, strong)'))
    bold.replaceWith(...bold.childNodes);
}

const BOLD = /(?<![\w-])font-weight:\s*(?:bold|[6-9]00)/i;
const PLAIN = /(?<![\w-])font-weight:\s*(?:normal|[1-4]00)/i;
const ITALIC = /(?<![\w-])font-style:\s*italic/i;
const STRUCK = /(?<![\w-])text-decoration[^;]*line-through/i;

function marksOfStyles(body: HTMLElement): void {
  for (const node of body.querySelectorAll<HTMLElement>('[data-style]')) {
    const style = node.dataset['style']!;
    if (/^(B|STRONG)$/.test(node.tagName)) {
      if (PLAIN.test(style)) node.replaceWith(...node.childNodes);
      continue;
    }
    if (node.tagName !== 'SPAN') continue;
    if (BOLD.test(style) && !node.closest('h2, h3, h4')) wrapped(node, 'strong');
    if (ITALIC.test(style)) wrapped(node, 'em');
    if (STRUCK.test(style)) wrapped(node, 's');
  }
}

function wrapped(node: HTMLElement, tag: string): void {
  const mark = node.ownerDocument.createElement(tag);
  mark.append(...node.childNodes);
  node.append(mark);
}

/** A cell holds one line: paragraphs follow each other, lists and tables within it give their words. */
function flatCells(body: HTMLElement): void {
  for (const cell of body.querySelectorAll('td, th')) {
    if (cell.querySelector('table')) cell.textContent = cell.textContent;
    for (const block of cell.querySelectorAll('p, div, li, ul, ol, h2, h3, h4, blockquote')) {
      block.after(' ');
      block.replaceWith(...block.childNodes);
    }
    for (const line of cell.querySelectorAll('br')) line.replaceWith(' ');
    for (const part of ['colspan', 'rowspan']) cell.removeAttribute(part);
  }
}

function safeLink(link: HTMLAnchorElement): void {
  const address = direct(link.getAttribute('href') ?? '');
  if (isSafeAddress(address) && !address.startsWith('#')) link.setAttribute('href', address);
  else link.replaceWith(...link.childNodes);
}

/** Google Docs leads everywhere by way of itself. */
function direct(address: string): string {
  if (!/^https:\/\/www\.google\.com\/url\?/.test(address)) return address;
  return new URL(address).searchParams.get('q') ?? address;
}

const ATTRIBUTES: Record<string, string[]> = {
  A: ['href'],
  OL: ['start'],
  SUP: ['data-note'],
  SECTION: ['data-note'],
};

/** From the innermost outwards, so that what is unwrapped has been seen. */
function bare(body: HTMLElement): void {
  for (const node of [...body.querySelectorAll('*')].reverse()) {
    const note = /^(SUP|SECTION)$/.test(node.tagName) && !node.hasAttribute('data-note');
    const empty =
      /^(P|H2|H3|H4|B|STRONG|I|EM)$/.test(node.tagName) &&
      !/\S/.test(node.textContent) &&
      !node.querySelector('br');
    if (empty && !node.closest('td, th, li')) {
      if (/^(P|H\d)$/.test(node.tagName)) node.remove();
      else node.replaceWith(...node.childNodes);
    } else if (/^(DIV|ARTICLE|MAIN)$/.test(node.tagName)) unboxed(node);
    else if (note || !KEPT.has(node.tagName)) node.replaceWith(...node.childNodes);
    else
      for (const { name } of [...node.attributes])
        if (!ATTRIBUTES[node.tagName]?.includes(name)) node.removeAttribute(name);
  }
  for (const text of textsIn(body))
    text.data = text.data.replace(/[\t\r\n ]+/g, ' ').replace(/(?:\u00a0 | \u00a0)[\u00a0 ]*/g, ' ');
}

/** A box of words alone is a paragraph. */
function unboxed(node: Element): void {
  const blocks = node.querySelector('p, h2, h3, h4, ul, ol, table, blockquote, pre, section, hr');
  if (blocks || !/\S/.test(node.textContent)) node.replaceWith(...node.childNodes);
  else renamed(node, 'p');
}

function textsIn(body: HTMLElement): Text[] {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.filter((text) => !text.parentElement?.closest('pre'));
}
