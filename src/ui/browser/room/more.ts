import { carryInto } from './concluding';
import { slot } from './slots';
import { readPage } from './wire';

/** What else can be done with a post opens as a menu at its place, when somebody asks for it; else as a page. */
export function openActionsInPlace(): void {
  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>('[data-slot="more"] > a');
    if (!link) return;
    event.preventDefault();
    void open(link);
  });
}

async function open(link: HTMLAnchorElement): Promise<void> {
  if (link.getAttribute('aria-busy')) return;
  link.setAttribute('aria-busy', 'true');
  const page = await readPage(link.href).catch(() => undefined);
  const actions = page && slot('actions', page);
  if (!actions) {
    location.href = link.href;
    return;
  }
  const menu = menuOf(link, actions);
  link.replaceWith(menu);
  const article = menu.closest<HTMLElement>('article.post');
  if (article) carryInto(article);
  menu.querySelector('summary')?.focus();
}

/** As `Menu` is drawn by the hub. Made anew each time, since what may be done changes. */
function menuOf(link: HTMLAnchorElement, actions: HTMLElement): HTMLDetailsElement {
  const menu = document.createElement('details');
  menu.className = 'menu export';
  menu.open = true;
  const summary = document.createElement('summary');
  summary.textContent = link.textContent;
  const panel = document.createElement('div');
  panel.className = 'menu-panel';
  panel.append(...actions.childNodes);
  menu.append(summary, panel);
  menu.addEventListener('keydown', lead);
  menu.addEventListener('toggle', () => {
    if (menu.open || !menu.isConnected) return;
    const hadFocus = menu.contains(document.activeElement);
    link.removeAttribute('aria-busy');
    menu.replaceWith(link);
    if (hadFocus) link.focus();
  });
  return menu;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrows lead from entry to entry, and from the last to the first. */
function lead(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const entries = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.menu-panel a')];
  const here = entries.indexOf(document.activeElement as HTMLElement);
  const next = here < 0 && step < 0 ? entries.length - 1 : here + step;
  entries[(next + entries.length) % entries.length]?.focus();
}
