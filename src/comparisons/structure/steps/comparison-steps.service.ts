import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { Transactions } from '../../../core/database/transactions';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../core/errors/refusal';
import { isAggregate } from '../../comparison-facts';
import { ComparisonAccess, type ComparisonRow } from '../../comparison.access';
import { comparisonPolicy } from '../../comparison.policy';
import type { StepChanges } from './step.schema';
import { StepNews } from './step-news.service';
import { isNational, type Step, type StepPlace, STEPS, suggestedDays } from './steps';

export interface PlannedStep {
  step: Step;
  /** Null: one for all. */
  country: string | null;
  owner: { id: string; name: string } | null;
  dueOn: string | null;
  doneAt: string | null;
  overdue: boolean;
  /** 0: nothing was said of it yet. */
  revision: number;
}

type Row = Omit<PlannedStep, 'country'> & { id: string; country: string };

const COLUMNS = `step.id, step.step, step.country, step.revision, step.due_on::text as "dueOn",
  case when owner.id is not null then json_build_object('id', owner.id, 'name', owner.name) end as owner,
  to_char(step.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "doneAt",
  coalesce(step.done_at is null and step.due_on < (now() at time zone 'Europe/Brussels')::date, false) as overdue`;

/** Who does what until when. */
@Injectable()
export class ComparisonSteps {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ComparisonAccess,
    private readonly news: StepNews,
  ) {}

  /** Every step in order, national ones for each country. */
  async of(comparisonId: string): Promise<PlannedStep[]> {
    const [rows, countries] = await Promise.all([
      this.database.query<Row[]>(
        `select ${COLUMNS} from comparison_steps step left join people owner on owner.id = step.owner_id
         where step.comparison_id = $1`,
        [comparisonId],
      ),
      this.countries(this.database.manager, comparisonId),
    ]);
    const known = new Map(rows.map((row) => [`${row.step} ${row.country}`, row]));
    return STEPS.flatMap((step) =>
      (isNational(step) ? countries : ['']).map((country) => planned({ step, country }, known)),
    );
  }

  /** Who may be asked to see to it: those who write the comparison; for a country, the people of its platform too. */
  async people(comparison: ComparisonRow, country: string): Promise<{ id: string; name: string }[]> {
    return this.database.query(
      `select distinct person.id, person.name from grants join people person on person.id = grants.person_id
       where (grants.role in ('organiser', 'editor') and grants.place_id = $1)
         or (grants.role in ('host', 'member') and grants.place_id in (
           select platform_id from comparison_countries where comparison_id = $2 and code = $3))
       order by person.name, person.id`,
      [comparison.partnershipId, comparison.id, country],
    );
  }

  /** @throws NotFound, Invalid, Conflict with what stands now */
  async plan(actor: Actor, slug: string, place: StepPlace, changes: StepChanges): Promise<void> {
    const comparison = await this.access.to(actor, 'edit', slug);
    const candidates = await this.people(comparison, place.country);
    if (changes.owner && !candidates.some(({ id }) => id === changes.owner))
      throw Invalid.field('owner', 'errors:field.choice');
    await this.transactions.run(async (tx) => {
      const now = await this.lock(tx, comparison, place);
      if (now.revision !== changes.revision) throw conflict(now);
      await tx.query(
        'update comparison_steps set owner_id = $2, due_on = $3, revision = revision + 1 where id = $1',
        [now.id, changes.owner, changes.dueOn],
      );
      await this.record(tx, actor, comparison, 'comparison.step_planned', place);
      const told = { ...place, id: now.id, ownerId: changes.owner, dueOn: changes.dueOn };
      const assigned = changes.owner !== null && changes.owner !== now.owner?.id;
      await this.news.planned(tx, comparison, { ...told, done: now.doneAt !== null }, actor, assigned);
    });
  }

  /** Gives every step that has none the day on which it would usually be done. */
  async suggest(actor: Actor, slug: string, start: string): Promise<void> {
    const comparison = await this.access.to(actor, 'edit', slug);
    const days = suggestedDays(start);
    await this.transactions.run(async (tx) => {
      await this.access.lock(tx, comparison);
      const countries = await this.countries(tx, comparison.id);
      for (const step of STEPS)
        for (const country of isNational(step) ? countries : [''])
          await tx.query(
            `insert into comparison_steps (comparison_id, step, country, due_on) values ($1, $2, $3, $4)
             on conflict (comparison_id, step, country) do update
               set due_on = excluded.due_on, revision = comparison_steps.revision + 1
               where comparison_steps.due_on is null and comparison_steps.done_at is null`,
            [comparison.id, step, country, days[step]],
          );
      await this.record(tx, actor, comparison, 'comparison.step_planned', { step: 'agree', country: '' });
    });
  }

  /** By who sees to it, or who writes the comparison. @throws Forbidden, NotFound */
  async finish(actor: Actor, slug: string, place: StepPlace, done: boolean): Promise<void> {
    const comparison = await this.access.toWork(actor, slug);
    await this.transactions.run(async (tx) => {
      const now = await this.lock(tx, comparison, place);
      if (!actor.is(now.owner?.id) && !comparisonPolicy.may(actor, 'edit', comparison))
        throw new Forbidden('comparisons:refusal.not_your_step');
      if ((now.doneAt !== null) === done) return;
      await tx.query(
        `update comparison_steps set done_at = case when $2 then clock_timestamp() end,
           done_by = case when $2 then $3::uuid end where id = $1`,
        [now.id, done, actor.person?.id ?? null],
      );
      const name = done ? 'comparison.step_done' : 'comparison.step_reopened';
      await this.record(tx, actor, comparison, name, place);
      const { owner, dueOn } = now;
      const told = { ...place, id: now.id, ownerId: owner?.id ?? null, dueOn, done };
      await this.news.planned(tx, comparison, told, actor, false);
    });
  }

  private async lock(
    tx: EntityManager,
    comparison: ComparisonRow,
    { step, country }: StepPlace,
  ): Promise<Row> {
    await this.access.lock(tx, comparison);
    const countries = isNational(step) ? await this.countries(tx, comparison.id) : [''];
    if (!countries.includes(country)) throw new NotFound();
    await tx.query(
      `insert into comparison_steps (comparison_id, step, country, revision) values ($1, $2, $3, 0)
       on conflict do nothing`,
      [comparison.id, step, country],
    );
    const [row] = await tx.query<[Row]>(
      `select ${COLUMNS} from comparison_steps step left join people owner on owner.id = step.owner_id
       where step.comparison_id = $1 and step.step = $2 and step.country = $3`,
      [comparison.id, step, country],
    );
    return row;
  }

  /** Groups of countries take no steps. */
  private async countries(database: EntityManager, comparisonId: string): Promise<string[]> {
    const rows = await database.query<{ code: string }[]>(
      'select code from comparison_countries where comparison_id = $1 order by position',
      [comparisonId],
    );
    return rows.map(({ code }) => code).filter((code) => !isAggregate(code));
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    { id, partnershipId }: ComparisonRow,
    name: 'comparison.step_planned' | 'comparison.step_done' | 'comparison.step_reopened',
    { step, country }: StepPlace,
  ): Promise<void> {
    const subject = { kind: 'comparison', id };
    await this.access.record(tx, name, { actor, partnershipId, subject, data: { step, country } });
  }
}

function planned({ step, country }: StepPlace, known: ReadonlyMap<string, Row>): PlannedStep {
  const row = known.get(`${step} ${country}`);
  const place = { step, country: country || null };
  if (!row) return { ...place, owner: null, dueOn: null, doneAt: null, overdue: false, revision: 0 };
  const { owner, dueOn, doneAt, overdue, revision } = row;
  return { ...place, owner, dueOn, doneAt, overdue, revision };
}

const conflict = ({ revision, owner, dueOn }: Row): Conflict =>
  new Conflict({ revision, owner: owner?.id ?? null, dueOn });
