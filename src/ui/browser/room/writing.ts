import { Completion } from './completion';
import { formatText } from './format';
import { countLeft } from './left';
import { continueLines } from './lines';
import { Preview } from './preview';
import { part } from './slots';

/** Where one writes a post: the same in a thread, for a new one and when editing. */
export class WritingPlace {
  readonly text: HTMLTextAreaElement;
  readonly language: HTMLSelectElement;
  readonly preview: Preview;

  constructor(readonly form: HTMLFormElement) {
    this.text = form.querySelector<HTMLTextAreaElement>('textarea[name="body"]')!;
    this.language = form.querySelector<HTMLSelectElement>('select[name="locale"]')!;
    this.preview = new Preview(form, this.text);
    // The first one to hear of a key: while it proposes somebody, Enter and Escape are its own.
    new Completion(form, this.text);
    formatText(part('format', form), this.text, () => this.preview.close());
    continueLines(this.text);
    countLeft(form, this.text);
    this.language.addEventListener('change', () => (this.text.lang = this.language.value));
    this.text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
  }

  /** In the place of what stands there, in its language. */
  show(body: string, locale: string): void {
    this.text.value = body;
    if ([...this.language.options].some(({ value }) => value === locale)) this.language.value = locale;
    this.text.lang = this.language.value;
  }
}
