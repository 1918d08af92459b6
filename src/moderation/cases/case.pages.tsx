import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import type { Key } from '../../core/i18n/keys';
import { Appeals } from '../appeals/appeals.service';
import { newDecision, newReview } from '../decisions/decision.schema';
import { Decisions } from '../decisions/decisions.service';
import { ModerationFrames } from '../moderation-frames.service';
import { casePath } from '../moderation-paths';
import { CasePage } from './case';
import type { RefusedAt } from './case-props';
import { CaseReading } from './case-reading.service';
import { assignedCase, newNote, seenCase } from './case.schema';
import { Cases } from './cases.service';

const id = z.guid();

interface Act<Schema extends z.ZodType> {
  at: RefusedAt;
  schema: Schema;
  body: unknown;
  verb: (input: z.output<Schema>) => Promise<unknown>;
  notice: Key;
}

/** One case: what it is about, and the forms of those who decide. */
@SignedIn()
@Controller(':locale/moderation/cases/:id')
export class ModerationCasePages {
  constructor(
    private readonly reading: CaseReading,
    private readonly cases: Cases,
    private readonly decisions: Decisions,
    private readonly appeals: Appeals,
    private readonly frames: ModerationFrames,
  ) {}

  @Get()
  view(@CurrentReader() reader: Reader, @Param('id', { schema: id }) caseId: string): Promise<Page> {
    return this.show(reader, caseId);
  }

  @Post('take')
  take(@CurrentReader() reader: Reader, @Param('id', { schema: id }) caseId: string, @Body() body: unknown) {
    const verb = (input: z.output<typeof seenCase>) => this.cases.take(reader.actor, caseId, input);
    const notice = 'moderation:notice.taken';
    return this.act(reader, caseId, { at: 'take', schema: seenCase, body, verb, notice });
  }

  @Post('assign')
  assign(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) caseId: string,
    @Body() body: unknown,
  ) {
    const verb = (input: z.output<typeof assignedCase>) => this.cases.assign(reader.actor, caseId, input);
    const notice = 'moderation:notice.assigned';
    return this.act(reader, caseId, { at: 'assign', schema: assignedCase, body, verb, notice });
  }

  @Post('notes')
  @RateLimit(300, 3600)
  note(@CurrentReader() reader: Reader, @Param('id', { schema: id }) caseId: string, @Body() body: unknown) {
    const verb = (input: z.output<typeof newNote>) => this.cases.note(reader.actor, caseId, input);
    const notice = 'moderation:notice.noted';
    return this.act(reader, caseId, { at: 'note', schema: newNote, body, verb, notice });
  }

  @Post('decide')
  @RateLimit(300, 3600)
  decide(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) caseId: string,
    @Body() body: unknown,
  ) {
    const verb = (input: z.output<typeof newDecision>) => this.decisions.decide(reader.actor, caseId, input);
    const notice = 'moderation:notice.decided';
    return this.act(reader, caseId, { at: 'decide', schema: newDecision, body, verb, notice });
  }

  @Post('review')
  @RateLimit(300, 3600)
  review(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) caseId: string,
    @Body() body: unknown,
  ) {
    const verb = (input: z.output<typeof newReview>) => this.appeals.review(reader.actor, caseId, input);
    const notice = 'moderation:notice.decided';
    return this.act(reader, caseId, { at: 'review', schema: newReview, body, verb, notice });
  }

  private async act<Schema extends z.ZodType>(
    reader: Reader,
    caseId: string,
    { at, schema, body, verb, notice }: Act<Schema>,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(schema, body, verb);
    if (!answer.done) return this.show(reader, caseId, { at, form: answer.form });
    return seeOther(casePath(caseId), notice);
  }

  private async show(
    reader: Reader,
    caseId: string,
    refused?: { at: RefusedAt; form: FormState },
  ): Promise<Page> {
    const open = await this.reading.open(reader, caseId);
    const { t } = reader.language;
    return page({
      ...(await this.frames.ofCase(reader, open.matter.room)),
      title: t('moderation:case.name', { number: open.matter.number }),
      path: casePath(caseId),
      status: refused?.form.refusal?.status ?? 200,
      body: <CasePage {...open} locales={reader.locales} {...(refused && { refused })} />,
    });
  }
}
