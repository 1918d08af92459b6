/** Milliseconds that what is kept may lag behind what another process has changed. */
const LIFE = 1000;

/**
 * A few rows by id that nearly every page needs and hardly anybody changes: all of them are read once and kept
 * for a moment. `forget` as soon as this process changes them, then nobody sees her own change late.
 */
export class Kept<Row extends { id: string }> {
  private rows: Promise<Map<string, Row>> | undefined;
  private until = 0;

  constructor(private readonly read: () => Promise<Row[]>) {}

  /** The rows of these ids. One that is not known is looked for at once: it may be new. */
  async of(ids: readonly string[]): Promise<Row[]> {
    if (ids.length === 0) return [];
    let rows = await this.all();
    if (ids.some((id) => !rows.has(id))) {
      this.forget();
      rows = await this.all();
    }
    return [...new Set(ids)].flatMap((id) => rows.get(id) ?? []);
  }

  forget(): void {
    this.rows = undefined;
  }

  private all(): Promise<Map<string, Row>> {
    if (this.rows && performance.now() < this.until) return this.rows;
    const reading = this.read().then((rows) => new Map(rows.map((row) => [row.id, row])));
    this.rows = reading;
    this.until = performance.now() + LIFE;
    reading.catch(() => {
      if (this.rows === reading) this.forget();
    });
    return reading;
  }
}
