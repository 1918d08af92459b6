import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { Appeals } from '../appeals/appeals.service';
import { CaseReading } from '../cases/case-reading.service';
import { wholeCase } from '../cases/case-view';
import { caseView, type CaseView } from '../cases/case-view.schema';
import { hiddenPost, newDecision, newReview } from './decision.schema';
import type { HiddenPost, NewDecision, NewReview } from './decision.schema';
import { Decisions } from './decisions.service';

const id = z.guid();

/** Deciding, for programs: each needs its ground and its facts, and tells the author and those who reported. */
@ApiTags('moderation')
@SignedIn()
@Controller('api/v1')
export class DecisionsController {
  constructor(
    private readonly decisions: Decisions,
    private readonly appeals: Appeals,
    private readonly reading: CaseReading,
  ) {}

  /** Decides a case; one that is decided is corrected by another decision. */
  @Post('moderation/cases/:id/decisions')
  @RateLimit(300, 3600)
  @ApiCreatedResponse({ standardSchema: caseView })
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) caseId: string,
    @Body({ schema: newDecision }) input: NewDecision,
  ): Promise<CaseView> {
    await this.decisions.decide(actor, caseId, input);
    return this.whole(actor, caseId);
  }

  /** Decides about the appeal that waits in a case. */
  @Post('moderation/cases/:id/reviews')
  @RateLimit(300, 3600)
  @ApiCreatedResponse({ standardSchema: caseView })
  async review(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) caseId: string,
    @Body({ schema: newReview }) input: NewReview,
  ): Promise<CaseView> {
    await this.appeals.review(actor, caseId, input);
    return this.whole(actor, caseId);
  }

  /** Hides a post that nobody has reported, or decides the case that waits about it so. */
  @Put('posts/:id/hiding')
  @RateLimit(300, 3600)
  @ApiOkResponse({ standardSchema: caseView })
  async hide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) postId: string,
    @Body({ schema: hiddenPost }) input: HiddenPost,
  ): Promise<CaseView> {
    const { caseId } = await this.decisions.hide(actor, postId, input);
    return this.whole(actor, caseId);
  }

  private async whole(actor: Actor, caseId: string): Promise<CaseView> {
    return wholeCase(await this.reading.open({ actor }, caseId));
  }
}
