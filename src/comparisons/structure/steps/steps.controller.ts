import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../../../core/access/actor';
import { CurrentActor, SignedIn } from '../../../core/access/marks';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { ComparisonAccess } from '../../comparison.access';
import { ComparisonSteps } from './comparison-steps.service';
import {
  stepAt,
  type StepChanges,
  stepChanges,
  stepDone,
  type StepList,
  stepList,
  stepName,
} from './step.schema';
import type { Step } from './steps';

/** How a comparison comes about, for those who do the work. */
@ApiTags('comparisons')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/comparisons/:slug/steps')
export class ComparisonStepsController {
  constructor(
    private readonly steps: ComparisonSteps,
    private readonly access: ComparisonAccess,
  ) {}

  /** Every step, with who sees to it and until when. */
  @Get()
  @ApiOkResponse({ standardSchema: stepList })
  async list(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
  ): Promise<StepList> {
    const { id } = await this.access.toWork(actor, slug);
    return { items: await this.steps.of(id) };
  }

  /** Says who sees to a step and until when; 409 when somebody saved first. */
  @Put(':step')
  @HttpCode(204)
  @ApiNoContentResponse()
  plan(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('step', { schema: stepName }) step: Step,
    @Query({ schema: stepAt }) { country }: z.output<typeof stepAt>,
    @Body({ schema: stepChanges }) changes: StepChanges,
  ) {
    return this.steps.plan(actor, slug, { step, country }, changes);
  }

  /** Says that a step is done, or not done after all. */
  @Put(':step/done')
  @HttpCode(204)
  @ApiNoContentResponse()
  finish(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('step', { schema: stepName }) step: Step,
    @Query({ schema: stepAt }) { country }: z.output<typeof stepAt>,
    @Body({ schema: stepDone }) { done }: z.output<typeof stepDone>,
  ) {
    return this.steps.finish(actor, slug, { step, country }, done);
  }
}
