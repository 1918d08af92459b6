import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Forbidden, Invalid } from '../../core/errors/refusal';
import { Posts } from '../../rooms/posts/posts.service';
import { casePolicy } from '../cases/case.policy';
import { Cases } from '../cases/cases.service';
import { DecisionRecord } from '../decisions/decision-record.service';
import type { NewReview } from '../decisions/decision.schema';
import { isTaking, OPPOSITE, type Measure } from '../decisions/measure';
import { Statements, statementPolicy } from '../decisions/statements.service';
import { ReportAnswers, reportPolicy } from '../reporting/report-answers.service';
import type { NewAppeal } from './appeal.schema';
import { appealable, type Party } from './appeal-time';

interface Appealed {
  appealId: string;
  measure: Measure;
  ground: string | null;
}

/** Both sides may have asked about different decisions: then one of them still waits. */
const REVIEWED = `assignee_id = $3, decided_at = clock_timestamp(), state = case when (
  select count(*) from moderation_appeals appeal join moderation_decisions decision on decision.id = appeal.decision_id
  where decision.case_id = $1
    and not exists (select from moderation_decisions answer where answer.appeal_id = appeal.id)
) > 1 then 'appealed' else 'decided' end`;

/** Another look by somebody else, once for each decision. */
@Injectable()
export class Appeals {
  constructor(
    private readonly transactions: Transactions,
    private readonly posts: Posts,
    private readonly cases: Cases,
    private readonly record: DecisionRecord,
    private readonly statements: Statements,
    private readonly answers: ReportAnswers,
  ) {}

  /** The author, against what was taken from her. */
  async byAuthor(actor: Actor, decisionId: string, input: NewAppeal): Promise<void> {
    const statement = await this.statements.find(actor, decisionId);
    statementPolicy.allow(actor, 'appeal', statement);
    if (!appealable('author', statement)) throw new Forbidden('moderation:refusal.no_appeal');
    await this.make(actor, { decisionId, party: 'author', reportId: null }, input);
  }

  /** Who reported, against what was left; also without an account. */
  async byReporter(actor: Actor, reportId: string, input: NewAppeal): Promise<void> {
    const report = await this.answers.find(actor, reportId);
    reportPolicy.allow(actor, 'appeal', report);
    const answer = report.answers.find((each) => appealable('reporter', each));
    if (report.state !== 'answered' || !answer) throw new Forbidden('moderation:refusal.no_appeal');
    await this.make(actor, { decisionId: answer.decisionId, party: 'reporter', reportId }, input);
  }

  /** Somebody else than the first decides; what was wrong is undone. */
  async review(actor: Actor, caseId: string, { outcome, revision, ...reason }: NewReview): Promise<void> {
    const matter = await this.cases.find(actor, caseId);
    casePolicy.allow(actor, 'review', matter);
    const post = await this.posts.find(actor, matter.postId);
    await this.transactions.run(async (tx) => {
      await this.cases.claim(tx, { id: caseId, revision }, REVIEWED, [actor.person!.id]);
      const { appealId, measure, ground } = await this.appealed(tx, caseId);
      const now = outcome === 'upheld' ? measure : OPPOSITE[measure]!;
      const because = outcome === 'upheld' ? reason.ground || (ground ?? '') : reason.ground;
      if (isTaking(now) && !because) throw Invalid.field('ground', 'moderation:problem.ground');
      const decided = { ...reason, ground: because, measure: now, review: { appealId, outcome } };
      await this.record.add(tx, actor, matter, post, decided);
    });
  }

  private async make(
    actor: Actor,
    { decisionId, party, reportId }: { decisionId: string; party: Party; reportId: string | null },
    { words, locale }: NewAppeal,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [made] = await tx.query<{ id: string; case_id: string }[]>(
        `insert into moderation_appeals (decision_id, party, person_id, report_id, words, locale)
         values ($1, $2, $3, $4, $5, $6) on conflict (decision_id) do nothing
         returning id, (select case_id from moderation_decisions where id = $1)`,
        [decisionId, party, actor.person?.id ?? null, reportId, words, locale],
      );
      if (!made) throw new Forbidden('moderation:refusal.no_appeal');
      await tx.query(
        `update moderation_cases set state = 'appealed', assignee_id = null, revision = revision + 1 where id = $1`,
        [made.case_id],
      );
      const known = party === 'author' ? actor : Actor.visitor; // who reported stands in no journal
      await this.cases.record(tx, 'case.appealed', known, made.case_id, { appealId: made.id });
    });
  }

  private async appealed(tx: EntityManager, caseId: string): Promise<Appealed> {
    const [row] = await tx.query<[Appealed]>(
      `select appeal.id as "appealId", measure, ground
       from moderation_appeals appeal join moderation_decisions decision on decision.id = appeal.decision_id
       where decision.case_id = $1 and not exists (
         select from moderation_decisions answer where answer.appeal_id = appeal.id)
       order by appeal.made_at limit 1`,
      [caseId],
    );
    return row;
  }
}
