import type { Uploaded } from '../files/upload';
import { Attachment } from './attachment';
import { part } from './slots';

/** As many as a post may have. */
const MOST = 10;

/** The files beside a post that is being written: chosen, pasted or dropped. */
export class Attachments {
  private readonly list: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly button: HTMLButtonElement;
  private attached: Attachment[] = [];

  constructor(private readonly form: HTMLFormElement) {
    this.list = part('attachments', form);
    this.input = part<HTMLInputElement>('attach-input', form);
    this.button = form.querySelector<HTMLButtonElement>('[data-action="attach"]')!;
    part('attaching', form).remove(); // for readers without scripts
    this.button.hidden = false;
    this.button.addEventListener('click', () => this.input.click());
    this.input.addEventListener('change', () => {
      this.add(this.input.files);
      this.input.value = '';
    });
    form.addEventListener('paste', (event) => this.pasted(event));
    form.addEventListener('dragover', (event) => this.dragged(event));
    form.addEventListener('dragleave', () => form.classList.remove('dropping'));
    form.addEventListener('drop', (event) => this.dropped(event));
  }

  get none(): boolean {
    return this.attached.length === 0;
  }

  /** All of them, when all have arrived; `undefined` when one cannot, which then has the focus. */
  async settle(locale: string): Promise<Uploaded[] | undefined> {
    const settled = await Promise.all(
      this.attached.map(async (each) => ({ each, file: await each.settle(locale) })),
    );
    const failed = settled.find(({ each, file }) => !file && this.attached.includes(each));
    failed?.each.focus();
    return failed ? undefined : settled.flatMap(({ file }) => file ?? []);
  }

  /** They have gone with the post. */
  clear(): void {
    this.attached = [];
    this.list.replaceChildren();
    this.list.hidden = true;
  }

  private add(files: FileList | null | undefined): void {
    const token = this.form.querySelector<HTMLInputElement>('[name="_token"]')!.value;
    for (const file of [...(files ?? [])].slice(0, MOST - this.attached.length)) {
      const attachment = new Attachment(file, token, (removed) => this.remove(removed));
      this.attached.push(attachment);
      this.list.append(attachment.element);
    }
    this.list.hidden = this.none;
  }

  private remove(attachment: Attachment): void {
    this.attached = this.attached.filter((each) => each !== attachment);
    attachment.element.remove();
    this.list.hidden = this.none;
    this.button.focus();
  }

  /** What comes with words, as from a text processor, is pasted as words. */
  private pasted(event: ClipboardEvent): void {
    const { files, types } = event.clipboardData ?? { files: undefined, types: [] };
    if (!files?.length || types.includes('text/plain')) return;
    event.preventDefault();
    this.add(files);
  }

  private dragged(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.form.classList.add('dropping');
  }

  private dropped(event: DragEvent): void {
    this.form.classList.remove('dropping');
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    this.add(event.dataTransfer.files);
  }
}
