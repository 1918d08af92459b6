import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Invalid } from '../../core/errors/refusal';
import type { EntryName } from '../../core/journal/entry';
import { Journal } from '../../core/journal/journal';
import { MailLinks } from '../mail-links.service';
import { Passwords } from '../passwords/passwords.service';
import { nextPath } from '../sign-in/next-path';
import type { SignUp } from './sign-up.schema';

/** Becoming somebody here: giving an address, and proving that it is one's own. */
@Injectable()
export class SignUps {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly passwords: Passwords,
    private readonly links: MailLinks,
  ) {}

  /** Says nothing of whether the address was known, and takes as long: only the mail tells its owner. */
  async signUp(actor: Actor, input: SignUp): Promise<void> {
    const [known] = await this.database.query<{ hash: string | null }[]>(
      'select password_hash as hash from people where email = $1',
      [input.email],
    );
    const samePassword = await this.passwords.fits(input.password, known?.hash ?? null);
    const passwordHash = await this.passwords.hash(input.password);
    await this.transactions.run(async (tx) => {
      const added = await this.add(tx, input, passwordHash);
      const waiting = added ?? (await this.again(tx, input, samePassword));
      if (waiting) return this.record(tx, actor, 'person.signed_up', waiting);
      const [owner] = await tx.query<{ id: string }[]>('select id from people where email = $1', [
        input.email,
      ]);
      if (owner) await this.record(tx, actor, 'person.signed_up_again', owner.id);
    });
  }

  /** The mail once more. Says nothing of whether there is anybody to confirm. */
  async resend(actor: Actor, email: string): Promise<void> {
    const [waiting] = await this.database.query<{ id: string }[]>(
      'select id from people where email = $1 and confirmed_at is null',
      [email],
    );
    if (!waiting) return;
    await this.transactions.run((tx) => this.record(tx, actor, 'person.confirmation_requested', waiting.id));
  }

  /**
   * Proves the address. Returns who it is and where she was going; `undefined` when the link is spent.
   * @throws Invalid when a password has to be chosen first
   */
  async confirm(
    actor: Actor,
    token: string,
    password: string | undefined,
  ): Promise<{ personId: string; next: string | null } | undefined> {
    const chosen = password === undefined ? null : await this.passwords.hash(password);
    return this.transactions.run(async (tx) => {
      const personId = await this.links.use(tx, 'confirm', token);
      if (!personId) return undefined;
      const next = await this.open(tx, personId, chosen);
      await this.record(tx, actor, 'person.confirmed', personId);
      return { personId, next };
    });
  }

  private async add(tx: EntityManager, input: SignUp, passwordHash: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into people (email, name, password_hash, locale, reading_locales, time_zone, next_path)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (email) do nothing returning id`,
      [input.email, input.name, passwordHash, ...profile(input)],
    );
    return row?.id;
  }

  /**
   * Two sign-ups for one unproven address may come from two people. The last one counts, but unless both knew
   * the same password neither does: the mail's reader chooses one, so that nobody waits inside who went first.
   */
  private async again(tx: EntityManager, input: SignUp, samePassword: boolean): Promise<string | undefined> {
    const [rows] = await tx.query<[{ id: string }[]]>(
      `update people set name = $2, password_hash = case when $3 then password_hash end,
         locale = $4, reading_locales = $5, time_zone = $6, next_path = $7
       where email = $1 and confirmed_at is null returning id`,
      [input.email, input.name, samePassword, ...profile(input)],
    );
    return rows[0]?.id;
  }

  private async open(tx: EntityManager, personId: string, chosen: string | null): Promise<string | null> {
    const [before] = await tx.query<[{ hash: string | null; next: string | null }]>(
      'select password_hash as hash, next_path as next from people where id = $1 for update',
      [personId],
    );
    const passwordHash = before.hash ?? chosen;
    if (!passwordHash) throw Invalid.field('password', 'errors:field.required');
    await tx.query(
      `update people set confirmed_at = coalesce(confirmed_at, clock_timestamp()), password_hash = $2,
         next_path = null where id = $1`,
      [personId, passwordHash],
    );
    return before.next;
  }

  private async record(tx: EntityManager, actor: Actor, name: PersonEntry, personId: string): Promise<void> {
    const person = { kind: 'person', id: personId };
    await this.journal.record(tx, name, { actor, subject: person, scope: person, data: {} });
  }
}

type PersonEntry = Extract<
  EntryName,
  'person.signed_up' | 'person.signed_up_again' | 'person.confirmation_requested' | 'person.confirmed'
>;

const profile = ({ locale, readingLocales, timeZone, next }: SignUp) => [
  locale,
  readingLocales,
  timeZone,
  nextPath(next) ?? null,
];
