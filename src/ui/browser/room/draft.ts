import { data } from './data';
import { keep, kept } from './kept';

/** Milliseconds without a key after which the hub keeps it. */
const CALM = 2000;

export interface Written {
  body: string;
  locale: string;
  title?: string;
  replyTo: { id: string; number: number; author: string } | null;
}

/** As this device keeps it; what the hub has not got yet is `unsaved`. */
type Local = Written & { unsaved?: boolean };

interface Around {
  /** Where the hub keeps it. */
  path: string;
  /** Under which name this device does. */
  name: string;
  read: () => Written;
  show: (written: Written) => void;
}

/** What is being written: kept on this device with every key, and by the hub for all devices a moment later. */
export class Draft {
  private timer?: number;
  private queue = Promise.resolve();
  private touched = false;

  constructor(private readonly around: Around) {
    const local = kept<Local>(around.name);
    if (around.read().body) this.changed();
    else if (local?.body) around.show(local);
    if (local?.unsaved) this.later();
    else void this.fetch(around.read().body);
    addEventListener('pagehide', () => this.timer !== undefined && void this.save(true));
  }

  changed(): void {
    this.touched = true;
    const written = this.around.read();
    const nothing = !written.body && !written.title;
    keep(this.around.name, nothing ? undefined : { ...written, unsaved: true });
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

  /** It was sent. */
  clear(): void {
    this.leave();
    this.queue = this.queue.then(() => this.ask('DELETE').then(() => undefined));
  }

  private later(): void {
    this.stop();
    this.timer = window.setTimeout(() => void this.save(), CALM);
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** What another device has left, unless something was typed here meanwhile. */
  private async fetch(before: string): Promise<void> {
    const answer = await this.ask('GET');
    if (!answer?.ok) return;
    const { draft } = (await answer.json()) as { draft: Written | null };
    if (this.touched || this.around.read().body !== before) return;
    if (draft) this.around.show(draft);
    else if (kept(this.around.name))
      this.around.show({ ...this.around.read(), body: '', title: '', replyTo: null });
    keep(this.around.name, draft ?? undefined);
  }

  private save(closing = false): Promise<void> {
    this.stop();
    const { replyTo, ...written } = this.around.read();
    const body = JSON.stringify({ ...written, replyToId: replyTo?.id ?? '' });
    this.queue = this.queue.then(async () => {
      const answer = await this.ask('PUT', body, closing);
      const local = kept<Local>(this.around.name);
      if (answer?.ok && local && local.body === written.body)
        keep(this.around.name, { ...local, unsaved: false });
    });
    return this.queue;
  }

  private ask(method: string, body?: string, keepalive = false): Promise<Response | undefined> {
    return fetch(this.around.path, {
      ...{ method, keepalive },
      ...(body && { headers: { 'Content-Type': 'application/json' }, body }),
    }).catch(() => undefined);
  }
}

export const draftName = (place: string): string => `draft of ${data.person?.id} in ${place}`;
