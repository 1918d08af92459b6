import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Forbidden, NotFound, Refusal } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { monthsInPlace } from '../practice-facts';
import { PracticeAccess } from '../practice-access.service';
import type { PracticeCase } from '../practice-case';
import type { JudgementInput, ReviewAnswer } from './review.schema';
import { Reviewers } from './reviewers.service';
import { isDecided, neededFor, verdictOn, type Judgement, type Verdict } from './verdict';

type ReviewState = 'invited' | 'accepted' | 'scored' | 'declined' | 'conflict' | 'released';

export interface Review extends Partial<Judgement> {
  id: string;
  reviewerId: string;
  name: string;
  country: string;
  state: ReviewState;
  invitedAt: Date;
  interest: string | null;
  comment: string | null;
  locale: string | null;
  scoredAt: Date | null;
}

const ACTIVE: readonly ReviewState[] = ['invited', 'accepted', 'scored'];

/** What people of other countries make of a case. */
@Injectable()
export class Reviews {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: PracticeAccess,
    private readonly reviewers: Reviewers,
    private readonly journal: Journal,
  ) {}

  /** All of the current round, as they came. */
  async of(
    { id, round }: PracticeCase,
    database: DataSource | EntityManager = this.database,
  ): Promise<Review[]> {
    return database.query<Review[]>(
      `select review.id, reviewer_id as "reviewerId", person.name, country, state, invited_at as "invitedAt", interest,
         scores, gates, comment, review.locale, scored_at as "scoredAt"
       from practice_reviews review join people person on person.id = review.reviewer_id
       where practice_id = $1 and round = $2 order by invited_at, review.id`,
      [id, round],
    );
  }

  /** Asks somebody to judge it. */
  async invite(actor: Actor, slug: string, personId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'invite', slug);
      await this.seat(tx, actor, found, personId);
    });
  }

  /** Offers to judge it: she still says whether she has an interest in it. */
  async volunteer(actor: Actor, slug: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'volunteer', slug);
      await this.seat(tx, actor, found, actor.person!.id);
    });
  }

  /** Accepts and declares to have no interest; or declares one, and is out; or has no time. */
  async answer(actor: Actor, slug: string, { answer, interest }: ReviewAnswer): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { found, own } = await this.own(tx, actor, slug, 'invited');
      if (answer === 'accept' && !(await this.reviewers.countryOf(found, own.reviewerId, tx)))
        throw new Forbidden('practices:refusal.not_eligible');
      const state = ({ accept: 'accepted', decline: 'declined', conflict: 'conflict' } as const)[answer];
      await tx.query(
        `update practice_reviews set state = $2, interest = $3, answered_at = clock_timestamp() where id = $1`,
        [own.id, state, answer === 'conflict' ? interest : null],
      );
      await this.record(tx, actor, found, 'practice.review_answered', { answer });
    });
  }

  /** Lets somebody go who does not answer, so that another one can be asked. */
  async release(actor: Actor, slug: string, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.access.lock(tx, actor, 'invite', slug);
      const [, changed] = await tx.query<[unknown, number]>(
        `update practice_reviews set state = 'released', answered_at = clock_timestamp()
         where id = $1 and practice_id = $2 and round = $3 and state in ('invited', 'accepted')`,
        [id, found.id, found.round],
      );
      if (changed === 0) throw new NotFound();
      await this.record(tx, actor, found, 'practice.reviewer_released', {});
    });
  }

  /** Judges it, once. The last one who was needed decides the case. */
  async judge(actor: Actor, slug: string, { scores, gates, comment, locale }: JudgementInput): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { found, own } = await this.own(tx, actor, slug, 'accepted');
      await tx.query(
        `update practice_reviews set state = 'scored', scores = $2, gates = $3, comment = $4, locale = $5,
           scored_at = clock_timestamp() where id = $1`,
        [own.id, JSON.stringify(scores), JSON.stringify(gates), comment, locale],
      );
      await this.record(tx, actor, found, 'practice.judged', {});
      await this.decide(tx, actor, found);
    });
  }

  private async decide(tx: EntityManager, actor: Actor, found: PracticeCase): Promise<void> {
    const judgements = judged(await this.of(found, tx));
    if (!isDecided(judgements)) return;
    const verdict = await this.verdict(tx, found, judgements);
    const { rating } = verdict;
    await tx.query('update practices set rating = $2, verdict = $3 where id = $1', [
      found.id,
      rating,
      JSON.stringify(verdict),
    ]);
    const to = rating === 'good' ? 'accepted' : rating === 'promising' ? 'promising' : 'declined';
    await this.access.move(tx, actor, found, to);
  }

  private async verdict(tx: EntityManager, { id }: PracticeCase, judgements: Judgement[]): Promise<Verdict> {
    const [row] = await tx.query<
      [{ starts_on: string | null; ends_on: string | null; today: string; sourced: number }]
    >(
      `select to_char(starts_on, 'YYYY-MM-DD') as starts_on, to_char(ends_on, 'YYYY-MM-DD') as ends_on,
         to_char(current_date, 'YYYY-MM-DD') as today,
         (select count(*)::int from practice_results where practice_id = $1 and source is not null) as sourced
       from practices where id = $1`,
      [id],
    );
    const months = monthsInPlace({ startsOn: row.starts_on, endsOn: row.ends_on }, row.today);
    return verdictOn(judgements, { months, resultsWithSource: row.sourced });
  }

  /** @throws Forbidden when she may not judge this case, Refusal when nobody more is needed */
  private async seat(tx: EntityManager, actor: Actor, found: PracticeCase, personId: string): Promise<void> {
    const reviews = await this.of(found, tx);
    const active = reviews.filter(({ state }) => ACTIVE.includes(state));
    if (active.some(({ reviewerId }) => reviewerId === personId))
      throw new Refusal(409, 'practices:refusal.already_asked');
    if (active.length >= neededFor(judged(reviews)))
      throw new Refusal(409, 'practices:refusal.enough_reviewers');
    const country = await this.reviewers.countryOf(found, personId, tx);
    if (!country) throw new Forbidden('practices:refusal.not_eligible');
    await tx.query(
      `insert into practice_reviews (practice_id, round, reviewer_id, country, state, invited_by)
       values ($1, $2, $3, $4, 'invited', $5)`,
      [found.id, found.round, personId, country, actor.person?.id ?? null],
    );
    await this.record(tx, actor, found, 'practice.reviewer_asked', {});
  }

  private async own(tx: EntityManager, actor: Actor, slug: string, wanted: ReviewState) {
    const found = await this.access.lock(tx, actor, 'read', slug);
    if (found.state !== 'review') throw new Forbidden('practices:refusal.other_state');
    if (!actor.mayWrite) throw new Forbidden('errors:read_only_token');
    const own = (await this.of(found, tx)).find(({ reviewerId }) => actor.is(reviewerId));
    if (own?.state !== wanted) throw new Forbidden('practices:refusal.not_asked');
    return { found, own };
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    { id, partnershipId }: PracticeCase,
    name:
      | 'practice.reviewer_asked'
      | 'practice.review_answered'
      | 'practice.reviewer_released'
      | 'practice.judged',
    data: { answer?: ReviewAnswer['answer'] },
  ): Promise<void> {
    const scope = { kind: 'partnership', id: partnershipId };
    await this.journal.record(tx, name, { actor, subject: { kind: 'practice', id }, scope, data });
  }
}

/** Those who have judged, in the order in which they were asked. */
export const judged = (reviews: readonly Review[]): Judgement[] =>
  reviews.flatMap(({ state, scores, gates }) =>
    state === 'scored' && scores && gates ? [{ scores, gates }] : [],
  );

export const isActive = ({ state }: Review): boolean => ACTIVE.includes(state);
