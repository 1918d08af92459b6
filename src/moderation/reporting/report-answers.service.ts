import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Policy } from '../../core/access/policy';
import { NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { nobodyElse } from '../cases/case-keepers';
import { SAME_PERSON } from '../decisions/same-person';
import type { Measure } from '../decisions/measure';
import type { Ground } from '../grounds';

/** A decision as who reported is told of it. */
export interface Answer {
  decisionId: string;
  measure: Measure;
  outcome: 'upheld' | 'overturned' | null;
  ground: Ground | null;
  facts: string;
  locale: Locale;
  decidedAt: Date;
  appealed: boolean;
  /** Nobody but who decided could look again. */
  alone: boolean;
  /** Whoever looked again had decided first. */
  samePerson: boolean;
}

/** One's own report, and what came of it. */
export interface OwnReport {
  id: string;
  number: string;
  ground: Ground;
  explanation: string;
  locale: Locale;
  receivedAt: Date;
  reporterId: string | null;
  email: string | null;
  caseId: string;
  threadId: string;
  postNumber: number;
  state: 'waiting' | 'answered' | 'appealed';
  answers: Answer[];
}

/**
 * Who has an account reads her own reports. Who has none reads hers by its address, which nobody else was told: it is
 * as long as a password.
 */
export const reportPolicy = new Policy<Pick<OwnReport, 'reporterId'>, 'appeal'>(
  { read: mayRead, appeal: mayRead },
  (actor, report) => ({
    where: `(${report}.reporter_id is null or ${report}.reporter_id = :self)`,
    parameters: { self: actor.person?.id ?? null },
  }),
);

function mayRead(actor: Actor, { reporterId }: Pick<OwnReport, 'reporterId'>): boolean {
  return reporterId === null || actor.is(reporterId);
}

/** What came of reports, for those who sent them. */
@Injectable()
export class ReportAnswers {
  constructor(private readonly database: DataSource) {}

  /** @throws NotFound for everybody else, and once it was removed */
  async find(actor: Actor, id: string): Promise<OwnReport> {
    const [row] = await this.database.query<(OwnReport & { case_state: string })[]>(
      `select report.id, report.number::text, report.ground, report.explanation, report.locale,
         report.received_at as "receivedAt", report.reporter_id as "reporterId", report.email, report.case_id as "caseId",
         post.thread_id as "threadId", post.number as "postNumber",
         case when matter.state = 'appealed' then 'appealed' when matter.state = 'decided' then 'answered'
           else 'waiting' end as state
       from moderation_reports report join moderation_cases matter on matter.id = report.case_id
       join posts post on post.room_id = matter.room_id and post.id = matter.post_id
       where report.id = $1 and matter.cleared_at is null`,
      [id],
    );
    if (!row || !reportPolicy.may(actor, 'read', row)) throw new NotFound();
    return { ...row, answers: await this.answers(row.caseId) };
  }

  private answers(caseId: string): Promise<Answer[]> {
    return this.database.query<Answer[]>(
      `select decision.id as "decisionId", measure, outcome, ground, facts, decision.locale,
         decision.decided_at as "decidedAt", appeal.id is not null as appealed,
         ${nobodyElse('decision.decided_by')} as alone, ${SAME_PERSON} as "samePerson"
       from moderation_decisions decision join moderation_cases matter on matter.id = decision.case_id
       join rooms room on room.id = matter.room_id
       left join moderation_appeals appeal on appeal.decision_id = decision.id
       where case_id = $1 order by decision.number desc`,
      [caseId],
    );
  }
}
