import MarkdownIt, { type MarkdownIt as Grammar } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { isSafeAddress } from './addresses';
import { DEEPEST, bounded } from './bounded';
import { documentDialect, referenceOf } from './document-dialect';

/** The grammar of published prose: the only one, for what is shown, printed and edited. */
export function documentGrammar(): Grammar {
  const markdown = new MarkdownIt('default', {
    html: false,
    linkify: true,
    typographer: false,
    breaks: false,
    maxNesting: DEEPEST,
  })
    .use(footnote)
    .use(bounded)
    .use(documentDialect);
  markdown.validateLink = (address) => referenceOf(address) !== undefined || isSafeAddress(address);
  return markdown;
}
