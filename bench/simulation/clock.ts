type Act = () => void;

/** What happens when, in the order of time. Milliseconds. */
export class Clock {
  now = 0;
  private readonly heap: { at: number; turn: number; act: Act }[] = [];
  private turn = 0;

  after(delay: number, act: Act): void {
    const entry = { at: this.now + delay, turn: (this.turn += 1), act };
    const { heap } = this;
    let place = heap.push(entry) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!isBefore(entry, heap[parent]!)) break;
      heap[place] = heap[parent]!;
      place = parent;
    }
    heap[place] = entry;
  }

  run(until: number): void {
    while (this.heap.length > 0 && this.heap[0]!.at <= until) {
      const { at, act } = this.takeFirst();
      this.now = at;
      act();
    }
    this.now = until;
  }

  private takeFirst() {
    const { heap } = this;
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return first;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!isBefore(heap[child]!, last)) break;
      heap[place] = heap[child]!;
      place = child;
    }
    heap[place] = last;
    return first;
  }
}

const isBefore = (one: { at: number; turn: number }, other: { at: number; turn: number }): boolean =>
  one.at < other.at || (one.at === other.at && one.turn < other.turn);

/** First come, first served, by so many at once: the one thread of a web process, or the cores of a database. */
export class Station {
  /** Milliseconds of work done since `forget`. */
  used = 0;
  private readonly free: number[];

  constructor(
    private readonly clock: Clock,
    servers = 1,
  ) {
    this.free = Array<number>(servers).fill(0);
  }

  /** @returns when it will begin */
  work(duration: number, then?: Act): number {
    let first = 0;
    for (let server = 1; server < this.free.length; server += 1) {
      if (this.free[server]! < this.free[first]!) first = server;
    }
    const begin = Math.max(this.clock.now, this.free[first]!);
    this.free[first] = begin + duration;
    this.used += duration;
    if (then) this.clock.after(begin + duration - this.clock.now, then);
    return begin;
  }

  /** How long who comes now must wait. */
  get backlog(): number {
    return Math.max(0, Math.min(...this.free) - this.clock.now);
  }
}

/** So many at once; the others wait in a row: connections of a pool, the lock of a room. */
export class Gate {
  private readonly waiting: Act[] = [];

  constructor(private free = 1) {}

  enter(act: Act): void {
    if (this.free > 0) {
      this.free -= 1;
      act();
    } else this.waiting.push(act);
  }

  leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}

/** The same numbers for the same seed, on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Durations in steps of 2 %, with weights. */
export class Histogram {
  private readonly buckets = new Map<number, number>();
  private total = 0;

  add(value: number, weight = 1): void {
    const bucket = Math.round(Math.log(Math.max(value, 0.01)) / Math.log(1.02));
    this.buckets.set(bucket, (this.buckets.get(bucket) ?? 0) + weight);
    this.total += weight;
  }

  quantile(part: number): number {
    let sum = 0;
    for (const [bucket, weight] of [...this.buckets].sort(([one], [other]) => one - other)) {
      sum += weight;
      if (sum >= part * this.total) return 1.02 ** bucket;
    }
    return NaN;
  }
}
