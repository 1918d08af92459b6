import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { revise } from '../../core/database/revise';
import { Transactions } from '../../core/database/transactions';
import { Conflict, Invalid } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { PracticeAccess } from '../practice-access.service';
import type { PracticeCase } from '../practice-case';
import { missingOf, assertPractice, type Missing } from '../practice-rules';
import { LIMITS, type PracticeString } from '../practice-strings';
import { Practice, PracticeTranslation } from '../practice.entity';
import { practiceFields, type PracticeChanges, type PracticeField } from '../practice.schema';
import type { ListName } from '../rows/practice-row.schema';

export const PRACTICE_KIND = {
  name: 'practice',
  entity: Practice,
  translation: PracticeTranslation,
  strings: Object.keys(LIMITS) as PracticeString[],
};

/** A case as it is being written, in its own language. */
export interface Draft {
  standing: PracticeCase;
  row: Practice;
  missing: Missing[];
}

/** What people do with the words and facts of a case. */
@Injectable()
export class PracticeEditing {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: PracticeAccess,
    private readonly journal: Journal,
  ) {}

  /** For who may edit it. @throws NotFound, Forbidden with why it is locked */
  async draft(actor: Actor, slug: string): Promise<Draft> {
    const standing = await this.access.to(actor, 'edit', slug);
    return this.lookAt(standing);
  }

  async lookAt(standing: PracticeCase, database: EntityManager = this.database.manager): Promise<Draft> {
    const row = await database.findOneByOrFail(Practice, { id: standing.id });
    return { standing, row, missing: missingOf(row, await counts(database, standing.id)) };
  }

  /** @throws Conflict with what stands now, when somebody saved first; Invalid; Forbidden when it is locked */
  async edit(actor: Actor, slug: string, { revision, weight, ...changes }: PracticeChanges): Promise<void> {
    if (changes.contact && actor.person?.email.toLowerCase() === changes.contact.toLowerCase())
      throw Invalid.field('contact', 'practices:problem.personal_mailbox');
    const saved = await this.transactions.run(async (tx) => {
      const { id, partnershipId } = await this.access.lock(tx, actor, 'edit', slug);
      const row = await tx.findOneByOrFail(Practice, { id });
      if (changes.ownerOrganisationId) await assertOrganisation(tx, changes.ownerOrganisationId);
      assertPractice({ ...row, ...(changes as Partial<Practice>) });
      const done = await revise(tx, PRACTICE_KIND, id, revision, changes as Partial<Practice>, {
        by: actor,
        weight,
      });
      if (!done) return false;
      await this.journal.record(tx, 'practice.edited', {
        actor,
        subject: { kind: 'practice', id },
        scope: { kind: 'partnership', id: partnershipId },
        data: { revision: revision + 1 },
      });
      return true;
    });
    if (saved) return;
    const { row } = await this.draft(actor, slug);
    throw new Conflict(originalOf(row));
  }
}

async function assertOrganisation(tx: EntityManager, id: string): Promise<void> {
  const [found] = await tx.query<unknown[]>('select from organisations where id = $1', [id]);
  if (!found) throw Invalid.field('ownerOrganisationId', 'errors:field.choice');
}

async function counts(database: EntityManager, id: string): Promise<Record<ListName, number>> {
  const [row] = await database.query<[Record<ListName, number>]>(
    `select (select count(*)::int from practice_actors where practice_id = $1) as actors,
       (select count(*)::int from practice_results where practice_id = $1) as results,
       (select count(*)::int from practice_links where practice_id = $1) as links`,
    [id],
  );
  return row;
}

/** All that is written or chosen, with the revision to save it on top of. */
export const originalOf = (
  row: Practice,
): Pick<Practice, PracticeField> & { revision: number; locale: string } => ({
  ...(Object.fromEntries(
    (Object.keys(practiceFields) as PracticeField[]).map((name) => [name, row[name]]),
  ) as Pick<Practice, PracticeField>),
  locale: row.locale,
  revision: row.revision,
});
