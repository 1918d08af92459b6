import { ask, calmed, data, form, tell, words } from './page';

interface Finding {
  severity: string;
  message: string;
}

interface Saved {
  segments: { id: string; version: number; text: string | null; state: string }[];
}

/** One segment: its field, what is wrong with it, and how it stands. */
export class Part {
  readonly id: string;
  private readonly field: HTMLTextAreaElement;
  private readonly seen: HTMLInputElement;
  private readonly keeping = calmed(800, () => void this.keep());
  private readonly checking = calmed(400, () => void this.check());
  private saved: string;

  constructor(readonly node: HTMLElement) {
    this.id = node.dataset['segment']!;
    this.field = node.querySelector('textarea')!;
    this.seen = node.querySelector<HTMLInputElement>('input[name^="seen."]')!;
    this.saved = this.field.value;
  }

  enter(): void {
    this.field.focus();
    this.node.scrollIntoView({ block: 'nearest' });
  }

  mark(current: boolean): void {
    this.node.classList.toggle('current', current);
  }

  typed(): void {
    this.keeping.again();
    this.checking.again();
  }

  use(text: string): void {
    this.field.value = text;
    this.field.focus();
    this.typed();
  }

  keepNow(): void {
    this.keeping.now();
  }

  /**
   * Saves without leaving the page. Whatever is refused, because somebody was faster or because it would break the
   * text, goes the way of the form, which shows everything side by side.
   * @returns whether it is saved
   */
  async save(status: 'draft' | 'reviewed'): Promise<boolean> {
    const button = this.node.querySelector<HTMLButtonElement>(`button[value="${status}:${this.id}"]`);
    if (!button) return false;
    const version = Number.parseInt(this.seen.value, 10);
    const text = this.field.value;
    try {
      const answer = await ask('PUT', data.api, { segments: [{ id: this.id, version, text, status }] });
      if (!answer.ok) throw new Error(String(answer.status));
      this.take((await answer.json()) as Saved, text);
      return true;
    } catch (error) {
      if (error instanceof TypeError) tell(words['unkept'] ?? '');
      else form?.requestSubmit(button);
      return false;
    }
  }

  private take({ segments }: Saved, text: string): void {
    const now = segments.find(({ id }) => id === this.id);
    if (!now) return;
    this.saved = text;
    this.seen.value = `${now.version}.`;
    const state = this.node.querySelector('[data-state] .state');
    if (state) {
      state.className = `state state-${now.state}`;
      state.textContent = words[now.state] ?? words['saved'] ?? '';
    }
    this.keeping.now();
    void ask('DELETE', `${data.api}/drafts/${this.id}`, {});
    tell(words['saved'] ?? '');
  }

  /** Private, and kept only until it is saved. */
  private async keep(): Promise<void> {
    if (this.field.value === this.saved) return;
    const draft = { text: this.field.value, seen: this.seen.value };
    try {
      const answer = await ask('PUT', `${data.api}/drafts/${this.id}`, draft, true);
      if (!answer.ok) throw new Error(String(answer.status));
      const time = new Intl.DateTimeFormat(data.locale, { hour: '2-digit', minute: '2-digit' });
      tell((words['kept'] ?? '').replace('{time}', time.format(new Date())));
    } catch {
      tell(words['unkept'] ?? '');
      this.keeping.again();
    }
  }

  private async check(): Promise<void> {
    const text = this.field.value;
    const { form: written, block } = this.node.dataset;
    const source = this.node.querySelector<HTMLElement>('[data-source]')?.dataset['source'] ?? '';
    const { from, to } = data;
    try {
      const answer = await ask('POST', '/api/v1/translation-checks', {
        source,
        text,
        from,
        to,
        form: written,
        block,
      });
      if (!answer.ok || text !== this.field.value) return;
      this.show(((await answer.json()) as { findings: Finding[] }).findings);
    } catch {
      // Without connection there are no checks; saving makes them again.
    }
  }

  private show(findings: readonly Finding[]): void {
    const list = this.node.querySelector('[data-findings]');
    list?.replaceChildren(
      ...findings.map(({ severity, message }) => {
        const line = document.createElement('li');
        line.className = severity === 'error' ? 'finding finding-error' : 'finding';
        line.textContent = message;
        return line;
      }),
    );
  }
}
