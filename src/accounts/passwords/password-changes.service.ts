import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Forbidden, Invalid } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { MailLinks } from '../mail-links.service';
import { personPolicy } from '../profile/person.policy';
import { Sessions } from '../sessions/sessions.service';
import type { PasswordChange } from './password.schema';
import { Passwords } from './passwords.service';

/** A new password: because one wants to, or because the old one is forgotten. */
@Injectable()
export class PasswordChanges {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly passwords: Passwords,
    private readonly links: MailLinks,
    private readonly sessions: Sessions,
  ) {}

  /** Asks for the old one. Every other session ends. */
  async change(actor: Actor, { currentPassword, password }: PasswordChange): Promise<void> {
    const id = actor.person?.id;
    if (!id || actor.credential?.kind !== 'session') throw new Forbidden('accounts:refusal.session_needed');
    personPolicy.allow(actor, 'edit', { id });
    const [row] = await this.database.query<{ hash: string | null }[]>(
      'select password_hash as hash from people where id = $1',
      [id],
    );
    if (!(await this.passwords.fits(currentPassword, row?.hash ?? null)))
      throw Invalid.field('currentPassword', 'accounts:problem.wrong_password');
    const hash = await this.passwords.hash(password);
    await this.transactions.run((tx) => this.replace(tx, actor, id, hash));
  }

  /** Sends a link, if there is anybody to send it to; the answer does not tell. */
  async forgotten(actor: Actor, email: string): Promise<void> {
    const [row] = await this.database.query<{ id: string }[]>('select id from people where email = $1', [
      email,
    ]);
    if (!row) return;
    const subject = { kind: 'person', id: row.id };
    await this.transactions.run((tx) =>
      this.journal.record(tx, 'person.reset_requested', { actor, subject, scope: subject, data: {} }),
    );
  }

  /** By the link of a mail, which also proves the address. Returns whose it was; `undefined` when it is spent. */
  async reset(actor: Actor, token: string, password: string): Promise<string | undefined> {
    const hash = await this.passwords.hash(password);
    return this.transactions.run(async (tx) => {
      const id = await this.links.use(tx, 'reset', token);
      if (!id) return undefined;
      await this.replace(tx, actor, id, hash);
      return id;
    });
  }

  private async replace(tx: EntityManager, actor: Actor, id: string, hash: string): Promise<void> {
    await tx.query(
      `update people set password_hash = $2, confirmed_at = coalesce(confirmed_at, clock_timestamp()) where id = $1`,
      [id, hash],
    );
    await this.links.spend(tx, 'reset', id);
    await this.sessions.endAll(tx, actor, id);
    const subject = { kind: 'person', id };
    await this.journal.record(tx, 'person.password_changed', { actor, subject, scope: subject, data: {} });
  }
}
