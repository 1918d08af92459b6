import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { freeSlug } from '../core/database/slug';
import { Transactions } from '../core/database/transactions';
import { NotFound } from '../core/errors/refusal';
import { Journal } from '../core/journal/journal';
import { partnershipPolicy } from '../partnerships/partnership.policy';
import { Practice } from './practice.entity';
import { newPracticePolicy } from './practice.policy';
import type { NewPractice } from './practice.schema';

/** A partnership that somebody may write cases for. */
export interface PartnershipChoice {
  id: string;
  slug: string;
  name: string;
  locale: string;
}

/** How a case begins. */
@Injectable()
export class Practices {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  /** A draft of the actor's own, in a language that it keeps. Returns the name of its address. */
  async begin(
    actor: Actor,
    { partnership, title, locale }: NewPractice,
  ): Promise<{ id: string; slug: string }> {
    const found = (await this.places(actor)).find(({ slug }) => slug === partnership);
    if (!found) throw new NotFound();
    newPracticePolicy.allow(actor, 'create', { partnershipId: found.id, platformIds: found.platformIds });
    return this.transactions.run(async (tx) => {
      const slug = await freeSlug(tx, 'practices', title);
      const row = { partnershipId: found.id, slug, title, locale, authorId: actor.person?.id ?? null };
      const { identifiers } = await tx.insert(Practice, row);
      const { id } = identifiers[0] as { id: string };
      await this.journal.record(tx, 'practice.begun', {
        actor,
        subject: { kind: 'practice', id },
        scope: { kind: 'partnership', id: found.id },
        data: {},
      });
      return { id, slug };
    });
  }

  /** Where the actor may begin one. */
  async choices(actor: Actor): Promise<PartnershipChoice[]> {
    const places = await this.places(actor);
    return places.filter(({ id, platformIds }) =>
      newPracticePolicy.may(actor, 'create', { partnershipId: id, platformIds }),
    );
  }

  private async places(actor: Actor): Promise<(PartnershipChoice & { platformIds: string[] })[]> {
    const { where, parameters } = partnershipPolicy.readable(actor, 'partnership');
    return this.database
      .createQueryBuilder()
      .select(['partnership.id as id', 'partnership.slug as slug', 'partnership.name as name'])
      .addSelect('partnership.locale', 'locale')
      .addSelect(
        'array(select platforms.id from platforms where platforms.partnership_id = partnership.id)',
        'platformIds',
      )
      .from('partnerships', 'partnership')
      .where(where, parameters)
      .orderBy('partnership.name')
      .getRawMany();
  }
}
