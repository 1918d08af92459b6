import { Body, Controller, Delete, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { slug as slugSchema } from '../../core/http/slug.schema';
import {
  dimensionChanges,
  type DimensionChanges,
  move,
  newDimension,
  type NewDimension,
} from './asking/dimension.schema';
import { Dimensions } from './asking/dimensions.service';
import { QuestionOptions } from './asking/question-options.service';
import {
  newOption,
  type NewOption,
  newQuestion,
  type NewQuestion,
  optionChanges,
  type OptionChanges,
  optionCode,
  questionChanges,
  type QuestionChanges,
} from './asking/question.schema';
import { Questions } from './asking/questions.service';
import { addedAsked, addedOptions, addedQuestion } from './structure.schema';

const guid = z.guid();
const retirement = z.strictObject({ retired: z.boolean().meta({ description: 'Ask it no more' }) });

type Move = z.output<typeof move>;

/** What is asked, one thing at a time. */
@ApiTags('comparisons')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/comparisons/:slug')
export class ComparisonQuestionsController {
  constructor(
    private readonly dimensions: Dimensions,
    private readonly questions: Questions,
    private readonly options: QuestionOptions,
  ) {}

  /** Adds a dimension at the end. */
  @Post('dimensions')
  @ApiCreatedResponse({ standardSchema: addedAsked })
  async addDimension(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: newDimension }) input: NewDimension,
  ) {
    return { id: await this.dimensions.add(actor, slug, input) };
  }

  /** Changes the words of a dimension; 409 when somebody saved first. */
  @Patch('dimensions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  editDimension(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body({ schema: dimensionChanges }) changes: DimensionChanges,
  ) {
    return this.dimensions.edit(actor, slug, id, changes);
  }

  /** Moves a dimension one place up or down. */
  @Post('dimensions/:id/move')
  @HttpCode(204)
  @ApiNoContentResponse()
  moveDimension(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body({ schema: move }) { direction }: Move,
  ) {
    return this.dimensions.move(actor, slug, id, direction);
  }

  /** Takes a dimension away with its questions, while none of them was answered. */
  @Delete('dimensions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeDimension(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
  ) {
    return this.dimensions.remove(actor, slug, id);
  }

  /** Asks one more question at the end of a dimension. */
  @Post('dimensions/:id/questions')
  @ApiCreatedResponse({ standardSchema: addedQuestion })
  addQuestion(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body({ schema: newQuestion }) input: NewQuestion,
  ) {
    return this.questions.add(actor, slug, id, input);
  }

  /** Changes a question; 409 when somebody saved first, 422 when its answers would mean something else. */
  @Patch('questions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  editQuestion(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body({ schema: questionChanges }) changes: QuestionChanges,
  ) {
    return this.questions.edit(actor, slug, id, changes);
  }

  /** Moves a question one place up or down in its dimension. */
  @Post('questions/:id/move')
  @HttpCode(204)
  @ApiNoContentResponse()
  moveQuestion(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body({ schema: move }) { direction }: Move,
  ) {
    return this.questions.move(actor, slug, id, direction);
  }

  /** Asks a question no more, or again. */
  @Put('questions/:id/retired')
  @HttpCode(204)
  @ApiNoContentResponse()
  retireQuestion(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body({ schema: retirement }) { retired }: z.output<typeof retirement>,
  ) {
    return this.questions.retire(actor, slug, id, retired);
  }

  /** Takes a question away that nobody has answered. */
  @Delete('questions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeQuestion(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
  ) {
    return this.questions.remove(actor, slug, id);
  }

  /** Offers one more thing to choose. */
  @Post('questions/:id/options')
  @ApiCreatedResponse({ standardSchema: addedOptions })
  async addOption(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body({ schema: newOption }) { locale, ...option }: NewOption,
  ) {
    return { codes: await this.options.add(actor, slug, id, { options: [option], locale }) };
  }

  /** Changes the words of an option; 409 when somebody saved first. */
  @Patch('questions/:id/options/:code')
  @HttpCode(204)
  @ApiNoContentResponse()
  editOption(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) questionId: string,
    @Param('code', { schema: optionCode }) code: string,
    @Body({ schema: optionChanges }) changes: OptionChanges,
  ) {
    return this.options.edit(actor, slug, { questionId, code }, changes);
  }

  /** Moves an option one place up or down. */
  @Post('questions/:id/options/:code/move')
  @HttpCode(204)
  @ApiNoContentResponse()
  moveOption(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) questionId: string,
    @Param('code', { schema: optionCode }) code: string,
    @Body({ schema: move }) { direction }: Move,
  ) {
    return this.options.move(actor, slug, { questionId, code }, direction);
  }

  /** Takes an option away that nobody has chosen. */
  @Delete('questions/:id/options/:code')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeOption(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) questionId: string,
    @Param('code', { schema: optionCode }) code: string,
  ) {
    return this.options.remove(actor, slug, { questionId, code });
  }
}
