import { part, slot } from './slots';
import type { KeptDraft } from './written';

export type Choice = 'both' | 'other' | 'mine';

/** Shows what another device, or another page, kept meanwhile, until one has said what is to become of it. */
export class OtherDraft {
  private readonly place: HTMLElement | null;
  private shown?: KeptDraft;

  constructor(form: HTMLFormElement, choose: (choice: Choice, other: KeptDraft) => void) {
    this.place = slot('other-draft', form);
    this.place?.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-choose]');
      const other = this.shown;
      if (!button || !other) return;
      this.hide();
      choose(button.dataset['choose'] as Choice, other);
    });
  }

  show(other: KeptDraft): void {
    if (!this.place) return;
    this.shown = other;
    const title = part('other-title', this.place);
    title.textContent = other.title ?? '';
    title.hidden = !other.title;
    const text = part('other-text', this.place);
    text.textContent = other.body;
    for (const words of [title, text]) words.lang = other.locale;
    this.place.hidden = false;
  }

  hide(): void {
    this.shown = undefined;
    if (this.place) this.place.hidden = true;
  }
}

/** One after the other; where a field takes only one, what stands here. */
export function both(mine: KeptDraft, other: KeptDraft): KeptDraft {
  const title = other.title !== mine.title && mine.title ? other.title : '';
  return {
    ...{ ...mine, title: mine.title || other.title, replyTo: mine.replyTo ?? other.replyTo },
    body: [mine.body.trimEnd(), title, other.body].filter(Boolean).join('\n\n'),
  };
}
