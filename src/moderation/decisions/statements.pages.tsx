import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { newAppeal } from '../appeals/appeal.schema';
import { Appeals } from '../appeals/appeals.service';
import { statementPath } from '../moderation-paths';
import { StatementPage } from './statement';
import { Statements } from './statements.service';

const id = z.guid();

/** What authors are told of decisions about their posts. */
@SignedIn()
@Controller(':locale/moderation/statements/:id')
export class StatementPages {
  constructor(
    private readonly statements: Statements,
    private readonly appeals: Appeals,
  ) {}

  @Get()
  read(@CurrentReader() reader: Reader, @Param('id', { schema: id }) decisionId: string) {
    return this.show(reader, decisionId, freshForm({ locale: reader.language.locale }));
  }

  @Post('appeal')
  @RateLimit(20, 3600)
  async appeal(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) decisionId: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(newAppeal, body, (input) =>
      this.appeals.byAuthor(reader.actor, decisionId, input),
    );
    if (!answer.done) return this.show(reader, decisionId, answer.form);
    return seeOther(statementPath(decisionId), 'moderation:notice.appealed');
  }

  private async show(reader: Reader, decisionId: string, form: FormState) {
    const statement = await this.statements.find(reader.actor, decisionId);
    return page({
      title: reader.language.t('moderation:statement.title'),
      section: 'rooms',
      hidden: true,
      path: statementPath(decisionId),
      status: form.refusal?.status ?? 200,
      body: <StatementPage statement={statement} form={form} />,
    });
  }
}
