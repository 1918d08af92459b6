import { data } from './data';
import { Attachments } from './attachments';
import { Draft, draftName } from './draft';
import { goTo } from './scrolling';
import { part, slot } from './slots';
import type { Uploaded } from '../files/upload';
import type { Unsent } from './outbox';
import { readPage } from './wire';
import { WritingPlace } from './writing';
import type { Written } from './written';

/** "Is writing" is told at most this often. Milliseconds. */
const PACE = 3000;

/** Where one writes: keeps the draft, answers and quotes in place, and hands over what is to be sent. */
export class Composer {
  private readonly form = document.getElementById('write') as HTMLFormElement;
  private readonly place = new WritingPlace(this.form);
  private readonly text = this.place.text;
  private readonly language = this.place.language;
  private readonly attachments = new Attachments(this.form);
  private answered: Written['replyTo'] = this.answeredOnPage();
  private readonly draft = new Draft({
    path: `/api/v1/threads/${data.thread}/draft`,
    name: draftName(data.thread),
    form: this.form,
    read: () => ({ body: this.text.value, locale: this.language.value, replyTo: this.answered }),
    show: ({ body, locale, replyTo }) => {
      this.place.show(body, locale);
      this.answer(replyTo ?? this.answered);
    },
  });
  private told = 0;
  private sending = false;

  constructor(
    private readonly send: (unsent: Unsent) => void,
    private readonly writing: () => void,
  ) {
    this.text.addEventListener('input', () => this.typed());
    this.language.addEventListener('change', () => this.draft.changed());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      const elsewhere = event.submitter?.getAttribute('formaction');
      if (elsewhere) void this.goOn(elsewhere);
      else this.submit();
    });
    document.addEventListener('click', (event) => this.clicked(event));
  }

  private typed(): void {
    this.draft.changed();
    if (!this.text.value || Date.now() - this.told < PACE) return;
    this.told = Date.now();
    this.writing();
  }

  private submit(): void {
    this.place.preview.close();
    if (!this.text.value.trim()) this.text.focus();
    else if (this.attachments.none) this.sendWith([]);
    else if (!this.sending) void this.sendWithAll();
  }

  /** Files that are still on their way are waited for. */
  private async sendWithAll(): Promise<void> {
    this.sending = true;
    const files = await this.attachments.settle(this.language.value);
    this.sending = false;
    if (files && this.text.value.trim()) this.sendWith(files);
  }

  private sendWith(files: Uploaded[]): void {
    const body = this.text.value;
    this.send({
      clientId: uuid(),
      body,
      locale: this.language.value,
      replyToId: this.answered?.id ?? '',
      fileIds: files.map(({ id }) => id),
      fileNames: files.map(({ name }) => name),
    });
    this.attachments.clear();
    this.text.value = '';
    this.answer(null);
    this.draft.clear();
    this.text.focus();
  }

  /** Another page goes on with all that is written here, as it does without this script. */
  private async goOn(address: string): Promise<void> {
    const files = await this.attachments.settle(this.language.value);
    if (!files) return;
    await this.draft.settle();
    const ids =
      this.form.querySelector<HTMLInputElement>('[name="fileIds"]') ?? document.createElement('input');
    Object.assign(ids, { type: 'hidden', name: 'fileIds', value: files.map(({ id }) => id).join(',') });
    this.form.append(ids);
    this.form.querySelector<HTMLInputElement>('[name="replyToId"]')!.value = this.answered?.id ?? '';
    this.form.action = address;
    this.form.submit();
  }

  private clicked(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element).closest('a');
    const act = link?.closest<HTMLElement>('[data-slot]')?.dataset['slot'];
    const article = link?.closest<HTMLElement>('.post');
    if (!link || !['reply', 'quote', 'not-answering'].includes(act ?? '')) return;
    event.preventDefault();
    this.answer(answeredBy(article));
    this.draft.changed();
    if (act === 'quote') this.quote(link.href).catch(() => location.assign(link.href));
    else this.goToText();
  }

  /** Says whom the next post answers. */
  private answer(to: Written['replyTo']): void {
    this.answered = to;
    const line = part('answering', this.form);
    line.hidden = !to;
    const link = line.querySelector('a')!;
    link.textContent = to ? `${to.author}, ${to.number}` : '';
    const near = to && document.getElementById(`post-${to.number}`);
    const far = `${data.base}/threads/${data.thread}?around=${to?.number}`;
    link.href = to ? `${near ? '' : far}#post-${to.number}` : '';
  }

  /** The page may come with an answer begun, as after a click without this script. */
  private answeredOnPage(): Written['replyTo'] {
    const id = this.form.querySelector<HTMLInputElement>('[name="replyToId"]')!.value;
    const words = part('answering', this.form).querySelector('a')!.textContent;
    const [, author = '', number] = /^(.*), (\d+)$/.exec(words) ?? [];
    return id ? { id, author, number: Number(number) } : null;
  }

  /** The page for readers without scripts has the quotation ready. */
  private async quote(address: string): Promise<void> {
    const page = await readPage(address);
    const quoted = page.querySelector<HTMLTextAreaElement>('#write textarea')?.value ?? '';
    const before = this.text.value.trimEnd();
    this.text.value = before ? `${before}\n\n${quoted}` : quoted;
    this.typed();
    this.goToText();
  }

  private goToText(): void {
    goTo(this.form);
    this.text.focus();
    this.text.setSelectionRange(this.text.value.length, this.text.value.length);
  }
}

function answeredBy(article: HTMLElement | null | undefined): Written['replyTo'] {
  const { post: id, number } = article?.dataset ?? {};
  const author = article?.querySelector('.who')?.textContent ?? '';
  return id ? { id, number: Number(number), author } : null;
}

/** A closed thread has no composer; reopened, it has one again. */
export function showComposer(open: boolean): void {
  const writing = slot('writing');
  if (writing) writing.hidden = !open;
  document.getElementById('closed')!.hidden = open;
  slot('closed-mark')!.hidden = open;
}

/** Also where `crypto.randomUUID` is missing, as on a hub tried out in a local network without HTTPS. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
