import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { Transactions } from '../core/database/transactions';
import type { Locale } from '../core/i18n/locales';
import { Journal } from '../core/journal/journal';
import type { NewMessage } from './contact.schema';

/** A message as it was stored. */
export interface ContactMessage extends NewMessage {
  locale: Locale;
}

/** The way to those who run the hub. Stored first, then mailed: nothing is lost when a mail server is away. */
@Injectable()
export class Contact {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  async write(actor: Actor, locale: Locale, { subject, email, body }: NewMessage): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [{ id }] = await tx.query<[{ id: string }]>(
        'insert into contact_messages (subject, email, body, locale) values ($1, $2, $3, $4) returning id',
        [subject, email, body, locale],
      );
      const message = { kind: 'contact', id };
      await this.journal.record(tx, 'contact.written', {
        actor,
        subject: message,
        scope: message,
        data: { messageId: id },
      });
    });
  }

  async find(id: string): Promise<ContactMessage | undefined> {
    const [row] = await this.database.query<ContactMessage[]>(
      'select subject, email, body, locale from contact_messages where id = $1',
      [id],
    );
    return row;
  }

  /** Who answers: the hub's administrators, each in her language. */
  administrators(): Promise<{ email: string; locale: Locale }[]> {
    return this.database.query(
      `select distinct person.email, person.locale from grants
       join people person on person.id = grants.person_id where grants.role = 'administrator'`,
    );
  }
}
