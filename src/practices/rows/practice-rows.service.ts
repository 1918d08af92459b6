import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { revise } from '../../core/database/revise';
import { Transactions } from '../../core/database/transactions';
import { Conflict, NotFound, Refusal } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { PracticeAccess } from '../practice-access.service';
import type { PracticeCase } from '../practice-case';
import { Practice } from '../practice.entity';
import type { PracticeRow } from './practice-row.entity';
import type { ListName, NewResult, NewRow, RowChanges } from './practice-row.schema';
import { ROW_KINDS, type Rows } from './row-kinds';
import { soundResult } from './row-rules';

/** More than anybody reads in one case. */
const MOST = 30;

/** Who takes part in a case, what came out of it, where more is told: line by line. */
@Injectable()
export class PracticeRows {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: PracticeAccess,
    private readonly journal: Journal,
  ) {}

  /** Stands last. Returns its id. */
  async add<List extends ListName>(
    actor: Actor,
    slug: string,
    list: List,
    given: NewRow[List],
  ): Promise<string> {
    const input = sound(list, given);
    return this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'edit', slug);
      const { entity } = ROW_KINDS[list];
      const others = await tx.find(entity, { where: { practiceId: found.id } });
      if (others.length >= MOST) throw new Refusal(422, 'practices:refusal.list_full', { most: MOST });
      const { locale } = await tx.findOneByOrFail(Practice, { id: found.id });
      const position = Math.max(-1, ...others.map((row) => row.position)) + 1;
      const row = { ...input, practiceId: found.id, position, locale };
      const { identifiers } = await tx.insert(entity, row);
      await this.edited(tx, actor, found);
      return (identifiers[0] as { id: string }).id;
    });
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async edit<List extends ListName>(
    actor: Actor,
    slug: string,
    list: List,
    id: string,
    given: RowChanges[List],
  ): Promise<void> {
    const { revision, weight, ...changes } = sound(list, given);
    const kind = ROW_KINDS[list];
    const saved = await this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'edit', slug);
      await within(tx, list, found.id, id);
      if (!(await revise(tx, kind, id, revision, changes as Partial<PracticeRow>, { by: actor, weight })))
        return false;
      await this.edited(tx, actor, found);
      return true;
    });
    if (!saved) {
      const now: PracticeRow = await this.row(actor, slug, list, id);
      throw new Conflict({ ...now });
    }
  }

  async remove(actor: Actor, slug: string, list: ListName, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'edit', slug);
      await within(tx, list, found.id, id);
      await tx.delete(ROW_KINDS[list].entity, id);
      await this.edited(tx, actor, found);
    });
  }

  /** For a form. @throws NotFound, Forbidden */
  async row<List extends ListName>(actor: Actor, slug: string, list: List, id: string): Promise<Rows[List]> {
    const found = await this.access.to(actor, 'edit', slug);
    return within(this.database.manager, list, found.id, id);
  }

  /** In their own language, for those who write them. */
  async of<List extends ListName>(practiceId: string, list: List): Promise<Rows[List][]> {
    const { entity } = ROW_KINDS[list];
    const rows = await this.database.manager.find(entity, {
      where: { practiceId },
      order: { position: 'ASC' },
    });
    return rows as unknown as Rows[List][];
  }

  private async edited(tx: EntityManager, actor: Actor, { id, partnershipId, revision }: PracticeCase) {
    await this.journal.record(tx, 'practice.edited', {
      actor,
      subject: { kind: 'practice', id },
      scope: { kind: 'partnership', id: partnershipId },
      data: { revision },
    });
  }
}

async function within<List extends ListName>(
  tx: EntityManager,
  list: List,
  practiceId: string,
  id: string,
): Promise<Rows[List]> {
  const row = await tx.findOneBy(ROW_KINDS[list].entity, { id, practiceId });
  if (!row) throw new NotFound();
  return row as unknown as Rows[List];
}

const sound = <List extends ListName, Row extends NewRow[List]>(list: List, row: Row): Row =>
  list === 'results' ? (soundResult(row as unknown as NewResult) as unknown as Row) : row;
