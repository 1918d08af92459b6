import type { Entry, EntryPage } from './wire';

export interface Position {
  epoch: string;
  /** Number of the last entry that was applied. */
  last: number;
}

interface Around {
  apply: (entry: Entry) => void;
  /** Entries after a number, by HTTP. */
  read: (after: number) => Promise<EntryPage>;
  /** Throws away what is shown, loads it anew, and says where that stands. */
  startOver: () => Promise<Position>;
}

/**
 * A room's history as far as this page knows it: every entry once, in order, none left out,
 * whatever way and however often it comes (DESIGN §6.4).
 */
export class Feed {
  private busy = false;
  private wanted = false;

  constructor(
    private at: Position,
    private readonly around: Around,
  ) {}

  get position(): Position {
    return { ...this.at };
  }

  receive({ epoch, entries }: Pick<EntryPage, 'epoch' | 'entries'>): void {
    if (epoch !== this.at.epoch) return void this.reset();
    for (const entry of entries) {
      if (entry.seq <= this.at.last) continue;
      if (entry.seq > this.at.last + 1) return void this.catchUp();
      this.at.last = entry.seq;
      this.around.apply(entry);
    }
  }

  /** Asks for what is missing until nothing is. Without a connection it gives up; coming back asks again. */
  catchUp(): Promise<void> {
    this.wanted = true;
    return this.alone(async () => {
      while (this.wanted) {
        this.wanted = false;
        const { last } = this.at;
        const page = await this.around.read(last);
        if (page.epoch !== this.at.epoch || page.lastSeq < last) this.at = await this.around.startOver();
        else this.receive(page);
        if (this.at.last === last) this.wanted = false;
        else if (this.at.last < page.lastSeq) this.wanted = true;
      }
    });
  }

  reset(): Promise<void> {
    return this.alone(async () => {
      this.at = await this.around.startOver();
    });
  }

  private async alone(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await work();
    } catch {
      this.wanted = false;
    } finally {
      this.busy = false;
    }
  }
}
