import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../../core/access/marks';
import { NotFound } from '../../../core/errors/refusal';
import { attempt } from '../../../core/http/attempt';
import { seeOther } from '../../../core/http/page';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { ComparisonStructure } from '../asking/comparison-structure.service';
import { dimensionChanges, move, newDimension } from '../asking/dimension.schema';
import { Dimensions } from '../asking/dimensions.service';
import { newQuestion } from '../asking/question.schema';
import { Questions } from '../asking/questions.service';
import { dimensionPath, editingPath, questionPath } from '../comparison-paths';
import { DimensionEditing } from './dimension-editing';
import { ComparisonEditingFrame, type RefusedForm } from './editing-frame.service';
import { StructureEditing } from './structure-editing';

const guid = z.guid();
const nothing = z.strictObject({});

/** What is asked: its order, and its dimensions. */
@SignedIn()
@Controller(':locale/comparisons/:slug/edit/structure')
export class StructureEditingPages {
  constructor(
    private readonly structure: ComparisonStructure,
    private readonly dimensions: Dimensions,
    private readonly questions: Questions,
    private readonly frame: ComparisonEditingFrame,
  ) {}

  @Get()
  show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  @Post('dimensions')
  async addDimension(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(newDimension, body, (input) =>
      this.dimensions.add(reader.actor, slug, input),
    );
    if (!answer.done) return this.page(reader, slug, { at: 'new', state: answer.form });
    return seeOther(dimensionPath(slug, answer.result), 'comparisons:notice.added');
  }

  @Get('dimensions/:id')
  dimension(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
  ) {
    return this.dimensionPage(reader, slug, id);
  }

  @Post('dimensions/:id')
  async editDimension(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(dimensionChanges, body, (input) =>
      this.dimensions.edit(reader.actor, slug, id, input),
    );
    if (!answer.done) return this.dimensionPage(reader, slug, id, { at: 'edit', state: answer.form });
    return seeOther(dimensionPath(slug, id), 'comparisons:notice.saved');
  }

  @Post('dimensions/:id/move')
  async moveDimension(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(move, body, ({ direction }) =>
      this.dimensions.move(reader.actor, slug, id, direction),
    );
    if (!answer.done) return this.page(reader, slug, { at: id, state: answer.form });
    return seeOther(`${editingPath(slug, 'structure')}#dimension-${id}`, 'comparisons:notice.moved');
  }

  @Post('dimensions/:id/remove')
  async removeDimension(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(nothing, body, () => this.dimensions.remove(reader.actor, slug, id));
    if (!answer.done) return this.dimensionPage(reader, slug, id, { at: 'remove', state: answer.form });
    return seeOther(editingPath(slug, 'structure'), 'comparisons:notice.removed');
  }

  @Post('dimensions/:id/questions')
  async addQuestion(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(newQuestion, body, (input) =>
      this.questions.add(reader.actor, slug, id, input),
    );
    if (!answer.done) return this.dimensionPage(reader, slug, id, { at: 'new', state: answer.form });
    return seeOther(questionPath(slug, answer.result.id), 'comparisons:notice.added');
  }

  private async page(reader: Reader, slug: string, refused?: RefusedForm) {
    const { comparison, dimensions } = await this.structure.toEdit(reader.actor, slug);
    const state = refused?.state;
    const body = (
      <StructureEditing comparison={comparison} dimensions={dimensions} {...(state && { state })} />
    );
    return this.frame.page(reader, {
      ...{ comparison, tab: 'structure', body },
      ...(state && { refused: state }),
    });
  }

  private async dimensionPage(reader: Reader, slug: string, id: string, refused?: RefusedForm) {
    const { comparison, dimensions } = await this.structure.toEdit(reader.actor, slug);
    const dimension = dimensions.find((row) => row.id === id);
    if (!dimension) throw new NotFound();
    const body = (
      <DimensionEditing comparison={comparison} dimension={dimension} {...(refused && { refused })} />
    );
    return this.frame.page(reader, {
      ...{ comparison, tab: 'structure', body, below: { title: dimension.title } },
      ...(refused && { refused: refused.state }),
    });
  }
}
