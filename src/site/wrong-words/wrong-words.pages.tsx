import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../../core/access/marks';
import { Config } from '../../core/config/config';
import { NotFound } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { PATHS } from '../../ui/paths';
import { WrongWordsPage } from './wrong-words';
import { newWrongWords, pageAsked } from './wrong-words.schema';
import { WrongWords } from './wrong-words.service';

/** Wrong words on any page, said by who sees them: while somebody develops, and never in production. */
@Controller(':locale/wrong-words')
@Public()
export class WrongWordsPages {
  constructor(
    private readonly config: Config,
    private readonly wrongWords: WrongWords,
  ) {}

  @Get()
  form(@CurrentReader() reader: Reader, @Query('page') asked: unknown) {
    this.assertDevelopment();
    const { locale } = reader.language;
    return this.show(reader, freshForm({ page: pageAsked.parse(asked), locale }));
  }

  @Post()
  @RateLimit(60, 3600)
  async report(@CurrentReader() reader: Reader, @Body() body: unknown) {
    this.assertDevelopment();
    const answer = await attempt(newWrongWords, body, (input) => this.wrongWords.report(reader.actor, input));
    if (!answer.done) return this.show(reader, answer.form);
    return seeOther(PATHS.wrongWords, 'site:wrong_words.reported');
  }

  @Post(':id/mend')
  mend(@CurrentReader() reader: Reader, @Param('id', { schema: z.guid() }) id: string) {
    return this.settle(reader, id, true);
  }

  @Post(':id/reopen')
  reopen(@CurrentReader() reader: Reader, @Param('id', { schema: z.guid() }) id: string) {
    return this.settle(reader, id, false);
  }

  private async settle({ actor }: Reader, id: string, done: boolean) {
    this.assertDevelopment();
    await this.wrongWords.settle(actor, id, done);
    return seeOther(`${PATHS.wrongWords}#${id}`);
  }

  private async show({ actor, language }: Reader, form: FormState) {
    const reported = actor.administrator ? await this.wrongWords.list(actor) : undefined;
    return page({
      title: language.t('site:wrong_words.title'),
      body: <WrongWordsPage form={form} reported={reported} />,
      status: form.refusal?.status ?? 200,
      path: PATHS.wrongWords,
      hidden: true,
    });
  }

  private assertDevelopment(): void {
    if (this.config.production) throw new NotFound();
  }
}
