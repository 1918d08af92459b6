import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { ModerationFrames } from '../moderation-frames.service';
import { reportPath } from '../moderation-paths';
import { ChooseKind, ReportForm } from './report';
import { REPORT_KINDS, reportForm, reportQuery, type ReportKind } from './report.schema';
import { Reports } from './reports.service';

const id = z.guid();

/** Reporting a post: first what it is about, then what that needs. */
@Public()
@Controller(':locale/posts/:id/report')
export class ReportPages {
  constructor(
    private readonly reports: Reports,
    private readonly frames: ModerationFrames,
  ) {}

  @Get()
  form(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) postId: string,
    @Query({ schema: reportQuery }) { kind }: z.output<typeof reportQuery>,
  ): Promise<Page> {
    return this.show(reader, postId, kind, freshForm({ locale: reader.language.locale }));
  }

  @Post()
  @RateLimit(20, 3600)
  async report(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) postId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { actor, language } = reader;
    const answer = await attempt(reportForm, body, (input) =>
      this.reports.report(actor, postId, input, language.locale),
    );
    if (answer.done) {
      const { id: reportId, repeated } = answer.result;
      return seeOther(reportPath(reportId), repeated ? 'moderation:notice.report_changed' : undefined);
    }
    const kind = REPORT_KINDS.find((each) => each === answer.form.values['kind']);
    return this.show(reader, postId, kind, answer.form);
  }

  private async show(
    reader: Reader,
    postId: string,
    kind: ReportKind | undefined,
    form: FormState,
  ): Promise<Page> {
    const post = await this.reports.forReport(reader.actor, postId);
    const parts = { post, form, known: reader.actor.signedIn };
    return page({
      ...(await this.frames.ofPost(reader, post)),
      title: reader.language.t('moderation:report.title'),
      path: `/posts/${postId}/report${kind ? `?kind=${kind}` : ''}`,
      status: form.refusal?.status ?? 200,
      body: kind ? <ReportForm {...parts} kind={kind} /> : <ChooseKind {...parts} />,
    });
  }
}
