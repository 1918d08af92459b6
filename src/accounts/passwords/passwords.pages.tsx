import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Public } from '../../core/access/marks';
import { Config } from '../../core/config/config';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { Actors } from '../actors.service';
import { inEqualTime } from '../equal-time';
import { MailLinks } from '../mail-links.service';
import { showsOutbox } from '../outbox.pages';
import { SignIns } from '../sign-in/sign-ins.service';
import { MailSentPage, SpentLinkPage } from '../sign-up/sign-up';
import { PasswordChanges } from './password-changes.service';
import { forgottenForm, resetForm } from './password.schema';
import { ForgottenPage, ResetPage } from './password';

@Controller(':locale')
@Public()
export class PasswordPages {
  constructor(
    private readonly config: Config,
    private readonly changes: PasswordChanges,
    private readonly signIns: SignIns,
    private readonly links: MailLinks,
    private readonly actors: Actors,
  ) {}

  @Get('forgotten-password')
  show(@CurrentReader() reader: Reader): Page {
    return this.forgottenPage(reader, freshForm());
  }

  @Post('forgotten-password')
  @RateLimit(5, 3600)
  async forgotten(@CurrentReader() reader: Reader, @Body() body: unknown): Promise<Page | SeeOther> {
    const answer = await attempt(forgottenForm, body, ({ email }) =>
      inEqualTime(this.changes.forgotten(reader.actor, email)),
    );
    return answer.done ? seeOther('/forgotten-password/sent') : this.forgottenPage(reader, answer.form);
  }

  @Get('forgotten-password/sent')
  sent(@CurrentReader() { language: { t } }: Reader): Page {
    return page({
      title: t('accounts:sent.title'),
      body: <MailSentPage lead={t('accounts:sent.reset')} outbox={showsOutbox(this.config)} />,
      hidden: true,
    });
  }

  @Get('reset-password/:token')
  ask(@CurrentReader() reader: Reader, @Param('token') token: string): Promise<Page> {
    return this.resetPage(reader, token, freshForm());
  }

  @Post('reset-password/:token')
  @RateLimit(20, 3600)
  async reset(
    @CurrentReader() reader: Reader,
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(resetForm, body, ({ password }) =>
      this.changes.reset(reader.actor, token, password),
    );
    if (!answer.done) return this.resetPage(reader, token, answer.form);
    const actor = answer.result && (await this.actors.ofPerson(answer.result));
    if (!actor) return this.spentPage(reader);
    await this.signIns.start(request, actor);
    return seeOther(`/${actor.person!.locale}`, 'accounts:notice.password_changed');
  }

  private forgottenPage({ language }: Reader, form: FormState): Page {
    return page({
      title: language.t('accounts:forgotten.title'),
      body: <ForgottenPage form={form} />,
      status: form.refusal?.status ?? 200,
    });
  }

  private async resetPage(reader: Reader, token: string, form: FormState): Promise<Page> {
    const owner = await this.links.owner('reset', token);
    if (!owner) return this.spentPage(reader);
    return page({
      title: reader.language.t('accounts:reset.title'),
      body: <ResetPage owner={owner} token={token} form={form} />,
      status: form.refusal?.status ?? 200,
      hidden: true,
    });
  }

  private spentPage({ language: { t } }: Reader): Page {
    return page({
      title: t('accounts:spent.title'),
      body: <SpentLinkPage path="/forgotten-password" label={t('accounts:spent.new_reset')} />,
      status: 410,
      hidden: true,
    });
  }
}
