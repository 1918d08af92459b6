import { slot } from './slots';

/** More than that is no quotation. */
const MOST = 2000;

/** What somebody has selected in a post goes along when she concludes from it. */
export function rememberSelection(): void {
  document.addEventListener('selectionchange', () => {
    const article = selectedPost();
    if (article) article.dataset['quote'] = String(document.getSelection()).trim();
  });
}

/** The way to a conclusion has just been drawn in this post. */
export function carryInto(article: HTMLElement): void {
  const link = slot('conclude', article)?.querySelector('a');
  if (link) link.href = withQuote(link.href, article.dataset['quote'] ?? '');
}

/** The post that all of the selection stands in. A translation is not what was said: it is not carried along. */
function selectedPost(): HTMLElement | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const { commonAncestorContainer: place } = selection.getRangeAt(0);
  const element = place instanceof Element ? place : place.parentElement;
  const said = element?.closest<HTMLElement>('[data-slot="said"]');
  const translated = said && slot('translated', said) && !element?.closest('[data-slot="original"]');
  return said && !translated ? (said.closest<HTMLElement>('article.post') ?? undefined) : undefined;
}

function withQuote(address: string, words: string): string {
  const url = new URL(address);
  if (words && words.length <= MOST) url.searchParams.set('quote', words);
  else url.searchParams.delete('quote');
  return url.href;
}
