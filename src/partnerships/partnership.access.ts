import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { NotFound } from '../core/errors/refusal';
import type { Entries, EntryName } from '../core/journal/entry';
import { Journal } from '../core/journal/journal';
import { Partnership } from './partnership.entity';
import { partnershipPolicy } from './partnership.policy';

/** The one way to a partnership for every verb: through what the actor may see, then what she may do. */
@Injectable()
export class PartnershipAccess {
  constructor(
    private readonly database: DataSource,
    private readonly journal: Journal,
  ) {}

  readable(actor: Actor): SelectQueryBuilder<Partnership> {
    const { where, parameters } = partnershipPolicy.readable(actor, 'partnership');
    return this.database.createQueryBuilder(Partnership, 'partnership').where(where, parameters);
  }

  /** @throws NotFound, SignInRequired, Forbidden */
  async to(actor: Actor, ability: 'read' | 'edit' | 'appoint' | 'fund', slug: string): Promise<Partnership> {
    const row = await this.readable(actor).andWhere('partnership.slug = :slug', { slug }).getOne();
    if (!row) throw new NotFound();
    partnershipPolicy.allow(actor, ability, row);
    return row;
  }

  /** Keeps others from changing the same lists until the transaction ends. */
  async lock(tx: EntityManager, { id }: Partnership): Promise<void> {
    await tx.query('select 1 from partnerships where id = $1 for update', [id]);
  }

  /** Writes a fact into the partnership's feed. */
  async record<Name extends EntryName>(
    tx: EntityManager,
    name: Name,
    fact: {
      actor: Actor;
      partnershipId: string;
      subject?: { kind: string; id: string };
      data: Entries[Name];
    },
  ): Promise<void> {
    const { actor, partnershipId, data } = fact;
    const scope = { kind: 'partnership', id: partnershipId };
    await this.journal.record(tx, name, { actor, subject: fact.subject ?? scope, scope, data });
  }
}
