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
  /** What is shown must be loaded anew. */
  private stale = false;

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

  /** Something is known to be missing, and it could not be read yet: ask again. */
  get behind(): boolean {
    return this.wanted;
  }

  /** Asks for what is missing until nothing is. Without a connection it gives up; who waits asks again. */
  catchUp(): Promise<void> {
    this.wanted = true;
    return this.alone(() => this.readOn());
  }

  /** What comes while the room is loaded anew may be newer than that, so it is asked for afterwards. */
  reset(): Promise<void> {
    this.wanted = true;
    return this.alone(async () => {
      this.at = await this.around.startOver();
      this.wanted = true;
      await this.readOn();
    });
  }

  /** Too much has changed to apply it: also while something else is being read. */
  anew(): void {
    this.stale = true;
    void this.catchUp();
  }

  private async readOn(): Promise<void> {
    let anew = false;
    while (this.wanted) {
      if (this.stale) {
        this.stale = false;
        await this.startAnew();
      }
      const { last } = this.at;
      this.wanted = false; // but what comes during the reading wants another
      const page = await this.reading(last);
      if (page.epoch !== this.at.epoch || page.lastSeq < last) {
        if (anew) return;
        anew = true;
        this.at = await this.around.startOver();
        this.wanted = true;
        continue;
      }
      const more = this.wanted;
      this.receive(page);
      this.wanted = more || this.stale || (this.at.last > last && this.at.last < page.lastSeq);
    }
  }

  private async startAnew(): Promise<void> {
    try {
      this.at = await this.around.startOver();
    } catch (error) {
      this.stale = true;
      throw error;
    }
  }

  private async reading(after: number): Promise<EntryPage> {
    try {
      return await this.around.read(after);
    } catch (error) {
      this.wanted = true;
      throw error;
    }
  }

  private async alone(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await work();
    } catch {
      // It stays behind until it is asked again.
    } finally {
      this.busy = false;
    }
  }
}
