import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../core/access/actor';
import { CurrentActor, Public, SignedIn } from '../core/access/marks';
import { slug as slugSchema } from '../core/http/slug.schema';
import {
  invitation,
  judgement,
  reviewAnswer,
  type JudgementInput,
  type ReviewAnswer,
} from './reviews/review.schema';
import { Reviews } from './reviews/reviews.service';
import { standingView } from './workflow/standing.schema';
import { CaseStandings } from './workflow/standings.service';
import {
  countryCheck,
  freezing,
  reasoned,
  type CountryCheck,
  type Reasoned,
} from './workflow/workflow.schema';
import { Workflow } from './workflow/workflow.service';

/** The stations of a case. Each verb answers with where it stands now. */
@ApiTags('practices')
@Controller('api/v1/practices/:slug')
export class PracticeWorkflowController {
  constructor(
    private readonly workflow: Workflow,
    private readonly reviews: Reviews,
    private readonly standings: CaseStandings,
  ) {}

  /** Where the case stands, who has the ball, and where it has been. */
  @Public()
  @Get('standing')
  @ApiOkResponse({ standardSchema: standingView })
  standing(@CurrentActor() actor: Actor, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.standings.of(actor, slug);
  }

  /** Hands it in to the host of its country. */
  @SignedIn()
  @ApiBearerAuth()
  @Put('submission')
  @ApiOkResponse({ standardSchema: standingView })
  async submit(@CurrentActor() actor: Actor, @Param('slug', { schema: slugSchema }) slug: string) {
    await this.workflow.submit(actor, slug);
    return this.standings.of(actor, slug);
  }

  /** The host says whether it is complete, consented to, in order with pictures, and in plain language. */
  @SignedIn()
  @ApiBearerAuth()
  @Put('check')
  @ApiOkResponse({ standardSchema: standingView })
  async check(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: countryCheck }) input: CountryCheck,
  ) {
    await this.workflow.check(actor, slug, input);
    return this.standings.of(actor, slug);
  }

  /** Asks somebody to review it. */
  @SignedIn()
  @ApiBearerAuth()
  @Post('reviewers')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: standingView })
  async invite(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: invitation }) { personId }: z.output<typeof invitation>,
  ) {
    await this.reviews.invite(actor, slug, personId);
    return this.standings.of(actor, slug);
  }

  /** Offers to review it yourself. */
  @SignedIn()
  @ApiBearerAuth()
  @Put('reviewers/me')
  @ApiOkResponse({ standardSchema: standingView })
  async volunteer(@CurrentActor() actor: Actor, @Param('slug', { schema: slugSchema }) slug: string) {
    await this.reviews.volunteer(actor, slug);
    return this.standings.of(actor, slug);
  }

  /** Lets a reviewer go who does not answer. */
  @SignedIn()
  @ApiBearerAuth()
  @Delete('reviewers/:id')
  @ApiOkResponse({ standardSchema: standingView })
  async release(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
  ) {
    await this.reviews.release(actor, slug, id);
    return this.standings.of(actor, slug);
  }

  /** Accepts to review it and declares to have no interest in it, or declares one and is out. */
  @SignedIn()
  @ApiBearerAuth()
  @Put('declaration')
  @ApiOkResponse({ standardSchema: standingView })
  async answer(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: reviewAnswer }) input: ReviewAnswer,
  ) {
    await this.reviews.answer(actor, slug, input);
    return this.standings.of(actor, slug);
  }

  /** Judges it, once; the last one who was needed decides it. */
  @SignedIn()
  @ApiBearerAuth()
  @Put('judgement')
  @ApiOkResponse({ standardSchema: standingView })
  async judge(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: judgement }) input: JudgementInput,
  ) {
    await this.reviews.judge(actor, slug, input);
    return this.standings.of(actor, slug);
  }

  /** Takes an accepted case to make it ready for print. */
  @SignedIn()
  @ApiBearerAuth()
  @Put('editing')
  @ApiOkResponse({ standardSchema: standingView })
  async take(@CurrentActor() actor: Actor, @Param('slug', { schema: slugSchema }) slug: string) {
    await this.workflow.take(actor, slug);
    return this.standings.of(actor, slug);
  }

  /** Freezes the original as its next version. */
  @SignedIn()
  @ApiBearerAuth()
  @Post('versions')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: standingView })
  async freeze(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: freezing }) { note }: z.output<typeof freezing>,
  ) {
    await this.workflow.freeze(actor, slug, note);
    return this.standings.of(actor, slug);
  }

  /** Publishes the frozen version on the web. */
  @SignedIn()
  @ApiBearerAuth()
  @Put('publication')
  @ApiOkResponse({ standardSchema: standingView })
  async publish(@CurrentActor() actor: Actor, @Param('slug', { schema: slugSchema }) slug: string) {
    await this.workflow.publish(actor, slug);
    return this.standings.of(actor, slug);
  }

  /** Opens it for a next version. */
  @SignedIn()
  @ApiBearerAuth()
  @Put('reopening')
  @ApiOkResponse({ standardSchema: standingView })
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: reasoned }) input: Reasoned,
  ) {
    await this.workflow.reopen(actor, slug, input);
    return this.standings.of(actor, slug);
  }

  /** Withdraws it; its page stays and says why. */
  @SignedIn()
  @ApiBearerAuth()
  @Put('withdrawal')
  @ApiOkResponse({ standardSchema: standingView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: reasoned }) input: Reasoned,
  ) {
    await this.workflow.withdraw(actor, slug, input);
    return this.standings.of(actor, slug);
  }
}
