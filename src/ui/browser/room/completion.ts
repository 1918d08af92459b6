import { counted, data } from './data';
import { insert } from './insert';
import { initials, part } from './slots';

interface Mentionable {
  kind: 'person' | 'group' | 'host';
  text: string;
  name: string;
  locale: string | null;
  about: { name: string; locale: string } | null;
}

/** An `@` and what was typed of a name, before the caret. */
const BEGUN = /(?<![\p{L}\p{N}.@/\\_+%-])@([^\s@][^\n@]{0,58})?$/u;
/** Milliseconds without a key before the hub is asked. */
const PAUSE = 120;

/** Proposes whom an `@` may mean. The focus stays in the text: arrows choose, Enter and Tab take, Escape shuts. */
export class Completion {
  private readonly list: HTMLElement;
  private readonly told: HTMLElement;
  private readonly known = new Map<string, Mentionable[]>();
  private found: Mentionable[] = [];
  private chosen = -1;
  private timer?: number;
  /** Where an `@` stands that is not to be completed. */
  private refused = -1;

  constructor(
    box: HTMLElement,
    private readonly text: HTMLTextAreaElement,
  ) {
    this.list = part('who', box);
    this.told = part('who-count', box);
    text.setAttribute('aria-autocomplete', 'list');
    text.setAttribute('aria-haspopup', 'listbox');
    text.addEventListener('input', () => this.look());
    text.addEventListener('keydown', (event) => this.pressed(event));
    text.addEventListener('blur', () => this.shut());
    text.addEventListener('click', () => this.shut());
    // The text keeps the focus, with a finger too.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', ({ target }) => {
      const option = (target as Element).closest('[role="option"]');
      if (option) this.take([...this.list.children].indexOf(option));
    });
  }

  private get begun(): { at: number; q: string } | undefined {
    const { selectionStart, selectionEnd, value } = this.text;
    if (selectionStart !== selectionEnd) return undefined;
    const found = BEGUN.exec(value.slice(Math.max(0, selectionStart - 60), selectionStart));
    const q = found?.[1] ?? '';
    return found ? { at: selectionStart - q.length - 1, q } : undefined;
  }

  private look(): void {
    clearTimeout(this.timer);
    const { begun } = this;
    if (begun?.at !== this.refused) this.refused = -1;
    else return this.shut();
    if (!begun || this.isNobody(begun.q)) return this.shut();
    this.timer = window.setTimeout(() => void this.ask(begun.q), this.known.has(begun.q) ? 0 : PAUSE);
  }

  /** Nothing was found for less of it already. */
  private isNobody = (q: string): boolean =>
    [...this.known].some(([less, found]) => found.length === 0 && q.startsWith(less));

  private async ask(q: string): Promise<void> {
    const found = this.known.get(q) ?? (await read(q));
    if (!found) return;
    this.known.set(q, found);
    if (this.begun?.q === q && document.activeElement === this.text) this.open(found, q !== '');
  }

  /** @param certain something was typed: the first one is what Enter takes */
  private open(found: Mentionable[], certain: boolean): void {
    if (found.length === 0) return this.shut();
    this.found = found;
    this.list.replaceChildren(...found.map((each, place) => this.draw(each, place)));
    this.list.hidden = false;
    this.text.setAttribute('aria-controls', this.list.id);
    this.told.textContent = counted(data.words.found, found.length);
    this.choose(certain ? 0 : -1);
  }

  private shut(): void {
    clearTimeout(this.timer);
    if (this.list.hidden) return;
    this.list.hidden = true;
    this.told.textContent = '';
    this.text.removeAttribute('aria-controls');
    this.text.removeAttribute('aria-activedescendant');
  }

  private choose(place: number): void {
    this.chosen = place;
    [...this.list.children].forEach((option, at) =>
      option.setAttribute('aria-selected', String(at === place)),
    );
    const option = this.list.children[place];
    if (!option) return this.text.removeAttribute('aria-activedescendant');
    this.text.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  private pressed(event: KeyboardEvent): void {
    if (this.list.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { length } = this.found;
    const { chosen } = this;
    const acts: Record<string, (() => void) | undefined> = {
      ArrowDown: () => this.choose((chosen + 1) % length),
      ArrowUp: () => this.choose(chosen <= 0 ? length - 1 : chosen - 1),
      Escape: () => {
        this.refused = this.begun?.at ?? -1;
        this.shut();
      },
      ...(chosen >= 0 && !event.shiftKey && { Enter: () => this.take(chosen), Tab: () => this.take(chosen) }),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  private take(place: number): void {
    const { begun } = this;
    const mentionable = this.found[place];
    this.shut();
    if (!begun || !mentionable) return;
    insert(this.text, `@${mentionable.text} `, begun.at, this.text.selectionStart);
    this.refused = begun.at;
  }

  private draw({ kind, name, locale, about }: Mentionable, place: number): HTMLElement {
    const option = document.createElement('li');
    option.id = `${this.list.id}-${place}`;
    option.setAttribute('role', 'option');
    const seat = span('seat seat-small', kind === 'person' ? initials(name) : '@');
    seat.ariaHidden = 'true';
    const words = span('', name);
    if (locale) words.lang = locale;
    option.append(seat, words);
    if (about) option.append(Object.assign(span('small soft', about.name), { lang: about.locale }));
    return option;
  }
}

function span(look: string, words: string): HTMLElement {
  return Object.assign(document.createElement('span'), { className: look, textContent: words });
}

async function read(q: string): Promise<Mentionable[] | undefined> {
  const path = `/api/v1/rooms/${data.room}/mentionable?q=${encodeURIComponent(q)}&locale=${data.locale}`;
  const answer = await fetch(path).catch(() => undefined);
  if (!answer?.ok) return undefined;
  return ((await answer.json()) as { items: Mentionable[] }).items;
}
