import { DOMParser as Reader, Slice, type Node } from 'prosemirror-model';
import { closeHistory } from 'prosemirror-history';
import { EditorState, type Command, type Transaction } from 'prosemirror-state';
import { isInTable } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { addressesIn, Choices, offer } from './choices';
import { freeLabel, setStyle, styleOf, TOOLS } from './commands';
import { nodeViews } from './drawing';
import { Inserting } from './inserting';
import { pictureIn } from './figures';
import { read, type Kept, type Read } from './kept';
import { cleaned } from './pasting';
import { plugins } from './plugins';
import { schema } from './schema';
import { roving, Tools } from './tools';
import { write } from './whole';

/** Milliseconds after the last change until the field has it. */
const PAUSE = 250;

/**
 * Edits a field as its text looks. The field stays what counts: it always has the text as Markdown and says `input`
 * when that changes; whoever changes the field and says `input` changes what is edited.
 */
export class Editor {
  private readonly view: EditorView;
  private readonly box = document.createElement('div');
  private readonly inserting: Inserting;
  private kept: Kept;
  private waiting: number | undefined;
  private telling = false;

  constructor(
    private readonly field: HTMLTextAreaElement,
    private readonly tools: Tools,
    { document: doc, kept }: Read,
  ) {
    this.kept = kept;
    const choices = new Choices(addressesIn(tools.dialogs.values()));
    this.view = new EditorView(this.box, {
      state: this.stateOf(doc),
      attributes: this.attributes(),
      nodeViews: nodeViews(tools.words, choices),
      dispatchTransaction: (transaction) => this.changed(transaction),
      handleDOMEvents: { blur: () => this.flush() },
      handlePaste: (_view, event) =>
        this.inserting.picture(pictureIn(event.clipboardData?.files), event.clipboardData),
      handleDrop: (_view, event) => this.inserting.picture(pictureIn(event.dataTransfer?.files)),
      transformPastedHTML: (html) => this.clean(html),
      clipboardTextParser: (text) => sliceOf(text),
    });
    this.inserting = new Inserting(this.view, tools, choices);
    for (const name of ['include', 'refer']) {
      const dialog = tools.dialogs.get(name);
      if (dialog) offer(dialog, choices, tools.words.nothing);
    }
    this.build();
    this.listen();
    this.show();
  }

  private stateOf(doc: Node): EditorState {
    const keys: Record<string, Command> = {
      'Mod-k': () => this.inserting.run('link'),
      Escape: () => {
        this.tools.top.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
        return true;
      },
    };
    return EditorState.create({ doc, plugins: plugins(keys) });
  }

  private attributes(): Record<string, string> {
    const { id, lang } = this.field;
    const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(id)}"]`);
    if (label) label.id = `${id}-label`;
    label?.addEventListener('click', () => this.view.focus());
    const described = [this.field.getAttribute('aria-describedby'), this.tools.hint.id]
      .filter(Boolean)
      .join(' ');
    return {
      ...{ class: 'prose editor-text', role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true' },
      ...(lang && { lang }),
      'aria-labelledby': `${id}-label`,
      'aria-describedby': described,
    };
  }

  private build(): void {
    this.box.className = 'editor';
    this.box.prepend(this.tools.top);
    this.field.before(this.tools.hint, this.box, this.tools.status);
    this.field.required = false;
    this.field.hidden = true;
    const leave = () => this.view.focus();
    for (const bar of this.tools.top.querySelectorAll<HTMLElement>('[role="toolbar"]')) roving(bar, leave);
  }

  private listen(): void {
    const { top } = this.tools;
    top.addEventListener('mousedown', (event) => {
      if ((event.target as Element).closest('button')) event.preventDefault();
    });
    top.addEventListener('click', ({ target }) => {
      const name = (target as Element).closest<HTMLElement>('[data-command]')?.dataset['command'];
      if (name) this.run(name);
      if ((target as Element).closest('[data-action="rich"]')) this.asItLooks();
    });
    top.querySelector<HTMLSelectElement>('[data-style]')!.addEventListener('change', ({ target }) => {
      setStyle(Number((target as HTMLSelectElement).value))(this.view.state, this.view.dispatch);
      this.view.focus();
    });
    this.field.form?.addEventListener('submit', () => this.flush(), { capture: true });
    window.addEventListener('pagehide', () => this.flush());
    this.field.addEventListener('input', () => {
      if (!this.telling && this.field.hidden) this.load();
    });
  }

  private run(name: string): void {
    if (name === 'markdown') return this.asMarkdown();
    if (this.inserting.run(name)) return;
    TOOLS[name]?.run(this.view.state, this.view.dispatch, this.view);
    this.view.focus();
  }

  private changed(transaction: Transaction): void {
    this.view.updateState(this.view.state.apply(transaction));
    if (transaction.docChanged) {
      window.clearTimeout(this.waiting);
      this.waiting = window.setTimeout(() => this.flush(), PAUSE);
    }
    this.show();
  }

  /** Puts what was edited into the field, now. */
  private flush(): void {
    if (this.waiting === undefined || this.field.hidden === false) return;
    window.clearTimeout(this.waiting);
    this.waiting = undefined;
    const text = write(this.view.state.doc, this.kept);
    if (text === this.field.value) return;
    this.field.value = text;
    this.telling = true;
    this.field.dispatchEvent(new Event('input', { bubbles: true }));
    this.telling = false;
  }

  /** Takes what the field says, as one step that can be undone. */
  private load(): boolean {
    try {
      const { document: doc, kept } = read(this.field.value);
      const { state } = this.view;
      window.clearTimeout(this.waiting);
      if (!doc.eq(state.doc)) {
        const whole = state.tr.replaceWith(0, state.doc.content.size, doc.content);
        this.view.dispatch(closeHistory(whole));
        this.view.dispatch(closeHistory(this.view.state.tr));
      }
      this.kept = kept;
      window.clearTimeout(this.waiting);
      this.waiting = undefined;
      return true;
    } catch {
      this.tools.say(this.tools.words.only_markdown);
      return false;
    }
  }

  private asMarkdown(): void {
    this.flush();
    this.turn(true);
    this.field.focus();
  }

  private asItLooks(): void {
    const text = write(this.view.state.doc, this.kept);
    if (text !== this.field.value && !this.load()) return;
    this.turn(false);
    this.view.focus();
  }

  private turn(markdown: boolean): void {
    const { top } = this.tools;
    this.field.hidden = !markdown;
    this.view.dom.hidden = markdown;
    for (const bar of top.querySelectorAll<HTMLElement>('[role="toolbar"]')) bar.hidden = markdown;
    top.querySelector<HTMLElement>('[data-editor-back]')!.hidden = !markdown;
    this.tools.say('');
    this.show();
  }

  /** Which tools are on and which can be used now. */
  private show(): void {
    const { state } = this.view;
    for (const [name, { run, active }] of Object.entries(TOOLS)) {
      const button = this.tools.button(name);
      if (!button) continue;
      if (active) button.ariaPressed = String(active(state));
      button.ariaDisabled = run(state) ? null : 'true';
    }
    const link = this.tools.button('link');
    if (link) link.ariaPressed = String(this.inserting.linked);
    this.tools.top.querySelector<HTMLSelectElement>('[data-style]')!.value = styleOf(state);
    const tableTools = this.tools.top.querySelector<HTMLElement>('[data-editor-bar="table"]')!;
    tableTools.hidden = !this.field.hidden || !isInTable(state);
  }

  private clean(html: string): string {
    if (html.includes('data-pm-slice')) return html;
    const taken = new Set<string>();
    const { html: clean, images } = cleaned(html, () => {
      const label = freeLabel(this.view.state.doc, taken);
      taken.add(label);
      return label;
    });
    this.tools.say(images > 0 ? this.tools.words.images_left_out : '');
    return clean;
  }
}

/** Plain text: empty lines part paragraphs, and so do single line breaks. */
function sliceOf(text: string): Slice {
  const holder = document.createElement('div');
  for (const line of text.split(/(?:\r\n?|\n)+/)) {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    holder.append(paragraph);
  }
  return Reader.fromSchema(schema).parseSlice(holder, { preserveWhitespace: true });
}
