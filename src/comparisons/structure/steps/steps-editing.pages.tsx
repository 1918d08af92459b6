import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { SignedIn } from '../../../core/access/marks';
import { NotFound } from '../../../core/errors/refusal';
import { attempt } from '../../../core/http/attempt';
import type { FormState } from '../../../core/http/form';
import { seeOther } from '../../../core/http/page';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { ComparisonAccess } from '../../comparison.access';
import { editingPath } from '../comparison-paths';
import { ComparisonEditingFrame } from '../pages/editing-frame.service';
import { ComparisonSteps } from './comparison-steps.service';
import { stepAt, stepChanges, stepName, stepPlan } from './step.schema';
import { StepEditing } from './step-editing';
import type { Step, StepPlace } from './steps';
import { StepsEditing } from './steps-editing';

/** Who does what until when. */
@SignedIn()
@Controller(':locale/comparisons/:slug/edit/steps')
export class StepsEditingPages {
  constructor(
    private readonly steps: ComparisonSteps,
    private readonly access: ComparisonAccess,
    private readonly frame: ComparisonEditingFrame,
  ) {}

  @Get()
  show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  @Post()
  async suggest(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(stepPlan, body, ({ start }) =>
      this.steps.suggest(reader.actor, slug, start),
    );
    if (!answer.done) return this.page(reader, slug, answer.form);
    return seeOther(editingPath(slug, 'steps'), 'comparisons:notice.suggested');
  }

  @Get(':step')
  step(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('step', { schema: stepName }) step: Step,
    @Query({ schema: stepAt }) { country }: z.output<typeof stepAt>,
  ) {
    return this.stepPage(reader, slug, { step, country });
  }

  @Post(':step')
  async plan(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('step', { schema: stepName }) step: Step,
    @Query({ schema: stepAt }) { country }: z.output<typeof stepAt>,
    @Body() body: unknown,
  ) {
    const place = { step, country };
    const answer = await attempt(stepChanges, body, (input) =>
      this.steps.plan(reader.actor, slug, place, input),
    );
    if (!answer.done) return this.stepPage(reader, slug, place, answer.form);
    return seeOther(editingPath(slug, 'steps'), 'comparisons:notice.saved');
  }

  private async page(reader: Reader, slug: string, state?: FormState) {
    const comparison = await this.access.to(reader.actor, 'edit', slug);
    const steps = await this.steps.of(comparison.id);
    const body = <StepsEditing comparison={comparison} steps={steps} {...(state && { state })} />;
    return this.frame.page(reader, {
      ...{ comparison, tab: 'steps', body },
      ...(state && { refused: state }),
    });
  }

  private async stepPage(reader: Reader, slug: string, { step, country }: StepPlace, refused?: FormState) {
    const comparison = await this.access.to(reader.actor, 'edit', slug);
    const steps = await this.steps.of(comparison.id);
    const planned = steps.find((row) => row.step === step && (row.country ?? '') === country);
    if (!planned) throw new NotFound();
    const people = await this.steps.people(comparison, country);
    const shown = { comparison, step: planned, people };
    const body = <StepEditing {...shown} {...(refused && { refused: { at: 'plan', state: refused } })} />;
    const title = reader.language.t(`comparisons:step.${step}`);
    return this.frame.page(reader, {
      ...{ comparison, tab: 'steps', body, below: { title } },
      ...(refused && { refused }),
    });
  }
}
