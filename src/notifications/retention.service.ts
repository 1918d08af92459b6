import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Chore } from '../core/jobs/chore';
import { NoticeKinds } from './notice-kinds.service';

const HOUR = 3_600_000;
const AT_ONCE = 1000;
const READ = '6 months';
const EVER = '24 months';

/** What was told and read is forgotten; of moderation, whose statements it leads to, as late as what was never read. */
@Injectable()
export class NotificationRetention extends Chore {
  private looked = 0;

  constructor(
    private readonly database: DataSource,
    private readonly kinds: NoticeKinds,
  ) {
    super();
  }

  async perform(): Promise<boolean> {
    if (Date.now() - this.looked < HOUR) return false;
    const more = await this.forgetDue();
    if (!more) this.looked = Date.now();
    return more;
  }

  /** One round. @returns whether there may be more */
  async forgetDue(): Promise<boolean> {
    const [, forgotten] = await this.database.query<[unknown[], number]>(
      `delete from notifications where id in (
         select id from notifications
         where created_at < now() - interval '${READ}'
           and (created_at < now() - interval '${EVER}'
             or (read_at < now() - interval '${READ}' and name <> all($1::text[])))
         limit ${AT_ONCE})`,
      [this.kinds.ofSort('moderation')],
    );
    return forgotten === AT_ONCE;
  }
}
