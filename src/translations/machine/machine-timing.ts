import { Injectable } from '@nestjs/common';

const [SECOND, HOUR] = [1000, 3_600_000];

/** How long machines are waited for, in milliseconds. */
@Injectable()
export class MachineTiming {
  /** Until a text is tried again; twice as long each time. */
  again = 10 * SECOND;
  /** The pause after too many failures; twice as long each time. */
  pause = 30 * SECOND;
  longest = HOUR;
  /** Failures in a row after which nothing more is sent. */
  patience = 5;
  /** Until a call that was promised counts as lost. */
  unanswered = 6 * HOUR;
  /** Times that a text is tried, or that a call is waited for. */
  attempts = 8;
  calls = 3;

  /** Longer each time, and never the same for two, so that they do not come back together. */
  backOff(begin: number, times: number): number {
    return Math.min(begin * 2 ** Math.min(times, 20), this.longest) * (0.75 + Math.random() / 2);
  }
}
