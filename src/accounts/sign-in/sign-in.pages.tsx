import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { PATHS } from '../../ui/paths';
import { Demonstration } from './demonstration.service';
import { nextPath, pathOfReferer } from './next-path';
import { PasswordStrategy } from './password.strategy';
import { SignInPage } from './sign-in';
import { signInForm } from './sign-in.schema';
import { SignIns } from './sign-ins.service';

@Controller(':locale')
@Public()
export class SignInPages {
  constructor(
    private readonly strategy: PasswordStrategy,
    private readonly signIns: SignIns,
    private readonly demonstration: Demonstration,
  ) {}

  /** Whoever comes from a page of the hub is led back to it. */
  @Get('sign-in')
  async show(@CurrentReader() reader: Reader, @Query('next') asked: unknown, @Req() request: Request) {
    const next = nextPath(asked) ?? pathOfReferer(request.headers.referer, request.headers.host);
    if (reader.actor.signedIn) return seeOther(next ?? PATHS.home);
    return this.page(reader, freshForm(), next);
  }

  @Post('sign-in')
  @RateLimit(30, 300)
  async signIn(
    @CurrentReader() reader: Reader,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<Page | SeeOther> {
    const next = nextPath((body as { next?: unknown } | undefined)?.next);
    const answer = await attempt(signInForm, body, ({ email, password }) =>
      this.strategy.who({ email, password }),
    );
    if (!answer.done) return this.page(reader, answer.form, next);
    await this.signIns.start(request, answer.result);
    return seeOther(`/${answer.result.person!.locale}${next ?? ''}`);
  }

  @Post('sign-out')
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    await this.signIns.stop(request, response);
    return seeOther(PATHS.home, 'accounts:notice.signed_out');
  }

  private async page(reader: Reader, form: FormState, next: string | undefined): Promise<Page> {
    return page({
      title: reader.language.t('accounts:sign_in.title'),
      body: <SignInPage form={form} next={next} demo={await this.demonstration.accounts()} />,
      status: form.refusal?.status ?? 200,
      path: next ? `${PATHS.signIn}?next=${encodeURIComponent(next)}` : PATHS.signIn,
      hidden: true,
    });
  }
}
