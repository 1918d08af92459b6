import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { randomSecret } from '../core/config/config';
import type { Locale } from '../core/i18n/locales';

export type LinkPurpose = 'confirm' | 'reset';

const HOURS: Record<LinkPurpose, number> = { confirm: 72, reset: 1 };

/** Whose link it is, for the page that asks before anything happens. */
export interface LinkOwner {
  id: string;
  name: string;
  email: string;
  locale: Locale;
  hasPassword: boolean;
}

/** Links that prove an address by arriving there: random, single use, short-lived; only their hash is kept. */
@Injectable()
export class MailLinks {
  constructor(private readonly database: DataSource) {}

  /** Returns the secret part of the address. Called where the mail is written, so that it stands nowhere else. */
  async make(personId: string, purpose: LinkPurpose): Promise<string> {
    const token = randomSecret();
    await this.database.query("delete from mail_links where expires_at < now() - interval '30 days'");
    await this.database.query(
      `insert into mail_links (hash, person_id, purpose, expires_at)
       values ($1, $2, $3, now() + make_interval(hours => $4))`,
      [linkHash(token), personId, purpose, HOURS[purpose]],
    );
    return token;
  }

  /** Looks without using it: mail scanners follow links, too. `undefined` when used, expired or unknown. */
  async owner(purpose: LinkPurpose, token: string): Promise<LinkOwner | undefined> {
    const [row] = await this.database.query<LinkOwner[]>(
      `select person.id, person.name, person.email, person.locale, person.password_hash is not null as "hasPassword"
       from mail_links link join people person on person.id = link.person_id
       where link.hash = $1 and link.purpose = $2 and link.used_at is null and link.expires_at > now()`,
      [linkHash(token), purpose],
    );
    return row;
  }

  /** Uses the link, and with it every other one of its kind. Returns whose it was, once. */
  async use(tx: EntityManager, purpose: LinkPurpose, token: string): Promise<string | undefined> {
    const [rows] = await tx.query<[{ person_id: string }[]]>(
      `update mail_links set used_at = now()
       where hash = $1 and purpose = $2 and used_at is null and expires_at > now() returning person_id`,
      [linkHash(token), purpose],
    );
    const personId = rows[0]?.person_id;
    if (personId) await this.spend(tx, purpose, personId);
    return personId;
  }

  /** No link of this kind that was sent before opens anything any more. */
  async spend(tx: EntityManager, purpose: LinkPurpose, personId: string): Promise<void> {
    await tx.query(
      'update mail_links set used_at = now() where person_id = $1 and purpose = $2 and used_at is null',
      [personId, purpose],
    );
  }
}

const linkHash = (token: string): Buffer => createHash('sha256').update(token).digest();
