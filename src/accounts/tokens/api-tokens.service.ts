import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { randomSecret } from '../../core/config/config';
import { Transactions } from '../../core/database/transactions';
import { Forbidden, NotFound, Refusal } from '../../core/errors/refusal';
import type { Entries } from '../../core/journal/entry';
import { Journal } from '../../core/journal/journal';
import { tokenHash } from '../actors.service';
import { ApiToken } from './api-token.entity';
import { apiTokenPolicy } from './api-token.policy';
import type { NewToken, TokenView } from './api-token.schema';

const MOST = 30;

/** So that a token that leaked into a log or a repository is recognised for what it is. */
const MARK = 'polylog_';

/** Passwords for programs, each with a name and a scope of its own. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  async list(actor: Actor): Promise<TokenView[]> {
    const rows = await this.readable(actor).orderBy('token.createdAt', 'DESC').getMany();
    return rows.map((row) => view(actor, row));
  }

  /** The secret is returned here and never again. Not for tokens: one that expires must not make one that does not. */
  async make(actor: Actor, input: NewToken): Promise<{ token: TokenView; secret: string }> {
    const personId = actor.person?.id;
    if (!personId || actor.credential?.kind !== 'session')
      throw new Forbidden('accounts:refusal.session_needed');
    if ((await this.readable(actor).getCount()) >= MOST)
      throw new Refusal(422, 'accounts:refusal.too_many_tokens', { max: MOST });
    const secret = `${MARK}${randomSecret()}`;
    const row = await this.transactions.run(async (tx) => {
      const made = await tx.save(tx.create(ApiToken, { ...input, personId, hash: tokenHash(secret) }));
      await this.record(tx, actor, 'token.made', made, { scope: input.scope });
      return made;
    });
    return { token: view(actor, row), secret };
  }

  /** @throws NotFound for somebody else's as for one that is gone */
  async revoke(actor: Actor, id: string): Promise<void> {
    const token = await this.readable(actor).andWhere('token.id = :id', { id }).getOne();
    if (!token) throw new NotFound();
    apiTokenPolicy.allow(actor, 'revoke', token);
    await this.transactions.run(async (tx) => {
      const { affected } = await tx.delete(ApiToken, { id });
      if (affected) await this.record(tx, actor, 'token.revoked', token, {});
    });
  }

  private readable(actor: Actor) {
    const { where, parameters } = apiTokenPolicy.readable(actor, 'token');
    return this.database.createQueryBuilder(ApiToken, 'token').where(where, parameters);
  }

  private async record<Name extends 'token.made' | 'token.revoked'>(
    tx: EntityManager,
    actor: Actor,
    name: Name,
    token: { id: string; personId: string },
    data: Entries[Name],
  ): Promise<void> {
    const subject = { kind: 'token', id: token.id };
    await this.journal.record(tx, name, {
      actor,
      subject,
      scope: { kind: 'person', id: token.personId },
      data,
    });
  }
}

const view = (actor: Actor, token: ApiToken): TokenView => ({
  id: token.id,
  name: token.name,
  scope: token.scope,
  createdAt: token.createdAt.toISOString(),
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
  expiresAt: token.expiresAt?.toISOString() ?? null,
  can: apiTokenPolicy.can(actor, token),
});
