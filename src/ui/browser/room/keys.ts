import { slot } from './slots';

const STEPS: Record<string, number> = { j: 1, k: -1 };

/**
 * Single keys in the log of a thread: from post to post, and to answer one. They work only while the focus is in a
 * post, and so never meet what somebody writes or dictates elsewhere (WCAG 2.2, 2.1.4).
 */
export function walkByKeys(): void {
  slot('keys')?.removeAttribute('hidden');
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || isField(target as Element)) return;
    const here = (target as Element).closest<HTMLElement>('.log > article.post');
    if (!here) return;
    const step = STEPS[key];
    if (step !== undefined) move(here, step);
    else if (key === 'r') slot('reply', here)?.querySelector('a')?.click();
    else return;
    event.preventDefault();
  });
}

const isField = (element: Element): boolean => element.matches('input, textarea, select, [contenteditable]');

function move(here: HTMLElement, step: number): void {
  const posts = [...document.querySelectorAll<HTMLElement>('.log > article.post')];
  const next = posts[posts.indexOf(here) + step];
  if (!next) return;
  next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}
