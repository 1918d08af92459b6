import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { newTokenForm } from './api-token.schema';
import { TokensPage } from './api-tokens';
import { ApiTokens } from './api-tokens.service';

const PATH = '/settings/tokens';
const FRESH = freshForm({ scope: 'read', days: '90' });

@Controller(':locale/settings/tokens')
@SignedIn()
export class ApiTokensPages {
  constructor(private readonly tokens: ApiTokens) {}

  @Get()
  show(@CurrentReader() reader: Reader): Promise<Page> {
    return this.page(reader, FRESH);
  }

  /** Answers with the page itself: a redirect would have to keep the secret somewhere. */
  @Post()
  async make(@CurrentReader() reader: Reader, @Body() body: unknown): Promise<Page> {
    const answer = await attempt(newTokenForm, body, (input) => this.tokens.make(reader.actor, input));
    return answer.done ? this.page(reader, FRESH, answer.result.secret) : this.page(reader, answer.form);
  }

  @Post(':id/revoke')
  async revoke(
    @CurrentReader() { actor }: Reader,
    @Param('id', { schema: z.guid() }) id: string,
  ): Promise<SeeOther> {
    await this.tokens.revoke(actor, id);
    return seeOther(PATH, 'accounts:notice.token_revoked');
  }

  private async page({ actor, language }: Reader, form: FormState, secret?: string): Promise<Page> {
    return page({
      title: language.t('accounts:tokens.title'),
      body: <TokensPage tokens={await this.tokens.list(actor)} form={form} {...(secret && { secret })} />,
      status: form.refusal?.status ?? (secret ? 201 : 200),
      path: PATH,
      hidden: true,
    });
  }
}
