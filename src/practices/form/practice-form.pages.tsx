import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { Forbidden } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { Organisations } from '../../directory/organisations.service';
import { CaseFrame } from '../case/case-frame.service';
import { type Draft, PracticeEditing } from '../editing/practice-editing.service';
import { PRACTICES } from '../practice-paths';
import { practicePolicy } from '../practice.policy';
import { newPractice, type PracticeChanges } from '../practice.schema';
import { Practices } from '../practices.service';
import { PracticeRows } from '../rows/practice-rows.service';
import { editPath, stepPath } from './case-paths';
import { formPage } from './form-frame';
import { NewPractice } from './new-practice';
import { FormOverview, StepPage } from './step-form';
import { stepForm } from './step-values';
import { STEP_NAMES, stepNamed, type StepName } from './steps';

const stepName = z.enum(STEP_NAMES);

/** Writing a case: how it begins, and its steps. */
@SignedIn()
@Controller(':locale/practices')
export class PracticeFormPages {
  constructor(
    private readonly practices: Practices,
    private readonly editing: PracticeEditing,
    private readonly rows: PracticeRows,
    private readonly frame: CaseFrame,
    private readonly organisations: Organisations,
  ) {}

  @Get('new')
  new(@CurrentReader() reader: Reader) {
    return this.newPage(reader, freshForm({ locale: reader.language.locale }));
  }

  @Post('new')
  async begin(@CurrentReader() reader: Reader, @Body() body: unknown) {
    const answer = await attempt(newPractice, body, (input) => this.practices.begin(reader.actor, input));
    if (!answer.done) return this.newPage(reader, answer.form);
    return seeOther(stepPath(answer.result.slug, 'what'), 'practices:notice.begun');
  }

  @Get(':slug/edit')
  async overview(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    const draft = await this.editing.draft(reader.actor, slug);
    const submits = practicePolicy.may(reader.actor, 'submit', draft.standing);
    return formPage(reader, draft, <FormOverview draft={draft} submits={submits} />, {
      face: await this.face(reader, draft),
    });
  }

  @Get(':slug/edit/:step')
  async step(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('step', { schema: stepName }) name: StepName,
  ) {
    return this.stepPage(reader, slug, name);
  }

  @Post(':slug/edit/:step')
  async save(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('step', { schema: stepName }) name: StepName,
    @Body() body: unknown,
  ) {
    const { then, ...fields } = (body ?? {}) as Record<string, unknown>;
    const answer = await attempt(stepForm(stepNamed(name)), fields, (input) =>
      this.editing.edit(reader.actor, slug, input as PracticeChanges),
    );
    if (!answer.done) return this.stepPage(reader, slug, name, answer.form);
    const next = STEP_NAMES[STEP_NAMES.indexOf(name) + 1];
    const path = then !== 'next' ? stepPath(slug, name) : next ? stepPath(slug, next) : editPath(slug);
    return seeOther(path, 'practices:notice.saved');
  }

  private async stepPage(reader: Reader, slug: string, name: StepName, refused?: FormState) {
    const step = stepNamed(name);
    const draft = await this.editing.draft(reader.actor, slug);
    const rows = step.list ? await this.rows.of(draft.row.id, step.list.name) : [];
    const asked = step.fields.some((field) => field.name === 'ownerOrganisationId');
    const organisations = asked ? await this.organisations.choices(reader.language) : [];
    const shown = { draft, step, rows, organisations, ...(refused && { refused }) };
    return formPage(reader, draft, <StepPage {...shown} />, {
      at: name,
      face: await this.face(reader, draft),
      ...(refused && { refused }),
    });
  }

  private async newPage({ actor, language }: Reader, state: FormState) {
    const choices = await this.practices.choices(actor);
    if (choices.length === 0) throw new Forbidden('practices:refusal.not_of_partnership');
    return page({
      title: language.t('practices:new.title'),
      section: 'practices',
      crumbs: [{ label: language.t('practices:list.title'), path: PRACTICES }],
      body: <NewPractice state={state} choices={choices} />,
      hidden: true,
      ...(state.refusal && { status: state.refusal.status }),
    });
  }

  private face(reader: Reader, { row }: Draft) {
    return this.frame.of(reader, { partnership: { id: row.partnershipId } });
  }
}
