/** What the page says to its editor: words in the reader's language. */
export interface Words {
  locale: string;
  only_markdown: string;
  images_left_out: string;
  upload_failed: string;
  nothing: string;
  raw: string;
  footnote: string;
  [kind: string]: string;
}

/** Toolbar, dialogs and words of one field, as the page has drawn them. */
export class Tools {
  readonly words: Words;
  readonly top: HTMLElement;
  readonly hint: HTMLElement;
  readonly status: HTMLElement;
  readonly dialogs = new Map<string, HTMLDialogElement>();

  constructor(template: HTMLTemplateElement) {
    this.words = JSON.parse(template.dataset['words']!) as Words;
    const content = document.importNode(template.content, true);
    this.top = content.querySelector<HTMLElement>('.editor-tools')!;
    this.hint = content.querySelector<HTMLElement>('.hint')!;
    this.status = content.querySelector<HTMLElement>('[data-editor-status]')!;
    for (const dialog of content.querySelectorAll('dialog')) {
      this.dialogs.set(dialog.dataset['editorDialog']!, dialog);
      document.body.append(dialog);
    }
  }

  say(words: string): void {
    this.status.textContent = words;
  }

  button(command: string): HTMLButtonElement | null {
    return this.top.querySelector<HTMLButtonElement>(`[data-command="${command}"]`);
  }
}

/** One stop for the tabulator in each toolbar; arrows go from tool to tool. */
export function roving(bar: HTMLElement, leave: () => void): void {
  const all = [...bar.querySelectorAll<HTMLElement>('button, select')];
  const make = (current: HTMLElement) => all.forEach((tool) => (tool.tabIndex = tool === current ? 0 : -1));
  make(all[0]!);
  bar.addEventListener('focusin', ({ target }) => make(target as HTMLElement));
  bar.addEventListener('keydown', (event) => {
    const place = all.indexOf(event.target as HTMLElement);
    const steps: Record<string, number> = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: -1 };
    if (event.key === 'Escape') {
      leave();
      return;
    }
    const step = steps[event.key];
    if (step === undefined || place < 0) return;
    event.preventDefault();
    all.at(step % all.length)!.focus();
  });
}
