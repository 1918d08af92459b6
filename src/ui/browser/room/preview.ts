import { data } from './data';
import { part } from './slots';

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
    this.button.addEventListener('click', () => {
      if (this.shown.hidden) {
        void this.open();
        return;
      }
      this.close();
      this.text.focus();
    });
  }

  close(): void {
    this.shown.hidden = true;
    this.text.hidden = false;
    this.button.textContent = data.words.preview;
  }

  private async open(): Promise<void> {
    if (!this.text.value.trim()) return;
    const answer = await fetch('/api/v1/markdown', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ body: this.text.value }),
    }).catch(() => undefined);
    if (!answer?.ok) return;
    const { html } = (await answer.json()) as { html: string };
    this.shown.innerHTML = html;
    this.shown.lang = this.text.lang;
    this.shown.hidden = false;
    this.text.hidden = true;
    this.button.textContent = data.words.back;
  }
}
