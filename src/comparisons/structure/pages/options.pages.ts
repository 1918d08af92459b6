import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../../core/access/marks';
import { attempt } from '../../../core/http/attempt';
import { seeOther } from '../../../core/http/page';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { move } from '../asking/dimension.schema';
import { QuestionOptions } from '../asking/question-options.service';
import { newOptions, optionChanges, optionCode } from '../asking/question.schema';
import { questionPath } from '../comparison-paths';
import { QuestionPage } from './question-page.service';

const guid = z.guid();
const nothing = z.strictObject({});

/** What may be chosen where a question offers a list: the forms on its page. */
@SignedIn()
@Controller(':locale/comparisons/:slug/edit/structure/questions/:id/options')
export class QuestionOptionPages {
  constructor(
    private readonly options: QuestionOptions,
    private readonly page: QuestionPage,
  ) {}

  @Post()
  async add(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(newOptions, body, ({ labels, locale }) =>
      this.options.add(reader.actor, slug, id, { options: labels.map((label) => ({ label })), locale }),
    );
    if (!answer.done) return this.page.of(reader, slug, id, { at: 'options', state: answer.form });
    return seeOther(questionPath(slug, id), 'comparisons:notice.added');
  }

  @Post(':code')
  async edit(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) questionId: string,
    @Param('code', { schema: optionCode }) code: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(optionChanges, body, (input) =>
      this.options.edit(reader.actor, slug, { questionId, code }, input),
    );
    if (!answer.done) return this.page.of(reader, slug, questionId, { at: code, state: answer.form });
    return seeOther(`${questionPath(slug, questionId)}#option-${code}`, 'comparisons:notice.saved');
  }

  @Post(':code/move')
  async move(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) questionId: string,
    @Param('code', { schema: optionCode }) code: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(move, body, ({ direction }) =>
      this.options.move(reader.actor, slug, { questionId, code }, direction),
    );
    if (!answer.done) return this.page.of(reader, slug, questionId, { at: 'options', state: answer.form });
    return seeOther(`${questionPath(slug, questionId)}#option-${code}`, 'comparisons:notice.moved');
  }

  @Post(':code/remove')
  async remove(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) questionId: string,
    @Param('code', { schema: optionCode }) code: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(nothing, body, () =>
      this.options.remove(reader.actor, slug, { questionId, code }),
    );
    if (!answer.done) return this.page.of(reader, slug, questionId, { at: 'options', state: answer.form });
    return seeOther(questionPath(slug, questionId), 'comparisons:notice.removed');
  }
}
