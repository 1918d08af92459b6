import { Injectable } from '@nestjs/common';
import { Config } from '../../core/config/config';
import { Refusal } from '../../core/errors/refusal';

const WINDOW_MS = 5 * 60_000;
const MOST = 10;
/** Beyond so many addresses the ones that are over are forgotten. */
const SWEEP_AT = 5000;

/**
 * Slows down guessing at one account from many places: ten tries in five minutes, known address or not.
 * The owner is not locked out by it: a new password by mail signs her in past the count.
 */
@Injectable()
export class SignInAttempts {
  private readonly tries = new Map<string, number[]>();

  constructor(private readonly config: Config) {}

  /** Counts before the password is looked at, so that a hundred tries at once are a hundred. @throws Refusal 429 */
  begin(email: string, now = Date.now()): void {
    if (!this.config.rateLimits) return;
    if (this.tries.size > SWEEP_AT) this.sweep(now);
    const recent = this.recent(email, now);
    if (recent.length >= MOST) throw new Refusal(429, 'errors:too_many_requests');
    this.tries.set(email.toLowerCase(), [...recent, now]);
  }

  /** Who knew the password was not guessing. */
  forget(email: string): void {
    this.tries.delete(email.toLowerCase());
  }

  private recent(email: string, now: number): number[] {
    return (this.tries.get(email.toLowerCase()) ?? []).filter((time) => time > now - WINDOW_MS);
  }

  private sweep(now: number): void {
    for (const email of this.tries.keys()) if (this.recent(email, now).length === 0) this.tries.delete(email);
  }
}
