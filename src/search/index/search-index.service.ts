import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type EntityManager } from 'typeorm';
import { Transactions } from '../../core/database/transactions';
import { Chore } from '../../core/jobs/chore';
import { TextKinds } from '../../core/texts/text-kinds';
import { writeRows } from './search-rows';

/** Raise it when rows are made in another way: hubs that have older ones make them all anew. */
const VERSION = 2;
const BATCH = 100;
/** What could not be indexed is tried again after this long. */
const AGAIN = '5 minutes';

interface Due {
  kind: string;
  owner_id: string;
}

/** Keeps the rows that are searched as the texts are. One process at a time does so, in the order of the entries. */
@Injectable()
export class SearchIndex extends Chore implements OnApplicationBootstrap {
  private readonly log = new Logger('SearchIndex');

  constructor(
    private readonly kinds: TextKinds,
    private readonly transactions: Transactions,
    private readonly database: DataSource,
  ) {
    super();
  }

  /** When rows are made in another way than those that are there, or of other kinds of texts, all are made anew. */
  async onApplicationBootstrap(): Promise<void> {
    await this.transactions.run(async (tx) => {
      const changed = await tx.query<unknown[]>(
        `insert into search_made (made_of) values ($1)
         on conflict (single) do update set made_of = excluded.made_of where search_made.made_of <> excluded.made_of
         returning 1`,
        [[VERSION, ...this.kinds.all.map(({ name }) => name).sort()].join(' ')],
      );
      if (changed.length > 0) await this.askForAll(tx);
    });
  }

  /** Texts whose surroundings have changed, while they themselves have not. */
  async askFor(tx: EntityManager, kind: string, ids: readonly string[]): Promise<void> {
    await tx.query('insert into search_due (kind, owner_id) select $1, id from unnest($2::uuid[]) id', [
      kind,
      ids,
    ]);
  }

  /** All texts are looked at again, by and by; rows of texts that are no more go at once. */
  async askForAll(tx: EntityManager): Promise<void> {
    const names = this.kinds.all.map(({ name }) => name);
    await tx.query('delete from search_rows where kind <> all($1::text[])', [names]);
    for (const { name, table } of this.kinds.all) {
      await tx.query(
        `delete from search_rows row
         where kind = $1 and not exists (select from ${table} owner where owner.id = row.owner_id)`,
        [name],
      );
      await tx.query('delete from search_due where kind = $1', [name]); // asked for already
      await tx.query(`insert into search_due (kind, owner_id) select $1, id from ${table}`, [name]);
    }
  }

  async perform(): Promise<boolean> {
    try {
      return await this.transactions.run((tx) => this.indexSome(tx, BATCH));
    } catch (error) {
      this.log.warn(`One by one: ${(error as Error).message}`);
      return this.transactions.run((tx) => this.indexOne(tx));
    }
  }

  /** Makes all rows anew, also beside a worker that does the same. @returns how many texts there are */
  async rebuild(): Promise<number> {
    await this.transactions.run((tx) => this.askForAll(tx));
    while (await this.isDue()) if (!(await this.perform())) await sleep(200);
    await this.database.query('analyze search_rows');
    const [{ count }] = await this.database.query<[{ count: string }]>(
      'select count(distinct owner_id) as count from search_rows',
    );
    return Number(count);
  }

  private async isDue(): Promise<boolean> {
    const [{ due }] = await this.database.query<[{ due: boolean }]>(
      'select exists (select from search_due where due_at <= clock_timestamp()) as due',
    );
    return due;
  }

  private async indexSome(tx: EntityManager, most: number): Promise<boolean> {
    const due = await this.take(tx, most);
    for (const kind of this.kinds.all) {
      const ids = due.filter((each) => each.kind === kind.name).map(({ owner_id }) => owner_id);
      if (ids.length > 0) await writeRows(tx, this.kinds, kind, [...new Set(ids)]);
    }
    return due.length > 0;
  }

  /** What does not let itself be indexed must not keep the others waiting. */
  private async indexOne(tx: EntityManager): Promise<boolean> {
    const [due] = await this.take(tx, 1);
    if (!due) return false;
    await tx.query('savepoint one');
    try {
      const kind = this.kinds.of(due.kind);
      if (kind) await writeRows(tx, this.kinds, kind, [due.owner_id]);
    } catch (error) {
      await tx.query('rollback to savepoint one');
      await tx.query(
        `insert into search_due (kind, owner_id, due_at) values ($1, $2, now() + interval '${AGAIN}')`,
        [due.kind, due.owner_id],
      );
      this.log.error(`Not found by search: ${due.kind} ${due.owner_id}`, error);
    }
    return true;
  }

  /** Nothing while another process is at it: what it read before would overwrite what is read now. */
  private async take(tx: EntityManager, most: number): Promise<Due[]> {
    const [{ mine }] = await tx.query<[{ mine: boolean }]>(
      `select exists (select from search_due where due_at <= clock_timestamp())
         and pg_try_advisory_xact_lock(hashtext('polylog search')) as mine`,
    );
    if (!mine) return [];
    const [due] = await tx.query<[Due[], number]>(
      `delete from search_due where ctid = any(array(
         select ctid from search_due where due_at <= clock_timestamp() order by due_at limit $1
       )) returning kind, owner_id`,
      [most],
    );
    return due;
  }
}
