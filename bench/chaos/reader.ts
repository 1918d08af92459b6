import type { Credentials, Place } from './scene';

/** Somebody who reads one page after the other. */
export class Reader {
  pages = 0;
  private stopped = false;
  private reading?: Promise<void>;

  constructor(
    private readonly address: string,
    private readonly credentials: Credentials,
    private readonly place: Place,
  ) {}

  start(): void {
    this.reading = this.read();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.reading;
  }

  private async read(): Promise<void> {
    while (!this.stopped) {
      const answer = await fetch(`${this.address}/en/threads/${this.place.thread}`, {
        headers: this.credentials.headers,
      }).catch(() => undefined); // the proxy counts what failed
      await answer?.text().catch(() => undefined);
      if (answer?.ok) this.pages += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
