import { data, fill } from './data';
import { dayKey, fullTimeOf, shortly, timeOf } from './moments';
import { copyOf, initials, part, slot } from './slots';
import { drawFiles } from './drawn-files';
import { drawWords, shownTranslation } from './drawn-words';
import { drawReactions } from './reactions';
import type { Post } from './wire';

const { base, person, words } = data;

const threadAddress = (post: Post, query: string): string => `${base}/threads/${post.threadId}?${query}`;
const ownAddress = (post: Post, act: string): string => `${base}/posts/${post.id}/${act}`;

/** A post as the server would have drawn it: its template, filled. */
export function drawPost(post: Post): HTMLElement {
  const article = copyOf('post-template');
  const own = post.author.id === person?.id;
  article.id = `post-${post.number}`;
  article.classList.toggle('post-own', own);
  article.classList.toggle('post-withdrawn', post.withdrawnAt !== null);
  Object.assign(article.dataset, {
    ...{ post: post.id, number: post.number, client: post.clientId },
    ...{ author: post.author.id, day: dayKey(post.publishedAt) },
  });
  drawHead(article, post, own);
  drawAnswered(article, post);
  drawWords(article, post);
  drawFiles(article, post);
  const poll = slot('poll', article);
  if (!post.pollId || post.withdrawnAt) poll?.remove();
  else if (poll) poll.dataset['poll'] = post.pollId;
  drawReactions(article, post);
  drawFoot(article, post, own);
  return article;
}

function drawHead(article: HTMLElement, post: Post, own: boolean): void {
  const { author, number } = post;
  const seat = article.querySelector('.seat')!;
  seat.textContent = initials(author.name);
  seat.classList.toggle('seat-own', own);
  const who = article.querySelector('.who')!;
  who.id = `who-${number}`;
  who.textContent = own ? words.you : author.name;
  article.setAttribute('aria-labelledby', who.id);
  const organisation = part('organisation', article);
  if (author.organisation) {
    const link = organisation.querySelector('a')!;
    link.href = `${base}/organisations/${author.organisation.slug}`;
    link.lang = author.organisation.locale;
    link.textContent = author.organisation.name;
  } else organisation.remove();
  const time = article.querySelector('time')!;
  time.dateTime = post.publishedAt;
  time.title = fullTimeOf(post.publishedAt);
  time.textContent = timeOf(post.publishedAt);
  time.closest('a')!.href = `${base}/threads/${post.threadId}?around=${number}#post-${number}`;
  if (post.withdrawnAt || shownTranslation(post)) slot('language', article)?.remove();
  else part('language', article).textContent = words.originalIn[post.locale] ?? post.locale;
}

function drawAnswered(article: HTMLElement, post: Post): void {
  const answered = part('answered', article);
  if (!post.replyTo) return answered.remove();
  const { author, number } = post.replyTo;
  const link = answered.querySelector('a')!;
  link.textContent = `${author}, ${number}`;
  link.href = document.getElementById(`post-${number}`)
    ? `#post-${number}`
    : threadAddress(post, `around=${number}#post-${number}`);
}

function drawFoot(article: HTMLElement, post: Post, own: boolean): void {
  const foot = article.querySelector('.post-foot')!;
  if (post.withdrawnAt) return foot.remove();
  const act = (name: string, address: string, may: boolean, text?: string) => {
    const found = slot(name, foot);
    const link = found?.querySelector('a');
    if (!found || !link || !may) return found?.remove();
    link.href = address;
    if (text) link.textContent = text;
  };
  act('reply', threadAddress(post, `around=${post.number}&reply=${post.id}#write`), true);
  act('quote', threadAddress(post, `around=${post.number}&quote=${post.id}#write`), true);
  act('edit', ownAddress(post, 'edit'), own);
  act('withdraw', ownAddress(post, 'withdraw'), own);
  act('report', ownAddress(post, 'report'), !own);
  act('resolve', `${base}/threads/${post.threadId}/resolve?post=${post.id}`, true);
  act('more', ownAddress(post, 'actions'), true);
  const when = post.editedAt ? shortly(post.editedAt, post.publishedAt) : '';
  act('edited', ownAddress(post, 'history'), post.editedAt !== null, fill(words.edited, { when }));
}
