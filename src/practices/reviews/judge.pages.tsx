import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { Forbidden } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { CaseFrame } from '../case/case-frame.service';
import { casePath, judgePath } from '../form/case-paths';
import { judgementForm } from '../workflow/case-forms';
import { caseFrame } from '../workflow/case-frame';
import { CaseStandings } from '../workflow/standings.service';
import { JudgePage } from './judge-page';
import { reviewAnswer } from './review.schema';
import { Reviews } from './reviews.service';

/** For who was asked to review a case, or has offered to. */
@SignedIn()
@Controller(':locale/practices/:slug/review')
export class JudgePages {
  constructor(
    private readonly standings: CaseStandings,
    private readonly reviews: Reviews,
    private readonly frame: CaseFrame,
  ) {}

  @Get()
  show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  @Post('declaration')
  async declare(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(reviewAnswer, body, (input) =>
      this.reviews.answer(reader.actor, slug, input),
    );
    if (!answer.done) return this.page(reader, slug, answer.form);
    const { can } = await this.standings.of(reader.actor, slug).catch(() => ({ can: { judge: false } }));
    return seeOther(can.judge ? judgePath(slug) : '/practices/tasks', 'practices:notice.answered');
  }

  @Post()
  async judge(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(judgementForm, body, (input) =>
      this.reviews.judge(reader.actor, slug, input),
    );
    if (!answer.done) return this.page(reader, slug, answer.form);
    return seeOther(casePath(slug), 'practices:notice.judged');
  }

  private async page(reader: Reader, slug: string, state?: FormState) {
    const of = await this.standings.of(reader.actor, slug);
    if (!of.can.answer && !of.can.judge) throw new Forbidden('practices:refusal.not_asked');
    const body = <JudgePage of={of} {...(state && { state })} />;
    const face = await this.frame.of(reader, { partnership: { id: of.partnershipId } });
    const options = {
      name: 'practices:judge.title' as const,
      face,
      below: true,
      ...(state && { refused: state }),
    };
    return caseFrame(reader, of, body, options);
  }
}
