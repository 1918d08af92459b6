import type { Socket } from 'socket.io';
import { Refusal } from '../errors/refusal';

interface Count {
  since: number;
  steps: number;
}

/** So many messages per socket in so many milliseconds; more are refused, not dropped silently. */
export class SocketPace {
  private readonly counts = new WeakMap<Socket, Count>();

  constructor(
    private readonly limit: number,
    private readonly window: number,
  ) {}

  /** @throws Refusal 429 */
  step(socket: Socket): void {
    const now = Date.now();
    const count = this.counts.get(socket);
    if (!count || now - count.since > this.window) {
      this.counts.set(socket, { since: now, steps: 1 });
      return;
    }
    count.steps += 1;
    if (count.steps > this.limit) throw new Refusal(429, 'errors:too_many_requests');
  }
}
