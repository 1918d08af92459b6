import { data } from './data';

/** A post that was in view this long was read. Milliseconds. */
const PAUSE = 700;

/** Notices how far one has come, and tells it when it is further than before. */
export class Reading {
  private furthest = 0;
  private told = data.readUpTo;
  private timer?: number;
  private readonly eyes = new IntersectionObserver((seen) => this.look(seen), { threshold: 0.2 });

  /** @param tell false: it could not be told, and is tried again with the next post or on coming back */
  constructor(private readonly tell: (number: number) => boolean) {
    document.addEventListener('visibilitychange', () => this.soon());
  }

  /** Also on other devices. */
  known(number: number): void {
    this.told = Math.max(this.told, number);
  }

  watch(article: HTMLElement): void {
    this.eyes.observe(article);
  }

  private look(seen: IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of seen)
      if (isIntersecting)
        this.furthest = Math.max(this.furthest, Number((target as HTMLElement).dataset['number']));
    this.soon();
  }

  soon(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (document.hidden || this.furthest <= this.told) return;
      if (this.tell(this.furthest)) this.told = this.furthest;
    }, PAUSE);
  }
}
