/**
 * What a term means, where it stands in a text: on hover, focus and tap. Without this the term is a link to its page.
 * There is one tip for the whole page, at the end of what it is about.
 */
interface Told {
  word: string;
  locale: string;
  unverified: string | null;
  definition: string;
  definitionLocale: string;
  /** How the definition came to be, when it is not simply what was written. */
  state: string | null;
  elsewhere: { locale: string; word: string }[];
}

const WAIT = 150;
const known = new Map<string, Promise<Told | undefined>>();
const lang = document.documentElement.lang;

let tip: HTMLElement | undefined;
let term: HTMLAnchorElement | undefined;
let soon: ReturnType<typeof setTimeout> | undefined;

const termAt = (target: EventTarget | null): HTMLAnchorElement | undefined =>
  (target instanceof Element && target.closest<HTMLAnchorElement>('a.term[data-concept]')) || undefined;

async function ask(concept: string): Promise<Told | undefined> {
  const answer = await fetch(`/api/v1/glossary/${concept}/tip?locale=${lang}`);
  return answer.ok ? ((await answer.json()) as Told) : undefined;
}

function told(concept: string): Promise<Told | undefined> {
  let found = known.get(concept);
  if (!found) {
    found = ask(concept).catch(() => undefined);
    known.set(concept, found);
    void found.then((facts) => facts ?? known.delete(concept));
  }
  return found;
}

function part(name: string, words: string, locale?: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = words;
  if (locale) element.lang = locale;
  return element;
}

function draw(facts: Told): HTMLElement {
  const drawn = document.createElement('div');
  drawn.id = 'term-tip';
  drawn.className = 'term-tip term-tip-page';
  drawn.setAttribute('role', 'tooltip');
  const head = document.createElement('p');
  head.append(part('b', facts.word, facts.locale));
  if (facts.unverified) head.append(' ', part('span', facts.unverified));
  drawn.append(head, part('p', facts.definition, facts.definitionLocale));
  if (facts.state) drawn.append(part('p', facts.state));
  drawn.lastElementChild?.classList.toggle('soft', facts.state !== null);
  const others = document.createElement('p');
  others.className = 'soft dots';
  for (const { locale, word } of facts.elsewhere) {
    const other = document.createElement('span');
    other.append(`${locale} `, part('span', word, locale));
    others.append(other);
  }
  drawn.append(others);
  return drawn;
}

/** Below the term or above it, wherever there is room, and never beyond the edge of the window. */
function place(drawn: HTMLElement, at: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = drawn;
  const edge = 8;
  const left = Math.max(edge, Math.min(at.left, document.documentElement.clientWidth - width - edge));
  const above = at.top - height - edge;
  const top = above > edge ? above : at.bottom + edge;
  const origin = (drawn.offsetParent ?? document.body).getBoundingClientRect();
  drawn.style.insetInlineStart = `${left - origin.left}px`;
  drawn.style.insetBlockStart = `${top - origin.top}px`;
}

async function show(link: HTMLAnchorElement): Promise<void> {
  if (term === link) return;
  hide();
  term = link;
  const facts = await told(link.dataset['concept'] ?? '');
  if (!facts || term !== link || !link.isConnected) return;
  tip = draw(facts);
  (document.querySelector('main') ?? document.body).append(tip);
  place(tip, link.getClientRects()[0] ?? link.getBoundingClientRect());
  link.setAttribute('aria-describedby', 'term-tip');
}

function hide(): void {
  clearTimeout(soon);
  term?.removeAttribute('aria-describedby');
  tip?.remove();
  tip = term = undefined;
}

const later = (act: () => void): void => {
  clearTimeout(soon);
  soon = setTimeout(act, WAIT);
};

/** It stays while the pointer is on the term or on what is said of it. */
document.addEventListener('pointerover', ({ target, pointerType }) => {
  if (pointerType === 'touch') return;
  const link = termAt(target);
  if (link) later(() => void show(link));
  else if (tip && target instanceof Node && tip.contains(target)) clearTimeout(soon);
  else if (term && document.activeElement !== term) later(hide);
  else if (!term) clearTimeout(soon);
});

document.addEventListener('focusin', ({ target }) => {
  const link = termAt(target);
  if (link?.matches(':focus-visible')) void show(link);
  else if (!link) hide();
});

/** The first tap tells, the second one leads there. */
document.addEventListener('click', (event) => {
  const link = termAt(event.target);
  const touch = event instanceof PointerEvent && event.pointerType === 'touch';
  if (link && touch && term !== link) {
    event.preventDefault();
    void show(link);
  } else if (!link && !(event.target instanceof Node && tip?.contains(event.target))) hide();
});

document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') hide();
});
