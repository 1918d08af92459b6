import { Body, Controller, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Public } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { newReport, receivedReport, type NewReport } from './report.schema';
import { Reports } from './reports.service';

const id = z.guid();

/** Reporting posts, with or without an account. */
@ApiTags('moderation')
@Controller('api/v1/posts/:id/reports')
export class ReportsController {
  constructor(private readonly reports: Reports) {}

  /** Reports somebody else's post; 200 when you have reported it before: then your report is changed. */
  @Public()
  @RateLimit(20, 3600)
  @Post()
  @ApiCreatedResponse({ standardSchema: receivedReport })
  @ApiOkResponse({ standardSchema: receivedReport })
  async report(
    @CurrentReader() { actor, language }: Reader,
    @Param('id', { schema: id }) postId: string,
    @Body({ schema: newReport }) input: NewReport,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { repeated, ...received } = await this.reports.report(actor, postId, input, language.locale);
    response.status(repeated ? HttpStatus.OK : HttpStatus.CREATED);
    return received;
  }
}
