import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, Public, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { Statements, type Statement } from '../decisions/statements.service';
import { ReportAnswers, type OwnReport } from '../reporting/report-answers.service';
import { newAppeal, type NewAppeal } from './appeal.schema';
import { appealable } from './appeal-time';
import { Appeals } from './appeals.service';
import { ownReportView, statementView, type OwnReportView, type StatementView } from './told.schema';

const id = z.guid();

/** What those whom a decision concerns are told, and asking for another look. */
@ApiTags('moderation')
@Controller('api/v1/moderation')
export class AppealsController {
  constructor(
    private readonly statements: Statements,
    private readonly answers: ReportAnswers,
    private readonly appeals: Appeals,
  ) {}

  /** A decision about a post of yours; notifications name it. */
  @SignedIn()
  @Get('statements/:id')
  @ApiOkResponse({ standardSchema: statementView })
  async statement(@CurrentActor() actor: Actor, @Param('id', { schema: id }) decisionId: string) {
    return statementOf(await this.statements.find(actor, decisionId));
  }

  /** Asks for another look at it, once and within six months. */
  @SignedIn()
  @Post('statements/:id/appeal')
  @RateLimit(20, 3600)
  @ApiCreatedResponse({ standardSchema: statementView })
  async byAuthor(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) decisionId: string,
    @Body({ schema: newAppeal }) input: NewAppeal,
  ) {
    await this.appeals.byAuthor(actor, decisionId, input);
    return statementOf(await this.statements.find(actor, decisionId));
  }

  /** A report of yours and what came of it; without an account, whoever knows its id reads it. */
  @Public()
  @Get('reports/:id')
  @ApiOkResponse({ standardSchema: ownReportView })
  async report(@CurrentActor() actor: Actor, @Param('id', { schema: id }) reportId: string) {
    return reportOf(await this.answers.find(actor, reportId));
  }

  /** Asks for another look at what was decided about it. */
  @Public()
  @Post('reports/:id/appeal')
  @RateLimit(20, 3600)
  @ApiCreatedResponse({ standardSchema: ownReportView })
  async byReporter(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) reportId: string,
    @Body({ schema: newAppeal }) input: NewAppeal,
  ) {
    await this.appeals.byReporter(actor, reportId, input);
    return reportOf(await this.answers.find(actor, reportId));
  }
}

function statementOf(statement: Statement): StatementView {
  const { id: decisionId, number, reported, postId, threadId, appealUntil } = statement;
  return {
    ...{ id: decisionId, number, reported, postId, threadId },
    ...told(statement, appealUntil),
  };
}

function reportOf(report: OwnReport): OwnReportView {
  const {
    id: reportId,
    number,
    ground,
    explanation,
    locale,
    receivedAt,
    state,
    threadId,
    postNumber,
  } = report;
  const answers = report.answers.map((answer) => ({
    decisionId: answer.decisionId,
    ...told(answer, state === 'answered' ? appealable('reporter', answer) : null),
  }));
  return {
    ...{ id: reportId, number, ground, explanation, locale, state, threadId, postNumber, answers },
    receivedAt: receivedAt.toISOString(),
  };
}

function told(decision: Omit<OwnReport['answers'][number], 'decisionId'>, appealUntil: Date | null) {
  const { measure, outcome, ground, facts, locale, decidedAt, appealed, alone, samePerson } = decision;
  return {
    ...{ measure, outcome, ground, facts, locale, appealed, alone, samePerson },
    ...{ decidedAt: decidedAt.toISOString(), appealUntil: appealUntil?.toISOString() ?? null },
  };
}
