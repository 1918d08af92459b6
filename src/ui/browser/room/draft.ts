import { data } from './data';
import { keep, kept } from './kept';
import { both, OtherDraft, type Choice } from './other-draft';
import type { KeptDraft, LocalDraft, Written } from './written';

/** Milliseconds without a key after which the hub keeps it. */
const CALM = 2000;

interface Around {
  /** Where the hub keeps it. */
  path: string;
  /** Under which name this device does. */
  name: string;
  form: HTMLFormElement;
  read: () => Written;
  show: (written: Written) => void;
}

/**
 * What is being written: kept on this device with every key, and by the hub for all devices a moment later. What another
 * device has kept meanwhile is written over by nobody who has not seen it.
 */
export class Draft {
  private timer?: number;
  private queue = Promise.resolve();
  private touched = false;
  /** The state at the hub that this goes on from. */
  private base: number;
  /** What was sent to the hub without an answer: it may have arrived. */
  private unanswered?: string;
  private readonly other: OtherDraft;

  constructor(private readonly around: Around) {
    const local = kept<LocalDraft>(around.name);
    this.base = local?.revision ?? 0;
    this.other = new OtherDraft(around.form, (choice, other) => this.choose(choice, other));
    const { body } = around.read();
    if (!body && local?.body) around.show(local);
    if (body) this.begin(body, local);
    else if (local?.unsaved) void this.save();
    else void this.fetch();
    addEventListener('pagehide', () => this.timer !== undefined && void this.save(true));
  }

  changed(): void {
    this.touched = true;
    const written = this.around.read();
    const nothing = !written.body && !written.title;
    keep(this.around.name, nothing ? undefined : { ...written, revision: this.base, unsaved: true });
    this.later();
  }

  /** The hub has it before the page is left. */
  settle(): Promise<void> {
    return this.timer === undefined ? this.queue : this.save();
  }

  /** The page is being sent: the hub throws it away itself. */
  leave(): void {
    this.touched = true;
    this.stop();
    keep(this.around.name, undefined);
  }

  /** It was sent. What another device wrote stays. */
  clear(): void {
    this.leave();
    this.queue = this.queue.then(async () => {
      const answer = await this.ask('DELETE', `?baseRevision=${this.base}`);
      if (answer?.status === 409) this.other.show(await theirs(answer));
      else this.base = 0;
    });
  }

  /** The page came with words, as with a quotation: they stand beside what was being written here. */
  private begin(body: string, local?: LocalDraft): void {
    if (local?.body && local.body !== body) this.other.show({ ...local, revision: this.base });
    this.changed();
  }

  private later(): void {
    this.stop();
    this.timer = window.setTimeout(() => void this.save(), CALM);
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** What another device has left. Where something was typed here meanwhile, saving tells of it. */
  private async fetch(): Promise<void> {
    const before = this.around.read().body;
    const answer = await this.ask('GET');
    if (!answer?.ok) return;
    const { draft } = (await answer.json()) as { draft: KeptDraft | null };
    if (this.touched || this.around.read().body !== before) return;
    if (draft) this.around.show(draft);
    else if (kept(this.around.name))
      this.around.show({ ...this.around.read(), body: '', title: '', replyTo: null });
    this.base = draft?.revision ?? 0;
    keep(this.around.name, draft ?? undefined);
  }

  private save(closing = false): Promise<void> {
    this.stop();
    const written = this.around.read();
    this.queue = this.queue.then(() => this.put(written, closing));
    return this.queue;
  }

  private async put({ replyTo, ...written }: Written, closing = false): Promise<void> {
    const body = JSON.stringify({ ...written, replyToId: replyTo?.id ?? '', baseRevision: this.base });
    const answer = await this.ask('PUT', '', body, closing);
    if (!answer) this.unanswered = written.body;
    if (answer?.status === 409) return this.differ(await theirs(answer));
    if (!answer?.ok) return;
    const { draft } = (await answer.json()) as { draft: KeptDraft | null };
    this.base = draft?.revision ?? 0;
    const local = kept<LocalDraft>(this.around.name);
    const unsaved = local?.body !== written.body || local.title !== written.title;
    if (local) keep(this.around.name, { ...local, revision: this.base, unsaved });
  }

  /** Another device was first, or this one, whose answer was lost. */
  private async differ(other: KeptDraft): Promise<void> {
    if (other.body !== this.unanswered) {
      this.other.show(other);
      return;
    }
    this.unanswered = undefined;
    this.base = other.revision;
    await this.put(this.around.read());
  }

  private choose(choice: Choice, other: KeptDraft): void {
    const mine = { ...this.around.read(), revision: this.base };
    this.base = other.revision;
    if (choice !== 'mine') this.around.show(choice === 'both' ? both(mine, other) : other);
    this.changed();
    this.around.form.querySelector('textarea')?.focus();
  }

  private ask(method: string, query = '', body?: string, keepalive = false): Promise<Response | undefined> {
    return fetch(this.around.path + query, {
      ...{ method, keepalive },
      ...(body && { headers: { 'Content-Type': 'application/json' }, body }),
    }).catch(() => undefined);
  }
}

const theirs = async (answer: Response): Promise<KeptDraft> =>
  ((await answer.json()) as { theirs: KeptDraft }).theirs;

export const draftName = (place: string): string => `draft of ${data.person?.id} in ${place}`;
