import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { People } from '../../accounts/people.service';
import type { Actor } from '../../core/access/actor';
import { Grants } from '../../core/access/grants.service';
import { Transactions } from '../../core/database/transactions';
import { Forbidden, Invalid, NotFound } from '../../core/errors/refusal';
import { LOCALES, type Locale } from '../../core/i18n/locales';
import { Journal } from '../../core/journal/journal';
import { translatorPolicy } from './translator.policy';
import type { NewTranslator, TranslatorView } from './translator.schema';

const HELD = `select 1 from grants
  where person_id = $1 and role = 'translator' and place_id is null and detail = $2 for update`;

/** Who translates into which language, anywhere on the hub. */
@Injectable()
export class Translators {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly grants: Grants,
    private readonly people: People,
    private readonly journal: Journal,
  ) {}

  /** By language and name. Only those who appoint see addresses. */
  async list(actor: Actor): Promise<TranslatorView[]> {
    this.allow(actor, 'read');
    const { where } = translatorPolicy.readable(actor, 'held');
    const rows = await this.database.query<(TranslatorView & { email: string })[]>(
      `select person.id as "personId", person.name, person.email, held.detail as locale
       from grants held join people person on person.id = held.person_id
       where held.role = 'translator' and held.detail = any($1) and ${where}
       order by array_position($1::text[], held.detail), person.name, person.id`,
      [[...LOCALES]],
    );
    const appoints = translatorPolicy.may(actor, 'appoint', undefined);
    return rows.map((row) => ({ ...row, email: appoints ? row.email : null }));
  }

  /** By the address of somebody who has an account already. */
  async appoint(actor: Actor, { email, locale }: NewTranslator): Promise<TranslatorView> {
    this.allow(actor, 'appoint');
    const person = await this.people.byEmail(email);
    if (!person?.confirmedAt) throw Invalid.field('email', 'translations:problem.no_account');
    const { id: personId, name } = person;
    await this.transactions.run(async (tx) => {
      await tx.query('select 1 from people where id = $1 for update', [personId]);
      const held = await tx.query<unknown[]>(HELD, [personId, locale]);
      if (held.length > 0) throw Invalid.field('email', 'translations:problem.translator_already');
      await this.grants.give(tx, personId, 'translator', null, locale);
      const subject = { kind: 'person', id: personId };
      await this.journal.record(tx, 'translator.appointed', {
        ...{ actor, subject, scope: subject, data: { locale } },
      });
    });
    return { personId, name, email: person.email, locale };
  }

  /** What she has translated stays, and stays hers. @throws NotFound when she does not translate into it */
  async dismiss(actor: Actor, personId: string, locale: Locale): Promise<void> {
    this.allow(actor, 'appoint');
    await this.transactions.run(async (tx) => {
      const held = await tx.query<unknown[]>(HELD, [personId, locale]);
      if (held.length === 0) throw new NotFound();
      await this.grants.take(tx, personId, 'translator', null, locale);
      const subject = { kind: 'person', id: personId };
      await this.journal.record(tx, 'translator.removed', {
        ...{ actor, subject, scope: subject, data: { locale } },
      });
    });
  }

  /** That there are translators is no secret: who may not see them is told why. */
  private allow(actor: Actor, ability: 'read' | 'appoint'): void {
    if (!translatorPolicy.may(actor, 'read', undefined))
      throw new Forbidden('translations:refusal.appointers_only');
    translatorPolicy.allow(actor, ability, undefined);
  }
}
