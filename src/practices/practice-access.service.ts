import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { NotFound } from '../core/errors/refusal';
import { Journal } from '../core/journal/journal';
import { casesOf, type PracticeCase } from './practice-case';
import type { PracticeState } from './practice-facts';
import { Practice } from './practice.entity';
import { practicePolicy, type PracticeAbility } from './practice.policy';

/** Why a case went on, in which language. */
export interface Reason {
  text: string;
  locale: string;
}

/** The one way to a case for every verb, and the one place where it goes from one station to the next. */
@Injectable()
export class PracticeAccess {
  constructor(
    private readonly database: DataSource,
    private readonly journal: Journal,
  ) {}

  readable(actor: Actor): SelectQueryBuilder<Practice> {
    const { where, parameters } = practicePolicy.readable(actor, 'practice');
    return this.database.createQueryBuilder(Practice, 'practice').where(where, parameters);
  }

  /** @throws NotFound, SignInRequired, Forbidden */
  async to(actor: Actor, ability: PracticeAbility | 'read', slug: string): Promise<PracticeCase> {
    const row = await this.readable(actor)
      .select('practice.id')
      .andWhere('practice.slug = :slug', { slug })
      .getOne();
    const found = row && (await casesOf(this.database, [row.id])).get(row.id);
    if (!found) throw new NotFound();
    practicePolicy.allow(actor, ability, found);
    return found;
  }

  /**
   * The same within a transaction, which nobody else moves the case in.
   * @throws NotFound, SignInRequired, Forbidden, also when it has moved on meanwhile
   */
  async lock(
    tx: EntityManager,
    actor: Actor,
    ability: PracticeAbility | 'read',
    slug: string,
  ): Promise<PracticeCase> {
    const { id } = await this.to(actor, 'read', slug);
    await tx.query('select 1 from practices where id = $1 for update', [id]);
    const found = (await casesOf(tx, [id])).get(id)!;
    practicePolicy.allow(actor, ability, found);
    return found;
  }

  /** On to the next station. The caller holds the lock. */
  async move(
    tx: EntityManager,
    actor: Actor,
    { id, partnershipId, state: from }: PracticeCase,
    to: PracticeState,
    { reason, checks }: { reason?: Reason; checks?: object } = {},
  ): Promise<void> {
    await tx.query('update practices set state = $2, state_since = clock_timestamp() where id = $1', [
      id,
      to,
    ]);
    await tx.query(
      `insert into practice_moves (practice_id, from_state, to_state, reason, locale, moved_by, checks)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[id, from, to, reason?.text ?? null, reason?.locale ?? null, actor.person?.id ?? null],
        checks ? JSON.stringify(checks) : null,
      ],
    );
    await this.journal.record(tx, 'practice.moved', {
      actor,
      subject: { kind: 'practice', id },
      scope: { kind: 'partnership', id: partnershipId },
      data: { from, to },
    });
  }
}
