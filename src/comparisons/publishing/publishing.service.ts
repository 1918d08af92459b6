import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Conflict, Refusal } from '../../core/errors/refusal';
import { ComparisonAccess, type ComparisonRow } from '../comparison.access';
import { ComparisonGathering } from './comparison-gathering.service';
import type { Publication } from './publishing.schema';
import { VersionStore } from './version-store.service';

/** How a comparison reaches its readers: version by version, each for ever. */
@Injectable()
export class Publishing {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ComparisonAccess,
    private readonly gathering: ComparisonGathering,
    private readonly store: VersionStore,
  ) {}

  /**
   * Publishes what was agreed and checked; what was published before stays as it was, what is a draft is left out.
   * Returns the number of the version. @throws Conflict when somebody has published meanwhile
   */
  async publish(actor: Actor, slug: string, { note, locale, baseVersion }: Publication): Promise<number> {
    return this.transactions.run(async (tx) => {
      const found = await this.access.to(actor, 'publish', slug);
      await this.access.lock(tx, found);
      const version = await this.nextOf(tx, found, baseVersion);
      await this.release(tx, actor, found);
      const data = await this.gathering.originals(tx, found.id, version);
      if (data.answers.length === 0) throw new Refusal(409, 'comparisons:refusal.nothing_checked');
      const said = note === null ? null : { text: note, locale };
      await this.store.keep(tx, data, said, actor.person?.id ?? null);
      await tx.query('update comparisons set version = $2, published_at = clock_timestamp() where id = $1', [
        found.id,
        version,
      ]);
      await this.access.record(tx, 'comparison.published', {
        actor,
        partnershipId: found.partnershipId,
        subject: { kind: 'comparison', id: found.id },
        data: { version },
      });
      return version;
    });
  }

  private async nextOf(tx: EntityManager, { id }: ComparisonRow, base: number): Promise<number> {
    const [{ version }] = await tx.query<[{ version: number }]>(
      'select version from comparisons where id = $1',
      [id],
    );
    if (version !== base) throw new Conflict({ revision: version });
    return version + 1;
  }

  /**
   * The checked answers go out to their readers. Only of those that say something else than before an entry is written:
   * what is published for the first time was found and translated as it was signed off, and may be thousands.
   */
  private async release(
    tx: EntityManager,
    actor: Actor,
    { id, partnershipId }: ComparisonRow,
  ): Promise<void> {
    await keepTranslations(tx, id);
    const again = await tx.query<{ id: string }[]>(
      `with before as (select id, published_version from answers where comparison_id = $1 and state = 'checked'),
         moved as (update answers set state = 'published', state_since = clock_timestamp(), published_version = version
           where comparison_id = $1 and state = 'checked' returning id),
         told as (insert into answer_moves (answer_id, from_state, to_state, moved_by)
           select id, 'checked', 'published', $2 from moved)
       select before.id from before join moved using (id) where before.published_version > 0`,
      [id, actor.person?.id ?? null],
    );
    for (const { id: answer } of again)
      await this.access.record(tx, 'answer.moved', {
        ...{ actor, partnershipId, subject: { kind: 'answer', id: answer } },
        data: { from: 'checked', to: 'published' },
      });
  }
}

/** Translations of what was published before are those of its next version too, where that says the same. */
async function keepTranslations(tx: EntityManager, comparisonId: string): Promise<void> {
  await tx.query(
    `update answer_translations made set source_revision = answer.revision
     from answers answer join answer_versions told
       on told.answer_id = answer.id and told.version = answer.published_version
     where made.owner_id = answer.id and answer.comparison_id = $1 and answer.state = 'checked'
       and made.source_revision = told.revision and told.locale = answer.locale
       and told.strings = jsonb_build_object('text', answer.text, 'note', answer.note)`,
    [comparisonId],
  );
}
