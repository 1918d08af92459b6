import { counted, data, fill } from './data';
import { copyOf, part, slot } from './slots';
import type { Entry, Post, Reaction, Refused } from './wire';

const { base, person, words } = data;
const INSTEAD: Record<string, string> = { agree: 'disagree', disagree: 'agree' };
/** Names that stand in a post. */
const NAMES = 10;
/** Milliseconds. */
const PATIENCE = 20_000;

/** What is known of the reactions to one post. */
interface Known {
  /** Of everybody, as the hub told. */
  counts: Record<string, number>;
  /** One's own, as the hub told. */
  mine: Set<string>;
  /** What was pressed here, until the hub has told it to the room, or refused. */
  wishes: Map<string, boolean>;
  /** One request after the other, so that the last wish is the one that stays. */
  asking: Promise<void>;
  waiting: number;
}

const known = new Map<string, Known>();

/** Buttons work in place: at once, and back when the hub refuses. @param say tells why */
export function reactInPlace(say: (message: string) => void): void {
  document.getElementById('react')?.addEventListener('submit', (event) => {
    const { submitter } = event;
    if (!(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const [post = '', kind = '', act] = submitter.value.split(' ');
    wish(post, kind, act === 'give', say);
  });
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-slot="react"]');
    const article = link?.closest<HTMLElement>('[data-post]');
    if (!article || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const list = part<HTMLDetailsElement>('react', buttonsOf(article));
    list.open = true;
    list.querySelector('summary')!.focus();
  });
}

/** A post to which nobody has said anything has a link to the buttons: they come in its place. */
function buttonsOf(article: HTMLElement): HTMLElement {
  const shown = part('reactions', article);
  if (!slot('react', shown)?.matches('a')) return shown;
  const buttons = part('reactions', copyOf('post-template'));
  shown.replaceWith(buttons);
  const post = article.dataset['post']!;
  for (const link of buttons.querySelectorAll('a')) link.href = pathOf(post);
  drawButtons(article, post, knownOf(post));
  return buttons;
}

/** The hub has drawn the post anew: what it says counts. */
export function forgetReactions(article: HTMLElement): void {
  const id = article.dataset['post'] ?? '';
  if (!known.get(id)?.waiting) known.delete(id);
}

/** The part of a post that has just been drawn from the template. */
export function drawReactions(article: HTMLElement, post: Post): void {
  const buttons = slot('reactions', article);
  const mayReact = buttons !== null && !post.withdrawnAt && post.author.id !== person?.id;
  if (!mayReact) buttons?.remove();
  slot('reacted', article)?.remove();
  if (post.withdrawnAt) return;
  const of = knownOf(post.id);
  of.counts = countsIn(post.reactions);
  if (buttons) for (const link of buttons.querySelectorAll('a')) link.href = pathOf(post.id);
  drawNames(article, post.id, post.reactions);
  drawButtons(article, post.id, of);
}

/** Somebody has reacted, or taken it back. */
export function showReaction({ postId, name, kind, actorId, reactions }: Entry): void {
  const article = document.querySelector<HTMLElement>(`[data-post="${postId}"]`);
  if (!article || !postId || !kind) return;
  const of = knownOf(postId);
  if (slot('reactions', article)) buttonsOf(article);
  if (person && actorId === person.id) {
    if (name === 'reaction.given') of.mine.add(kind);
    else of.mine.delete(kind);
    settle(of);
  }
  if (reactions) {
    of.counts = countsIn(reactions);
    drawNames(article, postId, reactions);
  }
  drawButtons(article, postId, of);
}

function wish(post: string, kind: string, giving: boolean, say: (message: string) => void): void {
  const of = knownOf(post);
  const other = INSTEAD[kind];
  const wished = [kind, ...(giving && other && isPressed(of, other) ? [other] : [])];
  for (const each of wished) of.wishes.set(each, each === kind && giving);
  of.waiting += 1;
  redraw(post, of);
  of.asking = of.asking.then(async () => {
    const refusal = await ask(post, kind, giving);
    of.waiting -= 1;
    if (refusal !== undefined) {
      for (const each of wished) of.wishes.delete(each);
      say(refusal || words.reactionFailed);
    } else settle(of);
    redraw(post, of);
  });
}

/** @returns why not, in words where there are any; undefined: it is done */
async function ask(post: string, kind: string, giving: boolean): Promise<string | undefined> {
  try {
    const answer = await fetch(`/api/v1/posts/${post}/reactions/${kind}?locale=${data.locale}`, {
      method: giving ? 'PUT' : 'DELETE',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return answer.ok ? undefined : ((await answer.json()) as Refused).message;
  } catch {
    return '';
  }
}

/** What the room has heard is no longer a wish. */
function settle(of: Known): void {
  if (of.waiting > 0) return;
  for (const [kind, wished] of of.wishes) if (of.mine.has(kind) === wished) of.wishes.delete(kind);
}

function redraw(post: string, of: Known): void {
  const article = document.querySelector<HTMLElement>(`[data-post="${post}"]`);
  if (article) drawButtons(article, post, of);
}

const isPressed = ({ wishes, mine }: Known, kind: string): boolean => wishes.get(kind) ?? mine.has(kind);

function drawButtons(article: HTMLElement, post: string, of: Known): void {
  for (const kind of Object.keys(words.reactions)) {
    const holder = slot(`react-${kind}`, article);
    if (!holder) return;
    const button = holder.querySelector('button')!;
    const pressed = isPressed(of, kind);
    const count = String((of.counts[kind] ?? 0) + Number(pressed) - Number(of.mine.has(kind)));
    holder.dataset['count'] = count;
    holder.querySelector('.times')!.textContent = count;
    button.ariaPressed = String(pressed);
    button.value = `${post} ${kind} ${pressed ? 'take_back' : 'give'}`;
  }
}

function drawNames(article: HTMLElement, post: string, reactions: Reaction[]): void {
  if (!slot('reactions', article)) drawReacted(article, post, reactions);
  slot('names', article)?.replaceChildren(
    ...reactions.map((reaction) => {
      const item = document.createElement('li');
      item.textContent = whoReacted(reaction);
      return item;
    }),
  );
}

/** Who cannot react is told in words. */
function drawReacted(article: HTMLElement, post: string, reactions: Reaction[]): void {
  let told = slot('reacted', article);
  if (reactions.length === 0) return told?.remove();
  if (!told) {
    told = part('reacted', copyOf('post-template'));
    told.querySelector('a')!.href = pathOf(post);
    article.querySelector('.post-foot')!.before(told);
  }
  told.querySelector('summary')!.textContent = reactions
    .map(({ kind, count }) => `${words.reactions[kind]} ${count}`)
    .join(', ');
}

function whoReacted({ kind, count, people }: Reaction): string {
  const named = people.slice(0, NAMES);
  const values = { kind: words.reactions[kind] ?? kind, names: named.map(({ name }) => name).join(', ') };
  const more = count - named.length;
  return more > 0 ? counted(words.reactedByMore, more, values) : fill(words.reactedBy, values);
}

const pathOf = (post: string): string => `${base}/posts/${post}/reactions`;

const countsIn = (reactions: Reaction[]): Record<string, number> =>
  Object.fromEntries(reactions.map(({ kind, count }) => [kind, count]));

/** What the page shows is what was known when it was drawn. */
function knownOf(post: string): Known {
  const found = known.get(post);
  if (found) return found;
  const article = document.querySelector<HTMLElement>(`[data-post="${post}"]`);
  const shown = Object.keys(words.reactions).map((kind) => {
    const holder = article && slot(`react-${kind}`, article);
    const pressed = holder?.querySelector('button')?.ariaPressed === 'true';
    return { kind, count: Number(holder?.dataset['count'] ?? 0), pressed };
  });
  const fresh: Known = {
    counts: Object.fromEntries(shown.map(({ kind, count }) => [kind, count])),
    mine: new Set(shown.filter(({ pressed }) => pressed).map(({ kind }) => kind)),
    wishes: new Map(),
    asking: Promise.resolve(),
    waiting: 0,
  };
  known.set(post, fresh);
  return fresh;
}
