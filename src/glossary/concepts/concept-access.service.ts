import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { afterCommit } from '../../core/database/transactions';
import { NotFound } from '../../core/errors/refusal';
import type { Entries, EntryName } from '../../core/journal/entry';
import { Journal } from '../../core/journal/journal';
import { Concept } from './concept.entity';
import { TermIndex } from '../terms/term-index.service';
import { conceptPolicy } from './concept.policy';

/** What one verb did, as the history of the concept shows it. */
interface Change {
  locale?: string;
  before?: object;
  after?: object;
}

/** The one way to a concept for every verb, and the one place where what was done to it is written down. */
@Injectable()
export class ConceptAccess {
  constructor(
    private readonly database: DataSource,
    private readonly journal: Journal,
    private readonly index: TermIndex,
  ) {}

  readable(actor: Actor): SelectQueryBuilder<Concept> {
    const { where, parameters } = conceptPolicy.readable(actor, 'concept');
    return this.database.createQueryBuilder(Concept, 'concept').where(where, parameters);
  }

  /** @throws NotFound, SignInRequired, Forbidden */
  async to(actor: Actor, ability: 'read' | 'edit' | 'withdraw' | 'restore', slug: string): Promise<Concept> {
    const row = await this.readable(actor).andWhere('concept.slug = :slug', { slug }).getOne();
    if (!row) throw new NotFound();
    conceptPolicy.allow(actor, ability, row);
    return row;
  }

  /** Into the journal and, with what was said before and after, into the history of the concept. */
  async record<Name extends EntryName>(
    tx: EntityManager,
    name: Name,
    conceptId: string,
    fact: { actor: Actor; data: Entries[Name]; subject?: { kind: string; id: string } } & Change,
  ): Promise<void> {
    const { actor, data, locale, before, after } = fact;
    const scope = { kind: 'concept', id: conceptId };
    await this.journal.record(tx, name, { actor, subject: fact.subject ?? scope, scope, data });
    await tx.query(
      `insert into concept_changes (concept_id, name, locale, before, after, changed_by)
       values ($1, $2, $3, $4, $5, $6)`,
      [conceptId, name, locale ?? null, before ?? null, after ?? null, actor.person?.id ?? null],
    );
    afterCommit(tx, () => this.index.forget());
  }
}
