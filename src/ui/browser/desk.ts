import { Part } from './desk/part';
import { form } from './desk/page';

/** Translating with the keyboard. Everything works without it too. */
const parts = [...(form?.querySelectorAll<HTMLElement>('[data-segment]') ?? [])].map(
  (node) => new Part(node),
);

const partOf = (target: EventTarget | null): Part | undefined =>
  parts.find(({ node }) => target instanceof Node && node.contains(target));

/** The terms of the segment that is being translated; all of them when it has none. */
function showTerms(id: string): void {
  const terms = [...document.querySelectorAll<HTMLElement>('[data-terms-of]')];
  const own = terms.filter((term) => term.dataset['termsOf']?.split(' ').includes(id));
  for (const term of terms) term.hidden = own.length > 0 && !own.includes(term);
}

function go(from: Part, step: 1 | -1): void {
  parts[parts.indexOf(from) + step]?.enter();
}

/** Not Ctrl+Alt, which is AltGr and writes characters. */
function pressed(event: KeyboardEvent): void {
  const part = partOf(event.target);
  if (!part || event.isComposing) return;
  const control = event.ctrlKey || event.metaKey;
  if (control && !event.altKey && event.key === 'Enter') {
    event.preventDefault();
    void part.save(event.shiftKey ? 'reviewed' : 'draft').then((saved) => saved && go(part, 1));
  }
  if (event.altKey && !control && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    go(part, event.key === 'ArrowDown' ? 1 : -1);
  }
}

if (form) {
  form.addEventListener('keydown', pressed);
  form.addEventListener('input', ({ target }) => partOf(target)?.typed());
  form.addEventListener('focusin', ({ target }) => {
    const current = partOf(target);
    if (!current) return;
    for (const part of parts) part.mark(part === current);
    showTerms(current.id);
  });
  form.addEventListener('click', ({ target }) => {
    const use = (target as Element).closest<HTMLElement>('[data-use]');
    if (use) partOf(use)?.use(use.dataset['use'] ?? '');
  });
  window.addEventListener('pagehide', () => parts.forEach((part) => part.keepNow()));
  for (const hidden of document.querySelectorAll<HTMLElement>('[data-keys], [data-use]'))
    hidden.hidden = false;
}
