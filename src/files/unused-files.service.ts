import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '../core/access/actor';
import { Transactions } from '../core/database/transactions';
import { Chore } from '../core/jobs/chore';
import { TextKinds } from '../core/texts/text-kinds';
import { Files } from './files.service';

const HOUR = 3_600_000;
/** Long enough to finish a text in which the file is to stand. */
const PATIENCE = '7 days';
const AT_ONCE = 100;

/** Files that were brought and never used, or that belonged to texts that are gone. */
@Injectable()
export class UnusedFiles extends Chore {
  private readonly log = new Logger('UnusedFiles');
  private looked = 0;

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly kinds: TextKinds,
    private readonly files: Files,
  ) {
    super();
  }

  async perform(): Promise<boolean> {
    if (Date.now() - this.looked < HOUR) return false;
    this.looked = Date.now();
    await this.removeAll();
    return false;
  }

  /** One by one: what cannot be removed does not keep the others. */
  async removeAll(): Promise<void> {
    await this.letGo();
    const unused = await this.database.query<{ id: string }[]>(
      `select id from files where created_at < now() - interval '${PATIENCE}'
         and not exists (select from file_uses where file_id = files.id)
       order by created_at limit ${AT_ONCE}`,
    );
    for (const { id } of unused)
      await this.files
        .remove(Actor.system, id)
        .catch((error: Error) => this.log.warn(`${id} stays: ${error.message}`));
  }

  /** Texts that have been removed use nothing any more. */
  private async letGo(): Promise<void> {
    await this.transactions.run(async (tx) => {
      for (const { name, table } of this.kinds.all)
        await tx.query(
          `delete from file_uses used
           where kind = $1 and not exists (select from ${table} owner where owner.id = used.owner_id)`,
          [name],
        );
    });
  }
}
