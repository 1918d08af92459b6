import { data, fill } from './data';
import { part, slot } from './slots';
import type { Post, Translation } from './wire';

const { base, words } = data;

/** The translation that this reader is shown; undefined: the original. The same as on the server. */
export function shownTranslation({ locale, translations }: Post): Translation | undefined {
  for (const wished of data.reading) {
    if (wished === locale) return undefined;
    const found = translations.find((translation) => translation.locale === wished);
    if (found) return found;
  }
  return undefined;
}

/** The words are HTML that the hub has made out of Markdown and that holds no markup of people's. */
export function drawWords(article: HTMLElement, post: Post): void {
  const said = part('said', article);
  drawGone(article, post);
  if (post.withdrawnAt) return said.remove();
  const translation = shownTranslation(post);
  const text = said.querySelector<HTMLElement>('.said-text')!;
  text.lang = translation?.locale ?? post.locale;
  text.innerHTML = translation?.html ?? post.html;
  said.classList.toggle('by-machine', translation?.status === 'machine');
  if (translation) drawTranslated(part('translated', said), post, translation);
  else part('translated', said).remove();
}

/** Which of the reasons stands in the place of the words, if any. */
function drawGone(article: HTMLElement, { withdrawnAt, hiddenAt, movedTo }: Post): void {
  const gone = withdrawnAt === null ? undefined : movedTo ? 'moved' : hiddenAt ? 'hidden' : 'withdrawn';
  for (const reason of ['withdrawn', 'hidden', 'moved']) if (reason !== gone) part(reason, article).remove();
  if (movedTo) part('moved', article).querySelector('a')!.href = `${base}/posts/${movedTo.id}`;
}

function drawTranslated(about: HTMLElement, post: Post, { status, by, outdated, warned }: Translation): void {
  const state = part('state', about).querySelector('.state')!;
  state.className = `state state-${status}`;
  state.textContent = fill(words.translated[status] ?? '', { from: words.from[post.locale] ?? '' });
  if (by) part('by', about).textContent = by;
  else slot('by', about)?.remove();
  if (!outdated) slot('outdated', about)?.remove();
  if (!warned) slot('warned', about)?.remove();
  part('beside', about).querySelector('a')!.href = `${base}/texts/post/${post.id}`;
  const original = part('original', about).querySelector<HTMLElement>('.said-text')!;
  original.lang = post.locale;
  original.innerHTML = post.html;
}
