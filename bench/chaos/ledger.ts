/** What was written, acknowledged and seen, as the clients remember it. */
export class Ledger {
  /** When each post was written, by its client id. */
  readonly written = new Map<string, number>();
  /** The id that each acknowledged post was given. */
  readonly acknowledged = new Map<string, string>();
  /** The same post acknowledged under two ids. */
  contradictions = 0;
  /** Sends that went out once more, on purpose or because no answer came. */
  repeats = 0;
  /** Milliseconds from writing a post to a client's seeing it, one for each client and post. */
  readonly deliveries: number[] = [];
  /** What the hub refused and should not have. */
  readonly refusals = new Map<string, number>();

  acknowledge(clientId: string, id: string): void {
    const known = this.acknowledged.get(clientId);
    if (known !== undefined && known !== id) this.contradictions += 1;
    this.acknowledged.set(clientId, id);
  }

  see(clientId: string): void {
    const since = this.written.get(clientId);
    if (since !== undefined) this.deliveries.push(Date.now() - since);
  }

  refuse(what: string): void {
    this.refusals.set(what, (this.refusals.get(what) ?? 0) + 1);
  }
}
