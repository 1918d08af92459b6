import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Config } from '../../core/config/config';

/** The characters of this month are spent. */
export class BudgetSpent extends Error {}

const WARNING = 0.8;

/** Counts what is sent, month by month, and stops before it is too much. */
@Injectable()
export class MachineUsage {
  private readonly log = new Logger('MachineTranslation');

  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
  ) {}

  /** Once for each request, before it is first sent, however often it must be sent. @throws BudgetSpent */
  async spend(tx: EntityManager, provider: string, characters: number): Promise<void> {
    const { budget } = this.config.machine!;
    if (budget > 0 && characters > budget) throw new BudgetSpent();
    const rows = await tx.query<{ characters: string }[]>(
      `insert into machine_usage (provider, month, characters)
       values ($1, date_trunc('month', now() at time zone 'utc')::date, $2)
       on conflict (provider, month) do update set characters = machine_usage.characters + excluded.characters
         where $3 = 0 or machine_usage.characters + excluded.characters <= $3
       returning characters`,
      [provider, characters, budget],
    );
    if (!rows[0]) throw new BudgetSpent();
    const [after, limit] = [Number(rows[0].characters), budget * WARNING];
    if (budget > 0 && after >= limit && after - characters < limit)
      this.log.warn(`${after} of ${budget} characters of this month have been sent to ${provider}`);
  }

  /** A request that was never translated costs nothing. */
  async giveBack(tx: EntityManager, provider: string, month: string, characters: number): Promise<void> {
    await tx.query(
      'update machine_usage set characters = greatest(0, characters - $3) where provider = $1 and month = $2::date',
      [provider, month, characters],
    );
  }

  async thisMonth(provider: string): Promise<number> {
    const [row] = await this.database.query<{ characters: string }[]>(
      `select characters from machine_usage
       where provider = $1 and month = date_trunc('month', now() at time zone 'utc')::date`,
      [provider],
    );
    return Number(row?.characters ?? 0);
  }
}

/** How far the budget is used; `undefined` where there is none. */
export const shareOf = (used: number, budget: number): number | undefined =>
  budget > 0 ? used / budget : undefined;

export const isScarce = (share: number | undefined): boolean => share !== undefined && share >= WARNING;
