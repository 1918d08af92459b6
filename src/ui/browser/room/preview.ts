import { data, fill } from './data';
import type { Problem } from './outbox';
import { part } from './slots';

interface Shown {
  html: string;
  ambiguous: string[];
}

/** Shows the text as a post would show it, and back. */
export class Preview {
  private readonly shown: HTMLElement;
  private readonly button: HTMLButtonElement;

  constructor(
    form: HTMLFormElement,
    private readonly text: HTMLTextAreaElement,
  ) {
    this.shown = part('preview', form);
    this.button = form.querySelector<HTMLButtonElement>('[data-action="preview"]')!;
    this.button.hidden = false;
    this.button.addEventListener('click', () => (this.shown.hidden ? void this.open() : this.back()));
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.shown.hidden) return;
      event.preventDefault();
      this.back();
    });
  }

  private back(): void {
    this.close();
    this.text.focus();
  }

  close(): void {
    this.shown.hidden = true;
    this.text.hidden = false;
    this.button.textContent = data.words.preview;
  }

  private async open(): Promise<void> {
    if (!this.text.value.trim()) return;
    const answer = await fetch(`/api/v1/markdown?locale=${data.locale}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ body: this.text.value, roomId: data.room }),
    })
      .then((response) => response.json() as Promise<Shown | Problem>)
      .catch(() => undefined);
    if (answer) this.show(answer);
  }

  /** The text as a post, or why it cannot be one. */
  private show(answer: Shown | Problem): void {
    if ('html' in answer) this.draw(answer);
    else this.shown.textContent = answer.errors?.[0]?.message ?? answer.title;
    this.shown.lang = 'html' in answer ? this.text.lang : data.locale;
    this.shown.hidden = false;
    this.text.hidden = true;
    this.button.textContent = data.words.back;
  }

  /** A name that several people bear calls nobody: better said before it is sent. */
  private draw({ html, ambiguous }: Shown): void {
    this.shown.innerHTML = html;
    for (const name of ambiguous) {
      const note = document.createElement('p');
      note.className = 'notice small';
      note.lang = data.locale;
      note.textContent = fill(data.words.ambiguous, { name });
      this.shown.prepend(note);
    }
  }
}
