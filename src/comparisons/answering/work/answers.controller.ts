import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SignedIn } from '../../../core/access/marks';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { answerChanges, newAnswer, type AnswerChanges, type NewAnswer } from '../value/answer.schema';
import { AnswerComments } from '../workflow/answer-comments.service';
import { AnswerWorkflow } from '../workflow/answer-workflow.service';
import {
  comment,
  peerCheck,
  presentation,
  reasoned,
  signingOff,
  type NewComment,
  type PeerCheck,
  type Reasoned,
} from '../workflow/workflow.schema';
import { Answers } from '../writing/answers.service';
import { answerView } from './answer-view.schema';
import { AnswerWork } from './answer-work.service';

const answerId = { schema: z.guid() };

/** The work on answers, for those who do it. Each verb answers with the answer as it stands then. */
@ApiTags('comparisons')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1')
export class AnswersController {
  constructor(
    private readonly answers: Answers,
    private readonly workflow: AnswerWorkflow,
    private readonly comments: AnswerComments,
    private readonly work: AnswerWork,
  ) {}

  /** Begins the answer of a country to a question. */
  @Post('comparisons/:slug/answers')
  @ApiOkResponse({ standardSchema: answerView })
  @HttpCode(200)
  async beginAnswer(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: newAnswer }) input: NewAnswer,
  ) {
    return this.of(reader, await this.answers.begin(reader.actor, slug, input));
  }

  /** An answer as it is being worked on, with what it rests on and where it has been. */
  @Get('answers/:id')
  @ApiOkResponse({ standardSchema: answerView })
  answer(@CurrentReader() reader: Reader, @Param('id', answerId) id: string) {
    return this.of(reader, id);
  }

  /** Changes what is named, on top of the revision that you have seen. */
  @Patch('answers/:id')
  @ApiOkResponse({ standardSchema: answerView })
  async editAnswer(
    @CurrentReader() reader: Reader,
    @Param('id', answerId) id: string,
    @Body({ schema: answerChanges }) input: AnswerChanges,
  ) {
    await this.answers.edit(reader.actor, id, input);
    return this.of(reader, id);
  }

  /** Takes the median of the members who responded for the score. */
  @Put('answers/:id/median')
  @ApiOkResponse({ standardSchema: answerView })
  async takeMedian(@CurrentReader() reader: Reader, @Param('id', answerId) id: string) {
    await this.workflow.takeMedian(reader.actor, id);
    return this.of(reader, id);
  }

  /** Presents a draft to the members of all platforms for comments. */
  @Put('answers/:id/presentation')
  @ApiOkResponse({ standardSchema: answerView })
  async presentAnswer(
    @CurrentReader() reader: Reader,
    @Param('id', answerId) id: string,
    @Body({ schema: presentation }) { until }: z.output<typeof presentation>,
  ) {
    await this.workflow.present(reader.actor, id, until);
    return this.of(reader, id);
  }

  /** Comments on an answer while it is presented. */
  @Post('answers/:id/comments')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: answerView })
  async commentOnAnswer(
    @CurrentReader() reader: Reader,
    @Param('id', answerId) id: string,
    @Body({ schema: comment }) input: NewComment,
  ) {
    await this.comments.add(reader.actor, id, input);
    return this.of(reader, id);
  }

  /** Signs it off for its country: it is locked as its next version. */
  @Post('answers/:id/versions')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: answerView })
  async signAnswer(
    @CurrentReader() reader: Reader,
    @Param('id', answerId) id: string,
    @Body({ schema: signingOff }) { revision }: z.output<typeof signingOff>,
  ) {
    await this.workflow.agree(reader.actor, id, revision);
    return this.of(reader, id);
  }

  /** Another country says whether it is understandable, comparable and sourced; with a no, it is disputed. */
  @Post('answers/:id/checks')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: answerView })
  async checkAnswer(
    @CurrentReader() reader: Reader,
    @Param('id', answerId) id: string,
    @Body({ schema: peerCheck }) input: PeerCheck,
  ) {
    await this.workflow.check(reader.actor, id, input);
    return this.of(reader, id);
  }

  /** Takes it back to its platform for a next version. */
  @Put('answers/:id/resumption')
  @ApiOkResponse({ standardSchema: answerView })
  async resumeAnswer(
    @CurrentReader() reader: Reader,
    @Param('id', answerId) id: string,
    @Body({ schema: reasoned }) input: Reasoned,
  ) {
    await this.workflow.resume(reader.actor, id, input);
    return this.of(reader, id);
  }

  /** Lets a disputed answer through, for a reason that is shown. */
  @Put('answers/:id/release')
  @ApiOkResponse({ standardSchema: answerView })
  async releaseAnswer(
    @CurrentReader() reader: Reader,
    @Param('id', answerId) id: string,
    @Body({ schema: reasoned }) input: Reasoned,
  ) {
    await this.workflow.release(reader.actor, id, input);
    return this.of(reader, id);
  }

  private of({ actor, locales }: Reader, id: string) {
    return this.work.of(actor, id, locales);
  }
}
