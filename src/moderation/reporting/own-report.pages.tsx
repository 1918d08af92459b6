import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { newAppeal } from '../appeals/appeal.schema';
import { Appeals } from '../appeals/appeals.service';
import { reportPath } from '../moderation-paths';
import { OwnReportPage } from './own-report';
import { ReportAnswers } from './report-answers.service';

const id = z.guid();

/** For who reported: that it arrived, and the answer. */
@Public()
@Controller(':locale/moderation/reports/:id')
export class OwnReportPages {
  constructor(
    private readonly answers: ReportAnswers,
    private readonly appeals: Appeals,
  ) {}

  @Get()
  read(@CurrentReader() reader: Reader, @Param('id', { schema: id }) reportId: string) {
    return this.show(reader, reportId, freshForm({ locale: reader.language.locale }));
  }

  @Post('appeal')
  @RateLimit(20, 3600)
  async contest(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) reportId: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(newAppeal, body, (input) =>
      this.appeals.byReporter(reader.actor, reportId, input),
    );
    if (!answer.done) return this.show(reader, reportId, answer.form);
    return seeOther(reportPath(reportId), 'moderation:notice.appealed');
  }

  private async show(reader: Reader, reportId: string, form: FormState) {
    const report = await this.answers.find(reader.actor, reportId);
    return page({
      title: reader.language.t('moderation:received.title', { number: report.number }),
      section: 'rooms',
      hidden: true,
      path: reportPath(reportId),
      status: form.refusal?.status ?? 200,
      body: <OwnReportPage report={report} form={form} />,
    });
  }
}
