import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { noticeAlone, of, type NoticeKind } from '../notifications/notice-kind';
import { PartnershipsModule } from '../partnerships/partnerships.module';
import { RoomsModule } from '../rooms/rooms.module';
import { AppealsController } from './appeals/appeals.controller';
import { Appeals } from './appeals/appeals.service';
import { CaseFiles } from './cases/case-files.service';
import { ModerationCasePages } from './cases/case.pages';
import { CaseReading } from './cases/case-reading.service';
import { CasesController } from './cases/cases.controller';
import { Cases } from './cases/cases.service';
import { ModerationCompanion } from './cases/moderation-companion';
import { QueuePages } from './cases/queue.pages';
import { Queues } from './cases/queue.service';
import { DecisionRecord } from './decisions/decision-record.service';
import { DecisionsController } from './decisions/decisions.controller';
import { Decisions } from './decisions/decisions.service';
import { HidingPages } from './decisions/hiding.pages';
import { StatementPages } from './decisions/statements.pages';
import { Statements } from './decisions/statements.service';
import { FiguresController } from './figures/figures.controller';
import { FiguresPages } from './figures/figures.pages';
import { ModerationFigures } from './figures/figures.service';
import { LogController } from './log/log.controller';
import { LogPages } from './log/log.pages';
import { DecisionLog } from './log/log.service';
import { casePath, reportPath, statementPath } from './moderation-paths';
import { ModerationFrames } from './moderation-frames.service';
import { ModerationReactions } from './moderation.reactions';
import { OwnReportPages } from './reporting/own-report.pages';
import { ReportAnswers } from './reporting/report-answers.service';
import { ReportLetters } from './reporting/report-letters.service';
import { ReportPages } from './reporting/report.pages';
import { ReportsController } from './reporting/reports.controller';
import { Reports } from './reporting/reports.service';
import { ModerationRetention } from './retention.service';
import { HouseRulesPages } from './rules/house-rules.pages';
import { OwnRulesController } from './rules/own-rules.controller';
import { OwnRulesPages } from './rules/own-rules.pages';
import { PartnershipRules } from './rules/own-rules.service';
import { OwnRulesTexts } from './rules/own-rules.texts';

type Leads = Parameters<typeof noticeAlone>[2];
const toCase: Leads = ({ caseId }) => casePath(String(caseId));
const toStatement: Leads = ({ decisionId }) => statementPath(String(decisionId));
const toReport: Leads = ({ reportId }) => reportPath(String(reportId));

const kinds: NoticeKind[] = [
  noticeAlone('moderation.case', 'moderation:told.case', toCase),
  noticeAlone('moderation.appealed', 'moderation:told.appealed', toCase),
  noticeAlone('moderation.assigned', 'moderation:told.assigned', toCase),
  noticeAlone('moderation.decided', 'moderation:told.decided', toStatement),
  noticeAlone('moderation.answered', 'moderation:told.answered', toReport),
];

@Module({
  imports: [RoomsModule, PartnershipsModule, NotificationsModule, AccountsModule],
  controllers: [
    ReportsController,
    ...[ReportPages, OwnReportPages, HidingPages, StatementPages],
    ...[FiguresController, FiguresPages, OwnRulesController, OwnRulesPages],
    ...[LogController, CasesController, DecisionsController, AppealsController],
    ...[LogPages, ModerationCasePages, QueuePages, HouseRulesPages],
  ],
  providers: [
    ...[Reports, ReportAnswers, ReportLetters],
    ...[Cases, CaseFiles, CaseReading, Queues, ModerationCompanion],
    ...[Decisions, DecisionRecord, Statements, Appeals, DecisionLog],
    ...[ModerationFigures, PartnershipRules, OwnRulesTexts],
    ...[ModerationFrames, ModerationReactions, ModerationRetention],
    ...kinds.map((kind) => ({ provide: `notice ${kind.name}`, useValue: of('moderation', kind) })),
  ],
})
export class ModerationModule {}
