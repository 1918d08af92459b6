import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { keysSaying } from '../../core/i18n/words';
import { Journal } from '../../core/journal/journal';
import { wrongWordsPolicy } from './wrong-words.policy';
import type { NewWrongWords } from './wrong-words.schema';

/** Most that are listed; who develops a hub mends as she goes. */
const MOST = 200;

interface Row {
  id: string;
  page: string;
  locale: Locale;
  wrong: string;
  better: string;
  reporter: string | null;
  reportedAt: Date;
  mendedAt: Date | null;
}

export interface WrongWordsView extends Row {
  /** Where such words stand in `locales/`. */
  keys: string[];
}

/** Wrong words of the interface: reported by whoever sees them, mended in the folders of words. */
@Injectable()
export class WrongWords {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  async report(actor: Actor, { page, locale, wrong, better }: NewWrongWords): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [{ id }] = await tx.query<[{ id: string }]>(
        `insert into wrong_words (page, locale, wrong, better, reported_by) values ($1, $2, $3, $4, $5) returning id`,
        [page, locale, wrong, better, actor.person?.id ?? null],
      );
      const subject = { kind: 'wrong_words', id };
      await this.journal.record(tx, 'wrong_words.reported', {
        actor,
        subject,
        scope: subject,
        data: { locale },
      });
    });
  }

  /** Open ones first, then the newest. */
  async list(actor: Actor): Promise<WrongWordsView[]> {
    const rows = await this.database.query<Row[]>(
      `select reported.id, page, reported.locale, wrong, better, person.name as reporter,
         reported_at as "reportedAt", mended_at as "mendedAt"
       from wrong_words reported left join people person on person.id = reported_by
       where ${wrongWordsPolicy.readable(actor, 'reported').where}
       order by mended_at is not null, reported_at desc limit ${MOST}`,
    );
    return rows.map((row) => ({ ...row, keys: keysSaying(row.locale, row.wrong) }));
  }

  async settle(actor: Actor, id: string, done: boolean): Promise<void> {
    wrongWordsPolicy.allow(actor, 'settle', {});
    await this.transactions.run(async (tx) => {
      const [changed] = await tx.query<[{ id: string }[], number]>(
        `update wrong_words set mended_at = case when $2 then clock_timestamp() end
         where id = $1 and (mended_at is null) = $2 returning id`,
        [id, done],
      );
      if (changed.length === 0) return this.assertThere(id);
      const subject = { kind: 'wrong_words', id };
      const name = done ? 'wrong_words.mended' : 'wrong_words.reopened';
      await this.journal.record(tx, name, { actor, subject, scope: subject, data: {} });
    });
  }

  private async assertThere(id: string): Promise<void> {
    const found = await this.database.query<unknown[]>('select from wrong_words where id = $1', [id]);
    if (found.length === 0) throw new NotFound();
  }
}
