import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProviderFailure } from './providers/provider';
import { MachineTiming } from './machine-timing';

export interface Health {
  name: string;
  failures: number;
  pausedUntil: Date | null;
  reason: string | null;
  answeredAt: Date | null;
}

const HOUR = 3_600_000;
/** What does not mend itself by asking again soon. */
const PAUSES = { quota: 6 * HOUR, shut: HOUR } as const;

/**
 * Knows whether the provider is well. After some failures in a row nothing is sent for a while; then one request shows
 * whether it has recovered. Kept in the database, so that a restart does not begin to knock again.
 */
@Injectable()
export class MachineHealth {
  private readonly log = new Logger('MachineTranslation');

  constructor(
    private readonly database: DataSource,
    private readonly timing: MachineTiming,
  ) {}

  async of(name: string): Promise<Health | undefined> {
    const [row] = await this.database.query<Health[]>(
      `select name, failures, paused_until as "pausedUntil", reason, answered_at as "answeredAt"
       from machine_providers where name = $1`,
      [name],
    );
    return row;
  }

  async isPaused(name: string): Promise<boolean> {
    const health = await this.of(name);
    return health?.pausedUntil != null && health.pausedUntil.getTime() > Date.now();
  }

  async answered(name: string): Promise<void> {
    await this.database.query(
      `insert into machine_providers (name, answered_at) values ($1, clock_timestamp())
       on conflict (name) do update
         set failures = 0, paused_until = null, reason = null, answered_at = clock_timestamp()`,
      [name],
    );
  }

  async failed(name: string, { kind, message, retryAfter }: ProviderFailure): Promise<void> {
    const failures = ((await this.of(name))?.failures ?? 0) + 1;
    const over = failures - this.timing.patience;
    const pause =
      kind === 'busy'
        ? (retryAfter ?? this.timing.backOff(this.timing.again / 5, failures))
        : kind === 'failing'
          ? Math.max(retryAfter ?? 0, over >= 0 ? this.timing.backOff(this.timing.pause, over) : 0)
          : PAUSES[kind as keyof typeof PAUSES];
    if (over === 0 || kind === 'quota' || kind === 'shut')
      this.log.warn(`${name} is not asked for ${Math.round(pause / 1000)} s: ${kind} (${message})`);
    // To be busy is no failure of the connection.
    await this.pause(name, pause, `${kind}: ${message}`.slice(0, 100), kind === 'busy' ? 0 : 1);
  }

  /** Sends nothing for so many milliseconds. */
  async pause(name: string, milliseconds: number, reason: string, failures = 0): Promise<void> {
    await this.database.query(
      `insert into machine_providers (name, failures, paused_until, reason, failed_at)
       values ($1, $2, now() + $3 * interval '1 millisecond', $4, clock_timestamp())
       on conflict (name) do update set failures = machine_providers.failures + excluded.failures,
         paused_until = excluded.paused_until, reason = excluded.reason, failed_at = excluded.failed_at`,
      [name, failures, milliseconds, reason],
    );
  }
}
