import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../../core/access/marks';
import { attempt } from '../../../core/http/attempt';
import { seeOther } from '../../../core/http/page';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import type { Key } from '../../../core/i18n/keys';
import { move } from '../asking/dimension.schema';
import { questionChanges } from '../asking/question.schema';
import { Questions } from '../asking/questions.service';
import { editingPath, questionPath } from '../comparison-paths';
import { QuestionPage } from './question-page.service';

const guid = z.guid();
const nothing = z.strictObject({});

/** One question, for those who ask it. */
@SignedIn()
@Controller(':locale/comparisons/:slug/edit/structure/questions/:id')
export class QuestionEditingPages {
  constructor(
    private readonly questions: Questions,
    private readonly page: QuestionPage,
  ) {}

  @Get()
  show(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
  ) {
    return this.page.of(reader, slug, id);
  }

  @Post()
  async edit(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(questionChanges, body, (input) =>
      this.questions.edit(reader.actor, slug, id, input),
    );
    if (!answer.done) return this.page.of(reader, slug, id, { at: 'edit', state: answer.form });
    return seeOther(questionPath(slug, id), 'comparisons:notice.saved');
  }

  @Post('move')
  async move(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(move, body, ({ direction }) =>
      this.questions.move(reader.actor, slug, id, direction),
    );
    if (!answer.done) return this.page.of(reader, slug, id, { at: 'move', state: answer.form });
    return seeOther(`${editingPath(slug, 'structure')}#question-${id}`, 'comparisons:notice.moved');
  }

  @Post('retire')
  retire(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body() body: unknown,
  ) {
    return this.turn(reader, slug, id, body, true);
  }

  @Post('resume')
  resume(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body() body: unknown,
  ) {
    return this.turn(reader, slug, id, body, false);
  }

  @Post('remove')
  async remove(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: guid }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(nothing, body, () => this.questions.remove(reader.actor, slug, id));
    if (!answer.done) return this.page.of(reader, slug, id, { at: 'remove', state: answer.form });
    return seeOther(editingPath(slug, 'structure'), 'comparisons:notice.removed');
  }

  private async turn(reader: Reader, slug: string, id: string, body: unknown, retired: boolean) {
    const answer = await attempt(nothing, body, () => this.questions.retire(reader.actor, slug, id, retired));
    if (!answer.done) return this.page.of(reader, slug, id, { at: 'retire', state: answer.form });
    const notice: Key = retired ? 'comparisons:notice.retired' : 'comparisons:notice.resumed';
    return seeOther(questionPath(slug, id), notice);
  }
}
