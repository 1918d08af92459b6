import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { Grants } from '../../core/access/grants.service';
import { Transactions } from '../../core/database/transactions';
import { Refusal } from '../../core/errors/refusal';
import { parse } from '../../core/http/parse';
import { FALLBACK_LOCALE } from '../../core/i18n/locales';
import { Journal } from '../../core/journal/journal';
import { Actors } from '../actors.service';
import { MailLinks } from '../mail-links.service';
import { Passwords } from '../passwords/passwords.service';
import { Sessions } from '../sessions/sessions.service';
import { likelyTimeZone } from '../time-zones';
import { admission, type Admission } from './sign-up.schema';

/** A person of the demonstration; without a password she cannot sign in. */
export type DemoPerson = Omit<Admission, 'password'> & { password?: string };

/** People whose address needs no proof any more: they can sign in at once. */
@Injectable()
export class Admissions {
  constructor(
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly passwords: Passwords,
    private readonly actors: Actors,
    private readonly grants: Grants,
    private readonly sessions: Sessions,
    private readonly links: MailLinks,
  ) {}

  /**
   * An invitation that was mailed has proven the address. A sign-up that still waited for its proof gives way.
   * @throws Refusal 409 when the address has an account: its owner signs in instead
   */
  async signUpInvited(input: Admission): Promise<Actor> {
    const person = parse(admission, input);
    const hash = await this.passwords.hash(person.password);
    const id = await this.transactions.run((tx) => this.admit(tx, { ...person, hash, demo: false }));
    if (!id) throw new Refusal(409, 'accounts:refusal.known_address');
    return (await this.actors.ofPerson(id))!;
  }

  /** For the demonstration. An address that is there stays as it is. Returns the person's id. */
  async createPerson(input: DemoPerson, demo = true): Promise<string> {
    const person = parse(admission.partial({ password: true }), input);
    const hash = person.password ? await this.passwords.hash(person.password) : null;
    return this.transactions.run(async (tx) => {
      const added = await this.admit(tx, { ...person, hash, demo });
      return added ?? this.idOf(tx, person.email);
    });
  }

  /**
   * For the command line. Somebody with this address becomes an administrator with the new password and is
   * signed out everywhere: who can run commands on the machine owns the hub.
   */
  async createAdministrator(email: string, name: string, password: string): Promise<string> {
    const person = parse(admission, { email, name, password, locale: FALLBACK_LOCALE });
    const hash = await this.passwords.hash(person.password);
    return this.transactions.run(async (tx) => {
      const added = await this.admit(tx, { ...person, hash, demo: false });
      const id = added ?? (await this.idOf(tx, person.email));
      if (!added) await this.replacePassword(tx, id, hash);
      await this.grants.give(tx, id, 'administrator', null);
      return id;
    });
  }

  /** `undefined` when a confirmed person has the address. */
  private async admit(tx: EntityManager, person: Admitted): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into people (email, name, password_hash, locale, reading_locales, time_zone, organisation_id, demo, confirmed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp())
       on conflict (email) do update set name = excluded.name, password_hash = excluded.password_hash,
         locale = excluded.locale, reading_locales = excluded.reading_locales, time_zone = excluded.time_zone,
         organisation_id = excluded.organisation_id, confirmed_at = excluded.confirmed_at
       where people.confirmed_at is null
       returning id`,
      [
        person.email,
        person.name,
        person.hash,
        person.locale,
        person.readingLocales,
        person.timeZone ?? likelyTimeZone(person.locale),
        person.organisationId,
        person.demo,
      ],
    );
    if (!row) return undefined;
    await this.links.spend(tx, 'confirm', row.id);
    await this.links.spend(tx, 'reset', row.id);
    const subject = { kind: 'person', id: row.id };
    await this.journal.record(tx, 'person.admitted', {
      actor: Actor.system,
      subject,
      scope: subject,
      data: {},
    });
    return row.id;
  }

  private async replacePassword(tx: EntityManager, id: string, hash: string): Promise<void> {
    await tx.query('update people set password_hash = $2 where id = $1', [id, hash]);
    await this.links.spend(tx, 'reset', id);
    await this.sessions.endAll(tx, Actor.system, id);
    const subject = { kind: 'person', id };
    await this.journal.record(tx, 'person.password_changed', {
      actor: Actor.system,
      subject,
      scope: subject,
      data: {},
    });
  }

  private async idOf(tx: EntityManager, email: string): Promise<string> {
    const [row] = await tx.query<[{ id: string }]>('select id from people where email = $1', [email]);
    return row.id;
  }
}

type Admitted = Omit<ReturnType<typeof admission.parse>, 'password'> & { hash: string | null; demo: boolean };
