import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import { revise } from '../../core/database/revise';
import { freeSlug } from '../../core/database/slug';
import { Transactions } from '../../core/database/transactions';
import { Conflict } from '../../core/errors/refusal';
import { Files } from '../../files/files.service';
import { PartnershipAccess } from '../../partnerships/partnership.access';
import { HandbookAccess, type HandbookRow } from '../handbook.access';
import { Handbook, HandbookTranslation } from '../handbook.entity';
import type { HandbookChanges, NewHandbook } from './handbook.schema';

const KIND = {
  name: 'handbook',
  entity: Handbook,
  translation: HandbookTranslation,
  strings: ['title' as const, 'subtitle' as const, 'summary' as const],
};

/** What people do with whole handbooks. */
@Injectable()
export class Handbooks {
  constructor(
    private readonly transactions: Transactions,
    private readonly partnerships: PartnershipAccess,
    private readonly access: HandbookAccess,
    private readonly files: Files,
  ) {}

  /** A draft without chapters. */
  async create(actor: Actor, { partnership, ...input }: NewHandbook): Promise<Pick<Handbook, 'id' | 'slug'>> {
    const { id: partnershipId } = await this.partnerships.to(actor, 'edit', partnership);
    return this.transactions.run(async (tx) => {
      const slug = await freeSlug(tx, 'handbooks', input.title);
      const { identifiers } = await tx.insert(Handbook, { ...input, partnershipId, slug });
      const { id } = identifiers[0] as { id: string };
      const subject = { kind: 'handbook' as const, id };
      const data = { kind: input.kind };
      await this.access.record(tx, 'handbook.created', { actor, partnershipId, subject, data });
      return { id, slug };
    });
  }

  /**
   * Returns the revision that stands now.
   * @throws Conflict with what stands now, when somebody saved first
   */
  async edit(actor: Actor, slug: string, { revision, weight, ...changes }: HandbookChanges): Promise<number> {
    const row = await this.access.to(actor, 'edit', slug);
    const saved = await this.transactions.run(async (tx) => {
      if (!(await revise(tx, KIND, row.id, revision, changes, { by: actor, weight }))) return false;
      if (changes.coverFileId !== undefined) {
        const cover = changes.coverFileId ? [changes.coverFileId] : [];
        await this.files.use(tx, actor, { kind: 'handbook', id: row.id }, cover, 'coverFileId');
      }
      const subject = { kind: 'handbook' as const, id: row.id };
      const data = { revision: revision + 1 };
      const { partnershipId } = row;
      await this.access.record(tx, 'handbook.edited', { actor, partnershipId, subject, data });
      return true;
    });
    if (!saved) throw new Conflict(originalOf(await this.access.to(actor, 'edit', slug)));
    return revision + 1;
  }

  /** From now on whoever reads the partnership reads its published chapters. Twice is once. */
  async publish(actor: Actor, slug: string): Promise<void> {
    await this.turn(await this.access.to(actor, 'publish', slug), actor, 'published');
  }

  /** Back to those who write it. */
  async unpublish(actor: Actor, slug: string): Promise<void> {
    await this.turn(await this.access.to(actor, 'publish', slug), actor, 'draft');
  }

  private async turn(
    { id, partnershipId }: HandbookRow,
    actor: Actor,
    status: Handbook['status'],
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const moment =
        status === 'published' ? ', published_at = coalesce(published_at, clock_timestamp())' : '';
      const [turned] = await tx.query<[{ id: string }[], number]>(
        `update handbooks set status = $2${moment} where id = $1 and status <> $2 returning id`,
        [id, status],
      );
      if (turned.length === 0) return;
      const name = status === 'published' ? 'handbook.published' : 'handbook.unpublished';
      const subject = { kind: 'handbook' as const, id };
      await this.access.record(tx, name, { actor, partnershipId, subject, data: {} });
    });
  }
}

/** What its editors change, as it stands. */
export const originalOf = ({ title, subtitle, summary, licence, coverFileId, revision }: Handbook) => ({
  ...{ title, subtitle, summary, licence, coverFileId, revision },
});
