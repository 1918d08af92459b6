import type { Token } from 'markdown-it';
import { documentGrammar } from '../../../core/markdown/document-grammar';
import { ruleOf } from '../../../core/markdown/rule';

/** The hub's own grammar; footnotes and the addresses of links stay where they are written. */
export const grammar = documentGrammar().disable(['footnote_tail', 'strip_references']);

/** The plugin does not say on which lines a footnote stands. */
const define = ruleOf(grammar.block.ruler, 'footnote_def');
grammar.block.ruler.at(
  'footnote_def',
  (state, start, end, silent) => {
    const place = state.tokens.length;
    const found = define(state, start, end, silent);
    const open = state.tokens[place];
    if (found && !silent && open) open.map = [start, state.line];
    return found;
  },
  { alt: ['paragraph', 'reference'] },
);

/** Footnotes that are explained elsewhere in the text. */
export type Labels = Iterable<string>;

export function tokensOf(source: string, labels: Labels = []): Token[] {
  const refs = Object.fromEntries([...labels].map((label) => [`:${label}`, -1]));
  return grammar.parse(source, { footnotes: { refs } });
}

export const inlineTokensOf = (source: string): Token[] => grammar.parseInline(source, {});
