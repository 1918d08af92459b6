import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Public } from '../../core/access/marks';
import { Config } from '../../core/config/config';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { PATHS } from '../../ui/paths';
import { Actors } from '../actors.service';
import { inEqualTime } from '../equal-time';
import { MailLinks } from '../mail-links.service';
import { showsOutbox } from '../outbox.pages';
import { spreadReading } from '../person.schema';
import { nextPath } from '../sign-in/next-path';
import { SignIns } from '../sign-in/sign-ins.service';
import { likelyTimeZone } from '../time-zones';
import { ConfirmPage, MailSentPage, SignUpPage, SpentLinkPage } from './sign-up';
import { confirmForm, resendForm, signUpForm } from './sign-up.schema';
import { SignUps } from './sign-ups.service';

const SENT = '/sign-up/sent';

@Controller(':locale')
@Public()
export class SignUpPages {
  constructor(
    private readonly config: Config,
    private readonly signUps: SignUps,
    private readonly signIns: SignIns,
    private readonly links: MailLinks,
    private readonly actors: Actors,
  ) {}

  @Get('sign-up')
  show(@CurrentReader() reader: Reader, @Query('next') asked: unknown): Page | SeeOther {
    const next = nextPath(asked);
    if (reader.actor.signedIn) return seeOther(next ?? PATHS.home);
    const { locale } = reader.language;
    const values = { locale, timeZone: likelyTimeZone(locale), ...spreadReading([locale]) };
    return this.signUpPage(reader, freshForm(values), next);
  }

  @Post('sign-up')
  @RateLimit(5, 3600)
  async signUp(@CurrentReader() reader: Reader, @Body() body: unknown): Promise<Page | SeeOther> {
    const answer = await attempt(signUpForm, body, (input) => this.signUps.signUp(reader.actor, input));
    if (answer.done) return seeOther(SENT);
    return this.signUpPage(reader, answer.form, nextPath(answer.form.values['next']));
  }

  @Get('sign-up/sent')
  sent(@CurrentReader() { language: { t } }: Reader): Page {
    const lead = t('accounts:sent.confirm');
    return page({
      title: t('accounts:sent.title'),
      body: <MailSentPage lead={lead} outbox={showsOutbox(this.config)} />,
      hidden: true,
    });
  }

  @Post('confirm')
  @RateLimit(3, 3600)
  async resend(@CurrentReader() reader: Reader, @Body() body: unknown): Promise<SeeOther> {
    await attempt(resendForm, body, ({ email }) => inEqualTime(this.signUps.resend(reader.actor, email)));
    return seeOther(SENT);
  }

  @Get('confirm/:token')
  ask(@CurrentReader() reader: Reader, @Param('token') token: string): Promise<Page> {
    return this.confirmPage(reader, token, freshForm());
  }

  @Post('confirm/:token')
  @RateLimit(20, 3600)
  async confirm(
    @CurrentReader() reader: Reader,
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(confirmForm, body, ({ password }) =>
      this.signUps.confirm(reader.actor, token, password),
    );
    if (!answer.done) return this.confirmPage(reader, token, answer.form);
    const actor = answer.result && (await this.actors.ofPerson(answer.result.personId));
    if (!actor) return this.spentPage(reader);
    await this.signIns.start(request, actor);
    return seeOther(`/${actor.person!.locale}${answer.result?.next ?? ''}`, 'accounts:notice.confirmed');
  }

  private signUpPage({ language }: Reader, form: FormState, next: string | undefined): Page {
    return page({
      title: language.t('accounts:sign_up.title'),
      body: <SignUpPage form={form} next={next} />,
      status: form.refusal?.status ?? 200,
      path: next ? `${PATHS.signUp}?next=${encodeURIComponent(next)}` : PATHS.signUp,
    });
  }

  private async confirmPage(reader: Reader, token: string, form: FormState): Promise<Page> {
    const owner = await this.links.owner('confirm', token);
    if (!owner) return this.spentPage(reader);
    return page({
      title: reader.language.t('accounts:confirm.title'),
      body: <ConfirmPage owner={owner} token={token} form={form} />,
      status: form.refusal?.status ?? 200,
      hidden: true,
    });
  }

  /** Who confirmed already signs in; who did not is offered a new link there. */
  private spentPage({ language: { t } }: Reader): Page {
    return page({
      title: t('accounts:spent.title'),
      body: <SpentLinkPage path={PATHS.signIn} label={t('accounts:sign_in.title')} />,
      status: 410,
      hidden: true,
    });
  }
}
