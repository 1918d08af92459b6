import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Transactions } from '../core/database/transactions';
import type { Entry } from '../core/journal/entry';
import { Later } from '../core/journal/reactions';
import { Notifications } from '../notifications/notifications.service';
import { caseKeepers } from './cases/case-keepers';
import { ReportLetters } from './reporting/report-letters.service';

interface About {
  threadId: string;
  caseId: string;
  number: string;
}

/** Who is told when something happens in moderation. */
@Injectable()
export class ModerationReactions {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly notifications: Notifications,
    private readonly letters: ReportLetters,
  ) {}

  /** Those who keep order there, once for each case however often it is reported. */
  @Later('case.opened')
  async tellKeepers({ subject, actorId }: Entry<'case.opened'>): Promise<void> {
    await this.tell(subject.id, {
      ...{ name: 'moderation.case', cause: `case ${subject.id}`, by: actorId },
      whom: (tx) => caseKeepers(tx, subject.id),
    });
  }

  /** Not who decided first, unless there is nobody else. */
  @Later('case.appealed')
  async tellOthers({ subject, data }: Entry<'case.appealed'>): Promise<void> {
    const [first] = await this.database.query<{ decided_by: string }[]>(
      `select decided_by from moderation_decisions decision
       join moderation_appeals appeal on appeal.decision_id = decision.id where appeal.id = $1`,
      [data.appealId],
    );
    await this.tell(subject.id, {
      ...{ name: 'moderation.appealed', cause: `appeal ${data.appealId}`, by: null },
      whom: async (tx) => {
        const others = await caseKeepers(tx, subject.id, [first?.decided_by ?? null]);
        return others.length > 0 ? others : caseKeepers(tx, subject.id);
      },
    });
  }

  @Later('case.assigned')
  async tellAssignee({ id, subject, actorId, data }: Entry<'case.assigned'>): Promise<void> {
    await this.tell(subject.id, {
      ...{ name: 'moderation.assigned', cause: `assigned ${id}`, by: actorId },
      whom: async () => [data.personId],
    });
  }

  /** Who has no account is told by mail that her report has arrived. */
  @Later('report.received')
  async confirm({ subject }: Entry<'report.received'>): Promise<void> {
    await this.letters.confirm(subject.id);
  }

  /** Who reported is answered: in the hub, or by mail. */
  @Later('case.decided')
  async answer({ subject, data }: Entry<'case.decided'>): Promise<void> {
    const about = await this.about(subject.id);
    const reports = await this.database.query<{ id: string; reporter_id: string }[]>(
      'select id, reporter_id from moderation_reports where case_id = $1 and reporter_id is not null',
      [subject.id],
    );
    await this.transactions.run(async (tx) => {
      for (const { id, reporter_id } of reports)
        await this.notifications.tell(tx, {
          ...{ people: [reporter_id], name: 'moderation.answered', cause: `answer ${data.decisionId}` },
          ...{ subject: { kind: 'thread', id: about.threadId }, data: { reportId: id } },
        });
    });
    await this.letters.answer(subject.id, data.decisionId);
  }

  private async tell(
    caseId: string,
    told: {
      name: string;
      cause: string;
      by: string | null;
      whom: (tx: EntityManager) => Promise<string[]>;
    },
  ): Promise<void> {
    const { threadId, number } = await this.about(caseId);
    const { whom, ...news } = told;
    await this.transactions.run(async (tx) =>
      this.notifications.tell(tx, {
        ...news,
        people: await whom(tx),
        subject: { kind: 'thread', id: threadId },
        data: { caseId, number },
      }),
    );
  }

  private async about(caseId: string): Promise<About> {
    const [row] = await this.database.query<[About]>(
      `select matter.id as "caseId", matter.number::text, post.thread_id as "threadId"
       from moderation_cases matter join posts post on post.room_id = matter.room_id and post.id = matter.post_id
       where matter.id = $1`,
      [caseId],
    );
    return row;
  }
}
