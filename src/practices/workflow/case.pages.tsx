import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Public, SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { type Page, seeOther, type SeeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { CaseFrame } from '../case/case-frame.service';
import { casePath } from '../form/case-paths';
import { PracticeAccess } from '../practice-access.service';
import { invitation } from '../reviews/review.schema';
import { Reviewers } from '../reviews/reviewers.service';
import { Reviews } from '../reviews/reviews.service';
import { checkForm, noteForm, nothing } from './case-forms';
import { caseFrame, type RefusedAct } from './case-frame';
import { CasePage } from './case-page';
import { CaseStandings } from './standings.service';
import { reasoned } from './workflow.schema';
import { Workflow } from './workflow.service';

/** Where a case stands, and every move of it. */
@SignedIn()
@Controller(':locale/practices/:slug/case')
export class CasePages {
  constructor(
    private readonly standings: CaseStandings,
    private readonly workflow: Workflow,
    private readonly reviews: Reviews,
    private readonly reviewers: Reviewers,
    private readonly access: PracticeAccess,
    private readonly frame: CaseFrame,
  ) {}

  @Public()
  @Get()
  show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  @Post('submit')
  submit(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    return this.act(reader, slug, 'submit', nothing, body, () => this.workflow.submit(reader.actor, slug));
  }

  @Post('check')
  check(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    return this.act(reader, slug, 'check', checkForm, body, (input) =>
      this.workflow.check(reader.actor, slug, input),
    );
  }

  @Post('reviewers')
  invite(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    return this.act(reader, slug, 'invite', invitation, body, ({ personId }) =>
      this.reviews.invite(reader.actor, slug, personId),
    );
  }

  @Post('volunteer')
  volunteer(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    return this.act(reader, slug, 'volunteer', nothing, body, () =>
      this.reviews.volunteer(reader.actor, slug),
    );
  }

  @Post('reviewers/:id/release')
  release(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ) {
    return this.act(reader, slug, 'release', nothing, body, () =>
      this.reviews.release(reader.actor, slug, id),
    );
  }

  @Post('take')
  take(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    return this.act(reader, slug, 'take', nothing, body, () => this.workflow.take(reader.actor, slug));
  }

  @Post('freeze')
  freeze(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    return this.act(reader, slug, 'freeze', noteForm, body, ({ note }) =>
      this.workflow.freeze(reader.actor, slug, note),
    );
  }

  @Post('publish')
  publish(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    return this.act(reader, slug, 'publish', nothing, body, () => this.workflow.publish(reader.actor, slug));
  }

  @Post('reopen')
  reopen(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    return this.act(reader, slug, 'reopen', reasoned, body, (input) =>
      this.workflow.reopen(reader.actor, slug, input),
    );
  }

  @Post('withdraw')
  withdraw(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    return this.act(reader, slug, 'withdraw', reasoned, body, (input) =>
      this.workflow.withdraw(reader.actor, slug, input),
    );
  }

  private async act<Schema extends z.ZodType>(
    reader: Reader,
    slug: string,
    at: string,
    schema: Schema,
    body: unknown,
    verb: (input: z.output<Schema>) => Promise<unknown>,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(schema, body, verb);
    if (!answer.done) return this.page(reader, slug, { at, state: answer.form });
    return seeOther(casePath(slug), 'practices:notice.moved');
  }

  private async page(reader: Reader, slug: string, refused?: RefusedAct): Promise<Page> {
    const of = await this.standings.of(reader.actor, slug);
    const eligible = of.can.invite
      ? await this.reviewers.eligible(await this.access.to(reader.actor, 'invite', slug))
      : [];
    const body = <CasePage of={of} eligible={eligible} {...(refused && { refused })} />;
    const face = await this.frame.of(reader, { partnership: { id: of.partnershipId } });
    return caseFrame(reader, of, body, {
      name: 'practices:case.title',
      face,
      ...(refused && { refused: refused.state }),
    });
  }
}
