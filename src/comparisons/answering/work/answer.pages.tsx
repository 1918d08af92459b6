import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../../core/access/marks';
import { attempt } from '../../../core/http/attempt';
import type { FormState } from '../../../core/http/form';
import { seeOther } from '../../../core/http/page';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import type { Key } from '../../../core/i18n/keys';
import { answerPath, beginPath, workPath } from '../answer-paths';
import { AnsweringFrame, type RefusedAct } from '../answering-frame.service';
import { nextUnanswered } from '../questionnaire/questionnaire-page';
import { Questionnaires } from '../questionnaire/questionnaires.service';
import { AnswerComments } from '../workflow/answer-comments.service';
import { AnswerWorkflow } from '../workflow/answer-workflow.service';
import { comment, presentation, reasoned, signingOff } from '../workflow/workflow.schema';
import { EditAnswerPage } from '../writing/answer-form-page';
import { answerForm, thenIn } from '../writing/answer-form.schema';
import { Answers } from '../writing/answers.service';
import { checkForm, nothing } from './act-forms';
import { AnswerPage } from './answer-page';
import { AnswerWork } from './answer-work.service';

const answerId = { schema: z.guid() };

/** One answer, as those write and move it who do the work. */
@SignedIn()
@Controller(':locale/answers/:id')
export class AnswerPages {
  constructor(
    private readonly work: AnswerWork,
    private readonly answers: Answers,
    private readonly workflow: AnswerWorkflow,
    private readonly comments: AnswerComments,
    private readonly frame: AnsweringFrame,
    private readonly questionnaires: Questionnaires,
  ) {}

  @Get()
  show(@CurrentReader() reader: Reader, @Param('id', answerId) id: string) {
    return this.page(reader, id);
  }

  @Get('edit')
  async edit(@CurrentReader() reader: Reader, @Param('id', answerId) id: string) {
    await this.answers.allowEditing(reader.actor, id);
    return this.editPage(reader, id);
  }

  @Post('edit')
  async save(@CurrentReader() reader: Reader, @Param('id', answerId) id: string, @Body() body: unknown) {
    const of = await this.work.of(reader.actor, id, reader.locales);
    const answer = await attempt(answerForm(of.question, reader.language), body, (input) =>
      this.answers.edit(reader.actor, id, input),
    );
    if (!answer.done) return this.editPage(reader, id, answer.form);
    if (thenIn(body) === 'answer') return seeOther(answerPath(id), 'comparisons:notice.saved');
    const { slug } = of.comparison;
    const questions = await this.questionnaires.of(reader.actor, slug, of.country, reader.locales);
    const next = nextUnanswered(questions, of.question.id);
    const path = next ? beginPath(slug, of.country, next.code) : workPath(slug, of.country);
    return seeOther(path, 'comparisons:notice.saved');
  }

  @Post('comment')
  comment(@CurrentReader() reader: Reader, @Param('id', answerId) id: string, @Body() body: unknown) {
    const add = (input: z.output<typeof comment>) => this.comments.add(reader.actor, id, input);
    return this.act(reader, id, 'comment', comment, body, add, 'comparisons:notice.commented');
  }

  @Post('present')
  present(@CurrentReader() reader: Reader, @Param('id', answerId) id: string, @Body() body: unknown) {
    return this.act(reader, id, 'present', presentation, body, ({ until }) =>
      this.workflow.present(reader.actor, id, until),
    );
  }

  @Post('median')
  median(@CurrentReader() reader: Reader, @Param('id', answerId) id: string, @Body() body: unknown) {
    return this.act(reader, id, 'median', nothing, body, () => this.workflow.takeMedian(reader.actor, id));
  }

  @Post('agree')
  agree(@CurrentReader() reader: Reader, @Param('id', answerId) id: string, @Body() body: unknown) {
    return this.act(reader, id, 'agree', signingOff, body, ({ revision }) =>
      this.workflow.agree(reader.actor, id, revision),
    );
  }

  @Post('check')
  check(@CurrentReader() reader: Reader, @Param('id', answerId) id: string, @Body() body: unknown) {
    return this.act(reader, id, 'check', checkForm, body, (input) =>
      this.workflow.check(reader.actor, id, input),
    );
  }

  @Post('resume')
  resume(@CurrentReader() reader: Reader, @Param('id', answerId) id: string, @Body() body: unknown) {
    return this.act(reader, id, 'resume', reasoned, body, (input) =>
      this.workflow.resume(reader.actor, id, input),
    );
  }

  @Post('release')
  release(@CurrentReader() reader: Reader, @Param('id', answerId) id: string, @Body() body: unknown) {
    return this.act(reader, id, 'release', reasoned, body, (input) =>
      this.workflow.release(reader.actor, id, input),
    );
  }

  private async act<Schema extends z.ZodType>(
    reader: Reader,
    id: string,
    at: string,
    schema: Schema,
    body: unknown,
    verb: (input: z.output<Schema>) => Promise<unknown>,
    notice: Key = 'comparisons:notice.gone_on',
  ) {
    const answer = await attempt(schema, body, verb);
    if (!answer.done) return this.page(reader, id, { at, state: answer.form });
    return seeOther(answerPath(id), notice);
  }

  private async page(reader: Reader, id: string, refused?: RefusedAct) {
    const of = await this.work.of(reader.actor, id, reader.locales);
    return this.frame.page(reader, {
      ...{ title: of.question.question.text, slug: of.comparison.slug, country: of.country },
      body: <AnswerPage of={of} {...(refused && { refused })} />,
      ...(refused && { refused: refused.state }),
    });
  }

  private async editPage(reader: Reader, id: string, refused?: FormState) {
    const of = await this.work.of(reader.actor, id, reader.locales);
    const { text, locale } = of.question.question;
    return this.frame.page(reader, {
      ...{ title: text, slug: of.comparison.slug, country: of.country },
      below: [{ label: of.question.code, path: answerPath(id), lang: locale }],
      body: <EditAnswerPage of={of} {...(refused && { refused })} />,
      ...(refused && { refused }),
    });
  }
}
