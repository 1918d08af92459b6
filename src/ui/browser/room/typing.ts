import { counted, data, fill } from './data';
import { part } from './slots';

/** Forgotten this long after the last sign. Milliseconds. */
const MEMORY = 5000;

/** The quiet line that says who is writing. */
export class Typing {
  private readonly line = part('typing');
  private readonly writers = new Map<string, { name: string; forget: number }>();

  heard({ id, name }: { id: string; name: string }): void {
    if (id === data.person?.id) return;
    clearTimeout(this.writers.get(id)?.forget);
    this.writers.set(id, { name, forget: window.setTimeout(() => this.stopped(id), MEMORY) });
    this.draw();
  }

  stopped(id: string): void {
    clearTimeout(this.writers.get(id)?.forget);
    if (this.writers.delete(id)) this.draw();
  }

  private draw(): void {
    const [first, ...others] = [...this.writers.values()];
    const words =
      others.length > 0
        ? counted(data.words.severalWriting, others.length + 1)
        : first && fill(data.words.writing, { name: first.name });
    this.line.replaceChildren();
    if (words) this.line.append(Object.assign(document.createElement('i'), { textContent: words }));
  }
}
