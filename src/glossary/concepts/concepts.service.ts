import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { revise } from '../../core/database/revise';
import { freeSlug } from '../../core/database/slug';
import { Transactions } from '../../core/database/transactions';
import { Conflict } from '../../core/errors/refusal';
import { Concept, ConceptTranslation } from './concept.entity';
import { ConceptAccess } from './concept-access.service';
import { termbasePolicy } from './concept.policy';
import type { EditedConcept, NewConcept } from './concept.schema';
import { bare } from '../terms/term';
import { Terms } from '../terms/terms.service';

const KIND = {
  name: 'concept',
  entity: Concept,
  translation: ConceptTranslation,
  strings: ['definition' as const, 'note' as const],
};

/** What people do with concepts. */
@Injectable()
export class Concepts {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ConceptAccess,
    private readonly terms: Terms,
  ) {}

  /** With its first term. Returns its slug. */
  async add(actor: Actor, { word, confidence, partOfSpeech, ...concept }: NewConcept): Promise<string> {
    termbasePolicy.allow(actor, 'add', null);
    return this.transactions.run(async (tx) => {
      const slug = await freeSlug(tx, 'concepts', bare(word));
      const id = await this.insert(tx, actor, { ...concept, slug });
      const term = { locale: concept.locale, word, confidence, partOfSpeech, standing: 'preferred' as const };
      await this.terms.insert(tx, actor, id, { ...term, gender: null, note: null, sources: [] });
      return slug;
    });
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async edit(actor: Actor, slug: string, input: EditedConcept): Promise<void> {
    const row = await this.access.to(actor, 'edit', slug);
    const saved = await this.transactions.run((tx) => this.revise(tx, actor, row, input));
    if (!saved) throw new Conflict({ ...told(await this.access.to(actor, 'edit', slug)) });
  }

  async withdraw(actor: Actor, slug: string): Promise<void> {
    const { id } = await this.access.to(actor, 'withdraw', slug);
    await this.mark(actor, id, true);
  }

  async restore(actor: Actor, slug: string): Promise<void> {
    const { id } = await this.access.to(actor, 'restore', slug);
    await this.mark(actor, id, false);
  }

  /** Where it is discussed: the first who asks decides. Returns the thread that it is. */
  async discuss(actor: Actor, id: string, threadId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const [rows] = await tx.query<[{ thread_id: string }[], number]>(
        'update concepts set thread_id = $2 where id = $1 and thread_id is null returning thread_id',
        [id, threadId],
      );
      if (rows.length > 0)
        await this.access.record(tx, 'concept.discussed', id, { actor, data: { threadId } });
      const [row] = await tx.query<[{ thread_id: string }]>('select thread_id from concepts where id = $1', [
        id,
      ]);
      return row.thread_id;
    });
  }

  /** Within a transaction, for those who add many. Returns its id. */
  async insert(
    tx: EntityManager,
    actor: Actor,
    concept: Pick<Concept, 'slug' | 'domain' | 'locale' | 'definition' | 'note' | 'sources'>,
  ): Promise<string> {
    const { identifiers } = await tx.insert(Concept, concept);
    const { id } = identifiers[0] as { id: string };
    await this.access.record(tx, 'concept.added', id, { actor, data: {}, after: concept });
    return id;
  }

  /** Within a transaction. `false` when somebody saved first */
  async revise(
    tx: EntityManager,
    actor: Actor,
    row: Concept,
    { revision, weight, ...changes }: EditedConcept,
  ): Promise<boolean> {
    if (!(await revise(tx, KIND, row.id, revision, changes, { by: actor, weight }))) return false;
    const { revision: _, ...before } = told(row);
    const data = { revision: revision + 1 };
    await this.access.record(tx, 'concept.edited', row.id, { actor, data, before, after: changes });
    return true;
  }

  private async mark(actor: Actor, id: string, withdrawn: boolean): Promise<void> {
    await this.transactions.run(async (tx) => {
      const moment = withdrawn ? 'clock_timestamp()' : 'null';
      await tx.query(`update concepts set withdrawn_at = ${moment} where id = $1`, [id]);
      const name = withdrawn ? 'concept.withdrawn' : 'concept.restored';
      await this.access.record(tx, name, id, { actor, data: {} });
    });
  }
}

const told = ({ domain, locale, definition, note, sources, revision }: Concept) => ({
  ...{ domain, locale, definition, note, sources, revision },
});
