import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Weight } from '../../core/texts/original-revisions';
import type { Actor } from '../../core/access/actor';
import { revise } from '../../core/database/revise';
import { Transactions } from '../../core/database/transactions';
import { withTranslations } from '../../core/database/translation';
import { Conflict, NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { PartnershipAccess } from '../partnership.access';
import { STATEMENT_KINDS, Statement, StatementTranslation, type StatementKind } from './statement.entity';

export interface NewStatement {
  kind: StatementKind;
  text: string;
  locale: Locale;
}

const KIND = {
  name: 'statement',
  entity: Statement,
  translation: StatementTranslation,
  strings: ['text' as const],
};

/** What a partnership stands for, sentence by sentence. */
@Injectable()
export class Statements {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: PartnershipAccess,
  ) {}

  /** By kind and number, with the translations that the reader might be shown. */
  async of(partnershipId: string, locales: readonly string[]): Promise<Statement[]> {
    const query = this.database
      .createQueryBuilder(Statement, 'statement')
      .where('statement.partnershipId = :partnershipId', { partnershipId });
    const rows = await withTranslations(query, 'statement', locales).orderBy('statement.number').getMany();
    return rows.sort((a, b) => STATEMENT_KINDS.indexOf(a.kind) - STATEMENT_KINDS.indexOf(b.kind));
  }

  /** Stands last of its kind. Returns its id. */
  async add(actor: Actor, slug: string, { kind, text, locale }: NewStatement): Promise<string> {
    const partnership = await this.access.to(actor, 'edit', slug);
    return this.transactions.run(async (tx) => {
      await this.access.lock(tx, partnership);
      const number = (await tx.countBy(Statement, { partnershipId: partnership.id, kind })) + 1;
      const row = { partnershipId: partnership.id, kind, number, text, locale };
      const { identifiers } = await tx.insert(Statement, row);
      const { id } = identifiers[0] as { id: string };
      await this.record(tx, actor, 'statement.added', { ...row, id });
      return id;
    });
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async edit(
    actor: Actor,
    slug: string,
    id: string,
    { text, locale, revision, weight }: { text: string; locale: Locale; revision: number; weight: Weight },
  ): Promise<void> {
    const statement = await this.statement(actor, slug, id);
    const saved = await this.transactions.run(async (tx) => {
      if (!(await revise(tx, KIND, id, revision, { text, locale }, { by: actor, weight }))) return false;
      const data = { kind: statement.kind, revision: revision + 1 };
      const subject = { kind: 'statement', id };
      const { partnershipId } = statement;
      await this.access.record(tx, 'statement.edited', { actor, partnershipId, subject, data });
      return true;
    });
    if (saved) return;
    const now = await this.statement(actor, slug, id);
    throw new Conflict({ revision: now.revision, text: now.text, locale: now.locale });
  }

  /** One place up or down among its kind; at the end of the list nothing moves. */
  async move(actor: Actor, slug: string, id: string, direction: 'up' | 'down'): Promise<void> {
    const partnership = await this.access.to(actor, 'edit', slug);
    await this.transactions.run(async (tx) => {
      await this.access.lock(tx, partnership);
      const { kind, number } = await this.within(tx, partnership.id, id);
      const place = direction === 'up' ? number - 1 : number + 1;
      const other = await tx.findOneBy(Statement, { partnershipId: partnership.id, kind, number: place });
      if (!other) return;
      await tx.update(Statement, id, { number: 0 });
      await tx.update(Statement, other.id, { number });
      await tx.update(Statement, id, { number: place });
      const subject = { kind: 'statement', id };
      const data = { kind, number: place };
      await this.access.record(tx, 'statement.moved', {
        actor,
        partnershipId: partnership.id,
        subject,
        data,
      });
    });
  }

  /** Those after it move up. */
  async remove(actor: Actor, slug: string, id: string): Promise<void> {
    const partnership = await this.access.to(actor, 'edit', slug);
    await this.transactions.run(async (tx) => {
      await this.access.lock(tx, partnership);
      const gone = await this.within(tx, partnership.id, id);
      await tx.delete(Statement, id);
      const { kind, number, partnershipId } = gone;
      const after: { id: string }[] = await tx.query(
        'select id from statements where partnership_id = $1 and kind = $2 and number > $3 order by number',
        [partnershipId, kind, number],
      );
      for (const [place, row] of after.entries())
        await tx.update(Statement, row.id, { number: number + place });
      await this.record(tx, actor, 'statement.removed', gone);
    });
  }

  private async statement(actor: Actor, slug: string, id: string): Promise<Statement> {
    const partnership = await this.access.to(actor, 'edit', slug);
    return this.within(this.database.manager, partnership.id, id);
  }

  private async within(tx: EntityManager, partnershipId: string, id: string): Promise<Statement> {
    const row = await tx.findOneBy(Statement, { id, partnershipId });
    if (!row) throw new NotFound();
    return row;
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    name: 'statement.added' | 'statement.removed',
    { id, kind, partnershipId }: Pick<Statement, 'id' | 'kind' | 'partnershipId'>,
  ): Promise<void> {
    const subject = { kind: 'statement', id };
    await this.access.record(tx, name, { actor, partnershipId, subject, data: { kind } });
  }
}
