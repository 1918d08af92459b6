import { castVote } from './poll-vote';
import { data } from './data';
import { drawNumbers, type Numbers } from './poll-numbers';
import { slot } from './slots';
import { readPage, type Entry } from './wire';

/** News of a poll are gathered this long, and then asked for, not by everybody at once. Milliseconds. */
const PAUSE = 300;
const SPREAD = 1500;
/** A fuller room takes its time: the hub draws a hundred polls a second. */
const SPREAD_EACH = 10;

/**
 * The polls in the posts of this page, kept as the hub has them. What the reader has ticked and not sent yet stays, and
 * so does the focus.
 */
export class Polls {
  private readonly waiting = new Set<string>();

  /**
   * @param quietly changes what is no news to be read out
   * @param readers how many read here now
   */
  constructor(
    private readonly quietly: (change: () => void) => void,
    private readonly readers: () => number,
  ) {
    document.addEventListener('submit', (event) => {
      const form = event.target as HTMLFormElement;
      const poll = form.closest<HTMLElement>('[data-slot="poll-vote"]')?.closest<HTMLElement>('.poll');
      if (!poll) return;
      event.preventDefault();
      void this.vote(poll, form, event.submitter);
    });
  }

  /** A vote of somebody else brings how the poll stands; whatever else has happened is asked for. */
  hear({ pollId, name, actorId, poll }: Entry): void {
    if (!pollId) return;
    const another = name === 'poll.voted' && actorId !== data.person?.id;
    if (!another || (poll && !this.showNumbers(pollId, poll))) this.changed(pollId);
  }

  /** @returns whether nothing else of it can have changed */
  private showNumbers(id: string, numbers: Numbers): boolean {
    let all = true;
    for (const place of places(id))
      this.quietly(() => {
        all = drawNumbers(place, numbers) && all;
      });
    return all;
  }

  /** Something has happened to it. Those that stand elsewhere are not asked for. */
  changed(id: string): void {
    if (this.waiting.has(id) || places(id).length === 0) return;
    this.waiting.add(id);
    setTimeout(
      () => {
        this.waiting.delete(id);
        void this.renew(id);
      },
      PAUSE + Math.random() * (SPREAD + this.readers() * SPREAD_EACH),
    );
  }

  /** A post was drawn: its poll is drawn by the hub only. */
  arrived(article: HTMLElement): void {
    const place = slot('poll', article);
    const id = place?.dataset['poll'];
    if (id && place.childElementCount === 0) this.changed(id);
  }

  private async vote(poll: HTMLElement, form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    const id = poll.dataset['poll'] ?? '';
    if (await castVote(id, form, submitter)) await this.renew(id, poll);
  }

  /** @param own in which the reader has just voted: there all is new, and she goes on where she was */
  private async renew(id: string, own?: HTMLElement): Promise<void> {
    const page = await readPage(`${data.base}/polls/${id}/part`).catch(() => undefined);
    const fresh = page?.querySelector<HTMLElement>('.poll');
    if (!fresh) return;
    for (const place of places(id))
      this.quietly(() => {
        const known = place.querySelector<HTMLElement>('.poll');
        const copy = fresh.cloneNode(true) as HTMLElement;
        if (known && known !== own) bring(known, copy);
        else place.replaceChildren(copy);
        if (known && known === own) toVote(copy);
      });
  }
}

const places = (id: string): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`[data-slot="poll"][data-poll="${CSS.escape(id)}"]`),
];

const toVote = (poll: HTMLElement): void =>
  slot('poll-vote', poll)
    ?.querySelector<HTMLElement>('summary, button[value="vote"]')
    ?.focus({ preventScroll: true });

/** Part by part, so that those that have not changed are left alone. */
function bring(known: HTMLElement, fresh: HTMLElement): void {
  for (const name of ['poll-head', 'poll-result', 'poll-vote', 'poll-foot']) {
    const old = slot(name, known);
    const now = slot(name, fresh);
    if (!old || !now || old.isEqualNode(now)) continue;
    if (name === 'poll-vote' && old.dataset['version'] === now.dataset['version']) continue;
    if (old.contains(document.activeElement) && now.childElementCount > 0) continue;
    old.replaceWith(now);
  }
}
