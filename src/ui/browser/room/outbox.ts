import { data } from './data';
import { drawNames } from './drawn-files';
import { swap } from './lists';
import { keep, kept } from './kept';
import { timeOf } from './moments';
import { keepBelow } from './scrolling';
import { copyOf, initials, part, slot } from './slots';

/** A post that the hub has not yet acknowledged. */
export interface Unsent {
  clientId: string;
  body: string;
  locale: string;
  replyToId: string;
  fileIds?: string[];
  fileNames?: string[];
}

export interface Problem {
  title: string;
  errors?: { message: string }[];
  /** Slow mode: in so many seconds. */
  retryAfter?: number;
}

type State = 'sending' | 'waiting' | 'paced' | 'failed';

const PATIENCE = 20_000;
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 30_000;
const NAME = `outbox ${data.person?.id} ${data.thread}`;

/**
 * Posts on their way. Each is kept on this device until the hub has it, also over a reload, and is always
 * sent with the same client id, so that however often it goes out it is published once (DESIGN §6.2).
 */
export class Outbox {
  private readonly list = part('outbox');
  private pause = FIRST_PAUSE;
  private busy = false;
  private again?: number;

  /** @param accepted the hub has a post: it comes back as an entry */
  constructor(private readonly accepted: () => void) {
    for (const unsent of this.unsent) this.draw(unsent);
    this.list.addEventListener('click', ({ target }) => this.act(target as Element));
    window.addEventListener('online', () => void this.flush());
    void this.flush();
  }

  send(unsent: Unsent): void {
    this.unsent = [...this.unsent, unsent];
    keepBelow(() => this.draw(unsent));
    void this.flush();
  }

  has(clientId: string): boolean {
    return this.find(clientId) !== null;
  }

  /** It stands in the log now. */
  arrived(clientId: string): void {
    this.forget(clientId);
    this.find(clientId)?.remove();
  }

  /** Sends what waits, one after the other, in the order in which it was written. */
  async flush(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      for (const unsent of this.unsent) {
        if (this.stateOf(unsent.clientId) === 'failed') continue;
        if (!(await this.attempt(unsent))) {
          this.later();
          return;
        }
        this.pause = FIRST_PAUSE;
      }
    } finally {
      this.busy = false;
    }
    if (this.unsent.some(({ clientId }) => this.stateOf(clientId) === 'sending')) void this.flush();
  }

  private get unsent(): Unsent[] {
    return kept<Unsent[]>(NAME) ?? [];
  }

  private set unsent(list: Unsent[]) {
    keep(NAME, list.length > 0 ? list : undefined);
  }

  private forget(clientId: string): void {
    this.unsent = this.unsent.filter((unsent) => unsent.clientId !== clientId);
  }

  /** @returns false when there was no answer: the hub may have it or not, and is asked again */
  private async attempt({ fileNames: _, ...unsent }: Unsent): Promise<boolean> {
    this.mark(unsent.clientId, 'sending');
    try {
      const answer = await fetch(`/api/v1/threads/${data.thread}/posts?locale=${data.locale}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(unsent),
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.ok) {
        this.forget(unsent.clientId);
        if (answer.status === 202) await this.held(unsent.clientId);
        this.accepted();
        return true;
      }
      if (answer.status >= 500) throw new Error(String(answer.status));
      const { title, errors, retryAfter } = (await answer.json()) as Problem;
      if (answer.status === 429) return this.wait(unsent.clientId, retryAfter);
      this.mark(unsent.clientId, 'failed', errors?.[0]?.message ?? title);
      return true;
    } catch {
      this.mark(unsent.clientId, 'waiting');
      return false;
    }
  }

  /** It waits for a moderator: the hub has it, and shows it as it stands there. */
  private async held(clientId: string): Promise<void> {
    await swap('held');
    this.find(clientId)?.remove();
  }

  /** The room is in slow mode: it goes when its time has come. */
  private wait(clientId: string, seconds: number | undefined): false {
    if (seconds === undefined) throw new Error('429');
    this.pause = seconds * 1000;
    this.mark(clientId, 'paced', timeOf(new Date(Date.now() + this.pause).toISOString()));
    return false;
  }

  private later(): void {
    clearTimeout(this.again);
    this.again = window.setTimeout(() => void this.flush(), this.pause);
    this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
  }

  private act(target: Element): void {
    const act = target.closest<HTMLElement>('[data-action]')?.dataset['action'];
    const article = target.closest<HTMLElement>('[data-client]');
    const clientId = article?.dataset['client'];
    if (!article || !clientId) return;
    if (act === 'retry') {
      this.mark(clientId, 'sending');
      void this.flush();
    }
    if (act === 'discard') {
      this.forget(clientId);
      article.remove();
      document.querySelector<HTMLElement>('.composer textarea')?.focus();
    }
  }

  private find(clientId: string): HTMLElement | null {
    return this.list.querySelector<HTMLElement>(`[data-client="${clientId}"]`);
  }

  private stateOf(clientId: string): string | undefined {
    return this.find(clientId)?.dataset['sending'];
  }

  private mark(clientId: string, state: State, reason = ''): void {
    const article = this.find(clientId);
    if (!article) return;
    article.dataset['sending'] = state;
    article.classList.toggle('post-failed', state === 'failed');
    article.querySelectorAll<HTMLElement>('[data-state]').forEach((words) => {
      words.hidden = !words.dataset['state']!.split(' ').includes(state);
    });
    part('reason', article).textContent = reason;
  }

  /** Looks like one's own post, with plain text, since only the hub turns Markdown into HTML. */
  private draw({ clientId, body, locale, fileNames = [] }: Unsent): void {
    const article = copyOf('post-template');
    article.removeAttribute('id');
    article.removeAttribute('aria-labelledby');
    delete article.dataset['post'];
    article.dataset['client'] = clientId;
    article.classList.add('post-own');
    const seat = article.querySelector('.seat')!;
    seat.classList.add('seat-own');
    seat.textContent = initials(data.person?.name ?? '');
    const who = article.querySelector('.who')!;
    who.removeAttribute('id');
    who.textContent = data.words.you;
    part('language', article).textContent = data.words.originalIn[locale] ?? locale;
    part('time', article).textContent = timeOf(new Date().toISOString());
    for (const name of [
      'organisation',
      'answered',
      'withdrawn',
      'hidden',
      'moved',
      'poll',
      'translated',
      'reactions',
      'reacted',
    ])
      slot(name, article)?.remove();
    const text = article.querySelector<HTMLElement>('.said-text')!;
    text.lang = locale;
    text.textContent = body;
    text.classList.add('unsent');
    drawNames(part('files', article), fileNames);
    article.querySelector('.post-foot')?.replaceWith(copyOf('sending-template'));
    this.list.append(article);
    this.mark(clientId, 'sending');
  }
}
