import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Invalid, NotFound } from '../../core/errors/refusal';
import { Files } from '../../files/files.service';
import { RecommendationAccess, subjectOf, type RecommendationRow } from '../recommendation-access.service';
import { SETTLED } from '../recommendation-facts';
import type { Withdrawal } from '../recommendation.schema';
import { FollowUps } from './follow-ups.service';
import { uptakePolicy } from './uptake.policy';
import type { CorrectedUptake, NewUptake, UptakeUpdate } from './uptake.schema';

type Ability = Parameters<typeof uptakePolicy.may>[1];

interface Found {
  recommendation: RecommendationRow;
  toldBy: string | null;
}

/** The register of who has taken a recommendation up. */
@Injectable()
export class Uptakes {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: RecommendationAccess,
    private readonly files: Files,
    private readonly followUps: FollowUps,
  ) {}

  /** Returns its id. */
  async tell(actor: Actor, recommendationId: string, input: NewUptake): Promise<string> {
    return this.transactions.run(async (tx) => {
      const row = await this.access.lock(tx, actor, 'tell', recommendationId);
      const { organisationId, name, country, state, since } = input;
      await assertListed(tx, organisationId);
      const personId = actor.person?.id ?? null;
      const [{ id }] = await tx.query<[{ id: string }]>(
        `insert into uptakes (recommendation_id, organisation_id, name, country, state, since, told_by)
         values ($1, $2, $3, $4, $5, $6, $7) returning id`,
        [recommendationId, organisationId, name, country, state, since, personId],
      );
      await this.add(tx, actor, row, id, input);
      if (personId && !SETTLED.includes(state))
        await this.followUps.ask(tx, { id, recommendationId, personId });
      await this.record(tx, actor, 'uptake.told', row, id, { state });
      return id;
    });
  }

  /** Has come further since: another state with its own date and proof. */
  async update(actor: Actor, id: string, input: UptakeUpdate): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { recommendation } = await this.lock(tx, actor, 'update', id);
      const { state, since } = input;
      await tx.query('update uptakes set state = $2, since = $3 where id = $1', [id, state, since]);
      await this.add(tx, actor, recommendation, id, input);
      if (SETTLED.includes(state)) await this.followUps.drop(tx, id);
      await this.record(tx, actor, 'uptake.updated', recommendation, id, { state });
    });
  }

  /** Who it was and where, put right by those who write the comparison. */
  async correct(actor: Actor, id: string, { organisationId, name, country }: CorrectedUptake): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { recommendation } = await this.lock(tx, actor, 'correct', id);
      await assertListed(tx, organisationId);
      await tx.query('update uptakes set organisation_id = $2, name = $3, country = $4 where id = $1', [
        ...[id, organisationId, name, country],
      ]);
      await this.record(tx, actor, 'uptake.corrected', recommendation, id, {});
    });
  }

  /** It was not so: it stands there with the reason, and no longer counts. */
  async withdraw(actor: Actor, id: string, { reason, locale }: Withdrawal): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { recommendation } = await this.lock(tx, actor, 'withdraw', id);
      await tx.query(
        `update uptakes set withdrawn_at = clock_timestamp(), withdrawn_by = $2, reason = $3, reason_locale = $4
         where id = $1`,
        [id, actor.person?.id ?? null, reason, locale],
      );
      await this.followUps.drop(tx, id);
      await this.record(tx, actor, 'uptake.withdrawn', recommendation, id, {});
    });
  }

  /** @throws NotFound, SignInRequired, Forbidden */
  async to(
    actor: Actor,
    ability: Ability,
    id: string,
    database: EntityManager | DataSource = this.database,
  ): Promise<Found> {
    const [row] = await database.query<
      { recommendation_id: string; told_by: string | null; withdrawn: boolean }[]
    >('select recommendation_id, told_by, withdrawn_at is not null as withdrawn from uptakes where id = $1', [
      id,
    ]);
    if (!row) throw new NotFound();
    const recommendation = await this.access.to(actor, 'read', row.recommendation_id);
    const { told_by: toldBy, withdrawn } = row;
    uptakePolicy.allow(actor, ability, { recommendation, toldBy, withdrawn });
    return { recommendation, toldBy };
  }

  private async lock(tx: EntityManager, actor: Actor, ability: Ability, id: string): Promise<Found> {
    await tx.query('select 1 from uptakes where id = $1 for update', [id]);
    return this.to(actor, ability, id, tx);
  }

  private async add(
    tx: EntityManager,
    actor: Actor,
    { id: recommendationId }: RecommendationRow,
    id: string,
    { state, since, proof, address, fileId, locale }: UptakeUpdate,
  ): Promise<void> {
    if (fileId) await this.useFile(tx, actor, recommendationId, fileId);
    await tx.query(
      `insert into uptake_states (uptake_id, state, since, proof, locale, address, file_id, told_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, state, since, proof, proof === null ? null : locale, address, fileId, actor.person?.id ?? null],
    );
  }

  /** Whoever may read the recommendation may then read the file. */
  private async useFile(
    tx: EntityManager,
    actor: Actor,
    recommendationId: string,
    fileId: string,
  ): Promise<void> {
    const used = await tx.query<{ file_id: string }[]>(
      'select file_id from file_uses where owner_id = $1 order by position',
      [recommendationId],
    );
    const all = [...used.map(({ file_id }) => file_id), fileId];
    await this.files.use(tx, actor, subjectOf({ id: recommendationId }), all, 'fileId');
  }

  private async record<
    Name extends 'uptake.told' | 'uptake.updated' | 'uptake.corrected' | 'uptake.withdrawn',
  >(
    tx: EntityManager,
    actor: Actor,
    name: Name,
    recommendation: RecommendationRow,
    id: string,
    facts: object,
  ): Promise<void> {
    const data = { recommendationId: recommendation.id, ...facts } as never;
    await this.access.record(tx, actor, name, recommendation, { kind: 'uptake', id }, data);
  }
}

/** @throws Invalid for an organisation that is not in the directory */
async function assertListed(tx: EntityManager, organisationId: string | null): Promise<void> {
  if (!organisationId) return;
  const [row] = await tx.query<unknown[]>('select 1 from organisations where id = $1', [organisationId]);
  if (!row) throw Invalid.field('organisationId', 'errors:field.choice');
}
