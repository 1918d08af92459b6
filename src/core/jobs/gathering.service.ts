import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '../config/config';
import { Transactions } from '../database/transactions';
import type { Entry } from '../journal/entry';
import { Reactions } from '../journal/reactions';
import { Chore } from './chore';

/** So many are taken at once. */
const BATCH = 200;
/** Milliseconds in which entries gather after the first of them. */
const PAUSE = 250;
/** As often as jobs are tried, with growing pauses. */
const TRIES = 12;

interface Due {
  reaction: string;
  entry: Entry;
  tries: number;
}

const kindOf = ({ reaction, entry }: Due): string => `${reaction} ${entry.name}`;

/**
 * Performs the reactions that are gathered, many entries in one transaction, which also crosses them off: they are
 * performed exactly once, wherever a process dies. One process at a time does so, in the order in which they were written.
 */
@Injectable()
export class Gathering extends Chore implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Gathering');
  private timer?: NodeJS.Timeout;
  private round?: Promise<void>;
  private more = false;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly reactions: Reactions,
  ) {
    super();
  }

  /** What this process writes is not kept waiting until chores are looked for. */
  onApplicationBootstrap(): void {
    if (this.config.worker) this.reactions.onGathered(() => this.soon());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  async perform(): Promise<boolean> {
    try {
      return await this.transactions.run((tx) => this.takeSome(tx, (due) => this.together(tx, due)));
    } catch (error) {
      this.log.warn(`One by one: ${(error as Error).message}`);
      return this.transactions.run((tx) => this.takeSome(tx, (due) => this.oneByOne(tx, due)));
    }
  }

  /** Nothing while another process is at it. */
  private async takeSome(tx: EntityManager, perform: (due: Due[]) => Promise<void>): Promise<boolean> {
    const [{ mine }] = await tx.query<[{ mine: boolean }]>(
      `select exists (select from gathered_entries where due_at <= clock_timestamp())
         and pg_try_advisory_xact_lock(hashtext('polylog gathering')) as mine`,
    );
    if (!mine) return false;
    const due = await tx.query<Due[]>(
      `with taken as (
         delete from gathered_entries where id = any(array(
           select id from gathered_entries where due_at <= clock_timestamp() order by id limit $1
         )) returning *
       ) select reaction, entry, tries from taken order by id`,
      [BATCH],
    );
    await perform(due);
    return due.length > 0;
  }

  private async together(tx: EntityManager, due: Due[]): Promise<void> {
    const kinds = new Set(due.map(kindOf));
    for (const kind of kinds) {
      const alike = due.filter((each) => kindOf(each) === kind);
      await this.reactions.performAll(
        tx,
        alike[0]!.reaction,
        alike.map(({ entry }) => entry),
      );
    }
  }

  /** What cannot be done must not keep the others waiting. */
  private async oneByOne(tx: EntityManager, due: Due[]): Promise<void> {
    for (const { reaction, entry, tries } of due) {
      await tx.query('savepoint one');
      try {
        await this.reactions.performAll(tx, reaction, [entry]);
      } catch (error) {
        await tx.query('rollback to savepoint one');
        await this.putBack(tx, { reaction, entry, tries: tries + 1 });
        this.log.error(`${reaction}, ${tries + 1} of ${TRIES} times: ${(error as Error).message}`);
      }
    }
  }

  private async putBack(tx: EntityManager, { reaction, entry, tries }: Due): Promise<void> {
    await tx.query(
      `insert into gathered_entries (reaction, entry, tries, due_at) values ($1, $2, $3::int,
         case when $3::int < ${TRIES} then clock_timestamp() + exp($3::int) * interval '1 second' else 'infinity' end)`,
      [reaction, JSON.stringify(entry), tries],
    );
  }

  private soon(): void {
    this.more = true;
    if (this.timer || this.round || this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.more = false;
      this.round = this.clear().finally(() => {
        this.round = undefined;
        if (this.more) this.soon();
      });
    }, PAUSE).unref();
  }

  private async clear(): Promise<void> {
    try {
      while (!this.stopped && (await this.perform()));
    } catch (error) {
      if (!this.stopped) this.log.warn(`Tried again soon: ${(error as Error).message}`);
    }
  }
}
