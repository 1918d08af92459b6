import { Feed } from '../../src/ui/browser/room/feed';
import type { EntryPage, Joined } from '../../src/ui/browser/room/wire';
import type { Ledger } from './ledger';
import type { Place } from './scene';

interface Listed {
  seq: number;
  clientId: string;
}

/** What one client shows of one room. */
export abstract class Seat {
  list: Listed[] = [];
  private readonly seen = new Set<string>();

  constructor(
    readonly place: Place,
    private readonly ledger: Ledger,
    private readonly arrived: (clientId: string) => void,
  ) {}

  abstract get position(): { epoch: string | null; last: number };
  get standing(): string {
    return '';
  }
  abstract receive(page: Pick<EntryPage, 'epoch' | 'entries'>): void;
  abstract joined(answer: Joined): Promise<void>;
  /** Called now and then: what failed is tried again. */
  abstract lookAgain(): void;

  protected apply({ seq, post }: EntryPage['entries'][number]): void {
    if (!post) return;
    this.list.push({ seq, clientId: post.clientId });
    if (!this.seen.has(post.clientId)) this.ledger.see(post.clientId);
    this.seen.add(post.clientId);
    this.arrived(post.clientId);
  }
}

/** Follows the rules of docs/realtime.md, with the very code that runs in the browser. */
export class CarefulSeat extends Seat {
  resets = -1; // the first one is the first look
  private readonly feed: Feed;

  constructor(
    place: Place,
    ledger: Ledger,
    arrived: (clientId: string) => void,
    private readonly read: (room: string, after: number) => Promise<EntryPage>,
  ) {
    super(place, ledger, arrived);
    this.feed = new Feed(
      { epoch: '', last: 0 },
      {
        apply: (entry) => this.apply(entry),
        read: (after) => read(place.room, after),
        startOver: () => this.startOver(),
      },
    );
  }

  override get standing(): string {
    return this.feed.behind ? ' and behind' : '';
  }

  override get position() {
    const { epoch, last } = this.feed.position;
    return { epoch: epoch || null, last };
  }

  override receive(page: Pick<EntryPage, 'epoch' | 'entries'>): void {
    this.feed.receive(page);
  }

  override async joined(answer: Joined): Promise<void> {
    if ('reset' in answer) return this.feed.reset();
    if (!('entries' in answer)) return;
    this.feed.receive(answer);
    if (this.feed.position.last < answer.lastSeq) await this.feed.catchUp();
  }

  override lookAgain(): void {
    if (this.feed.behind) void this.feed.catchUp();
  }

  /** A page would show the newest posts only; here everything is loaded, so that whole lists can be compared. */
  private async startOver(): Promise<{ epoch: string; last: number }> {
    const pages = [await this.read(this.place.room, 0)];
    for (let page = pages[0]!; page.entries.length > 0 && page.entries.at(-1)!.seq < page.lastSeq;) {
      page = await this.read(this.place.room, page.entries.at(-1)!.seq);
      pages.push(page);
    }
    this.resets += 1;
    this.list = [];
    const entries = pages.flatMap((page) => page.entries);
    for (const entry of entries) this.apply(entry);
    return { epoch: pages.at(-1)!.epoch, last: entries.at(-1)?.seq ?? 0 };
  }
}

/** Believes that what is broadcast arrives, and that nothing else does. */
export class PlainSeat extends Seat {
  override get position() {
    return { epoch: null, last: 0 };
  }

  override receive(page: Pick<EntryPage, 'entries'>): void {
    for (const entry of page.entries) this.apply(entry);
  }

  override async joined(): Promise<void> {
    // What was said meanwhile is not asked for.
  }

  override lookAgain(): void {
    // Nothing can have failed.
  }
}
