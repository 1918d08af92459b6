import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../core/config/config';
import { Chore } from '../../core/jobs/chore';
import { SOURCE } from '../source';
import { ask } from './address-check';
import { isPublic } from './public-network';
import { Standings } from './standings.service';

const MINUTE = 60_000;
/** How many are asked for at a time, so that nobody is pressed. */
const FEW = 5;
/** Between two looks at a source that is there. */
const SOON_ENOUGH = '7 days';
/** Between two looks at one that was not; so long it must have been gone to be called dead. */
const LONG_ENOUGH = '2 days';

interface Due {
  id: string;
  address: string;
}

/** Looks whether the addresses of cited sources still lead anywhere. */
@Injectable()
export class DeadSources extends Chore {
  private looked = 0;

  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
    private readonly standings: Standings,
  ) {
    super();
  }

  async perform(): Promise<boolean> {
    if (this.config.sourceChecks === 'off' || Date.now() - this.looked < 10 * MINUTE) return false;
    this.looked = Date.now();
    await this.look();
    return false;
  }

  /** A few of those that are due. Other processes look at others. */
  async look(): Promise<void> {
    const [due] = await this.database.query<[Due[], number]>(
      `update sources set checked_at = clock_timestamp() where id in (
         select id from sources
         where address is not null and exists (select from evidence where ground_id = sources.id)
           and (checked_at is null or checked_at < now() - interval '${SOON_ENOUGH}'
             or failing_since is not null and checked_at < now() - interval '${LONG_ENOUGH}')
         order by checked_at nulls first limit ${FEW} for update skip locked)
       returning id, address`,
    );
    await Promise.all(due.map((source) => this.check(source)));
  }

  private async check({ id, address }: Due): Promise<void> {
    const anywhere = this.config.sourceChecks === 'anywhere';
    const answer = await ask(address, {
      mayAsk: (ip) => anywhere || isPublic(ip),
      agent: `Polylog (+${this.config.baseUrl})`,
    });
    if (answer === 'unasked') return;
    await this.database.query(
      answer === 'there'
        ? 'update sources set failing_since = null, dead_since = null where id = $1'
        : `update sources set failing_since = coalesce(failing_since, clock_timestamp()),
             dead_since = coalesce(dead_since,
               case when failing_since < now() - interval '${LONG_ENOUGH}' then clock_timestamp() end)
           where id = $1`,
      [id],
    );
    await this.standings.look({ kind: SOURCE, id });
  }
}
