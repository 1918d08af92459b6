import type { EditorView } from 'prosemirror-view';
import { toggleMark } from 'prosemirror-commands';
import { isSafeAddress } from '../../../core/markdown/addresses';
import { uploadFile } from '../files/upload';
import type { Choices } from './choices';
import { hasMark, placed } from './commands';
import { ask } from './dialogs';
import { schema } from './schema';
import type { Tools } from './tools';

const { nodes, marks } = schema;

/** What is asked for before it is put into the text. */
export class Inserting {
  constructor(
    private readonly view: EditorView,
    private readonly tools: Tools,
    private readonly choices: Choices,
  ) {}

  get linked(): boolean {
    return hasMark(this.view.state, marks['link']!);
  }

  /** @returns whether it is something to be asked for */
  run(name: string): boolean {
    const dialog = this.tools.dialogs.get(name);
    if (!dialog) return false;
    void this.ask(name, dialog).then(() => this.view.focus());
    return true;
  }

  private ask(name: string, dialog: HTMLDialogElement): Promise<void> {
    if (name === 'link') return this.link(dialog);
    if (name === 'figure') return this.figure(dialog);
    return name === 'include' ? this.include(dialog) : this.refer(dialog);
  }

  /** A picture that was pasted or dropped, if there is one. Word gives a picture of a text beside the text: no use. */
  picture(file: File | undefined, data?: DataTransfer | null): boolean {
    const dialog = this.tools.dialogs.get('figure');
    if (!file || !dialog || data?.getData('text/html').includes('<p')) return false;
    const files = new DataTransfer();
    files.items.add(file);
    dialog.querySelector<HTMLInputElement>('[type="file"]')!.files = files.files;
    return this.run('figure');
  }

  private async link(dialog: HTMLDialogElement): Promise<void> {
    const { view } = this;
    if (this.linked) {
      this.unlink();
      return;
    }
    await ask(dialog, (answers) => {
      const typed = (answers.get('address') as string).trim();
      const address = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed) ? `https://${typed}` : typed;
      if (!isSafeAddress(address)) return dialog.querySelector('.hint')!.textContent;
      const { empty } = view.state.selection;
      const mark = marks['link']!.create({ address });
      if (empty) view.dispatch(view.state.tr.replaceSelectionWith(schema.text(address, [mark]), false));
      else toggleMark(marks['link']!, { address })(view.state, view.dispatch);
      return undefined;
    });
  }

  /** All of the link that one stands in. */
  private unlink(): void {
    const { state, dispatch } = this.view;
    const { $from, from, to, empty } = state.selection;
    let [start, end] = [from, to];
    if (empty)
      $from.parent.forEach((node, offset) => {
        const place = $from.start() + offset;
        if (marks['link']!.isInSet(node.marks) && place <= from && place + node.nodeSize >= from)
          [start, end] = [place, place + node.nodeSize];
      });
    dispatch(state.tr.removeMark(start, end, marks['link']));
  }

  private figure(dialog: HTMLDialogElement): Promise<void> {
    const bar = dialog.querySelector('progress')!;
    const { view, tools } = this;
    return ask(dialog, async (answers, signal) => {
      const caption = (answers.get('caption') as string).trim();
      answers.delete('caption');
      answers.set('locale', view.dom.lang || tools.words.locale);
      bar.hidden = false;
      try {
        const { id } = await uploadFile(answers.get('file') as File, {
          ...{ token: answers.get('_token') as string, locale: tools.words.locale, facts: answers, signal },
          progress: (share) => (bar.value = share * 100),
        });
        const figure = nodes['figure']!.create({ file: id }, caption ? schema.text(caption) : null);
        view.dispatch(placed(view.state, figure).scrollIntoView());
        return undefined;
      } catch (error) {
        return (error as Error).message || tools.words.upload_failed;
      } finally {
        bar.hidden = true;
        bar.value = 0;
      }
    });
  }

  private include(dialog: HTMLDialogElement): Promise<void> {
    return ask(dialog, (answers) => {
      const [what, of] = [answers.get('kind'), answers.get('of')];
      if (!of) return this.tools.words.nothing;
      this.view.dispatch(placed(this.view.state, nodes['inclusion']!.create({ what, of })).scrollIntoView());
      return undefined;
    });
  }

  private refer(dialog: HTMLDialogElement): Promise<void> {
    return ask(dialog, (answers) => {
      const [to, of] = [answers.get('kind'), answers.get('of')];
      if (!of) return this.tools.words.nothing;
      this.view.dispatch(
        this.view.state.tr.replaceSelectionWith(nodes['reference']!.create({ to, of }), true),
      );
      return undefined;
    });
  }
}
