import { data } from './data';
import { Attachments } from './attachments';
import { formatText } from './format';
import { keep, kept } from './kept';
import { Preview } from './preview';
import { goTo } from './scrolling';
import { part, slot } from './slots';
import type { Uploaded } from '../files/upload';
import type { Unsent } from './outbox';
import { readPage } from './wire';

/** "Is writing" is told at most this often. Milliseconds. */
const PACE = 3000;
const DRAFT = `draft ${data.person?.id} ${data.thread}`;

/** Where one writes: keeps the draft, answers and quotes in place, and hands over what is to be sent. */
export class Composer {
  private readonly form = document.getElementById('write') as HTMLFormElement;
  private readonly text = this.form.querySelector('textarea')!;
  private readonly language = this.form.querySelector<HTMLSelectElement>('select[name="locale"]')!;
  private readonly replyTo = this.form.querySelector<HTMLInputElement>('[name="replyToId"]')!;
  private readonly preview = new Preview(this.form, this.text);
  private readonly attachments = new Attachments(this.form);
  private told = 0;
  private sending = false;

  constructor(
    private readonly send: (unsent: Unsent) => void,
    private readonly writing: () => void,
  ) {
    this.text.value ||= kept<string>(DRAFT) ?? '';
    this.text.addEventListener('input', () => this.typed());
    this.text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.form.requestSubmit();
    });
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.language.addEventListener('change', () => (this.text.lang = this.language.value));
    formatText(part('format', this.form), this.text);
    document.addEventListener('click', (event) => this.clicked(event));
  }

  private typed(): void {
    keep(DRAFT, this.text.value || undefined);
    if (!this.text.value || Date.now() - this.told < PACE) return;
    this.told = Date.now();
    this.writing();
  }

  private submit(): void {
    this.preview.close();
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
      replyToId: this.replyTo.value,
      fileIds: files.map(({ id }) => id),
      fileNames: files.map(({ name }) => name),
    });
    this.attachments.clear();
    this.text.value = '';
    keep(DRAFT, undefined);
    this.answer();
    this.text.focus();
  }

  private clicked(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element).closest('a');
    const act = link?.closest<HTMLElement>('[data-slot]')?.dataset['slot'];
    const article = link?.closest<HTMLElement>('.post');
    if (!link || !['reply', 'quote', 'not-answering'].includes(act ?? '')) return;
    event.preventDefault();
    this.answer(article);
    if (act === 'quote') this.quote(link.href).catch(() => location.assign(link.href));
    else this.goToText();
  }

  /** Says whom the next post answers; nobody without an article. */
  private answer(article?: HTMLElement | null): void {
    const line = part('answering', this.form);
    line.hidden = !article;
    this.replyTo.value = article?.dataset['post'] ?? '';
    const link = line.querySelector('a')!;
    const who = article?.querySelector('.who')?.textContent ?? '';
    link.textContent = article ? `${who}, ${article.dataset['number']}` : '';
    link.href = article ? `#${article.id}` : '';
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
