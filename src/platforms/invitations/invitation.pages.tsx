import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import { SignIns } from '../../accounts/sign-in/sign-ins.service';
import { Public } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { InvitationPage } from './invitation';
import { Arrivals } from './arrivals.service';
import { InvitationLetters } from './invitation-letters.service';
import { InvitationLinks } from './invitation-links.service';
import { noInput } from '../members/membership.schema';
import { arrivalInput } from './invitation.schema';
import { PlatformFrames } from '../platform-frames.service';

const tokenSchema = z.string().regex(/^[\w-]{20,100}$/);

/** What the link in the mail opens. Looking changes nothing, since mail scanners look, too. */
@Public()
@Controller(':locale/invitations/:token')
export class InvitationPages {
  constructor(
    private readonly letters: InvitationLetters,
    private readonly links: InvitationLinks,
    private readonly arrivals: Arrivals,
    private readonly signIns: SignIns,
    private readonly frames: PlatformFrames,
  ) {}

  /** Who invites to what, and what can be done about it. */
  @Get()
  @RateLimit(120, 3600)
  show(
    @CurrentReader() reader: Reader,
    @Param('token', { schema: tokenSchema }) token: string,
  ): Promise<Page> {
    return this.invitationPage(reader, token, freshForm());
  }

  /** Takes the seat. */
  @Post()
  async accept(
    @CurrentReader() reader: Reader,
    @Param('token', { schema: tokenSchema }) token: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { slug } = await this.letters.read(reader, token);
    const answer = await attempt(noInput, body, () => this.links.accept(reader.actor, token));
    if (!answer.done) return this.invitationPage(reader, token, answer.form);
    return seeOther(`/platforms/${slug}`, 'platforms:notice.seated');
  }

  /** Creates an account for the invited address, signs in and takes the seat, in one step. */
  @Post('arrival')
  @RateLimit(20, 3600)
  async arrive(
    @CurrentReader() reader: Reader,
    @Param('token', { schema: tokenSchema }) token: string,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<Page | SeeOther> {
    const { slug } = await this.letters.read(reader, token);
    const answer = await attempt(arrivalInput, body, (input) =>
      this.arrivals.arrive(token, input, reader.language.locale),
    );
    if (!answer.done) return this.invitationPage(reader, token, answer.form);
    await this.signIns.start(request, answer.result);
    return seeOther(`/platforms/${slug}`, 'platforms:notice.seated');
  }

  /** Turns it down. */
  @Post('decline')
  async decline(
    @CurrentReader() reader: Reader,
    @Param('token', { schema: tokenSchema }) token: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(noInput, body, () => this.links.decline(reader.actor, token));
    if (!answer.done) return this.invitationPage(reader, token, answer.form);
    return seeOther(`/invitations/${token}`, 'platforms:notice.turned_down');
  }

  private async invitationPage(reader: Reader, token: string, form: FormState): Promise<Page> {
    const letter = await this.letters.read(reader, token);
    const { options } = await this.frames.of(reader, letter, false);
    const { language } = reader;
    return page({
      ...options,
      title: language.t('platforms:invitation.title', { country: language.country(letter.country) }),
      body: <InvitationPage letter={letter} path={`/invitations/${token}`} form={form} />,
      path: `/invitations/${token}`,
      status: form.refusal?.status,
      hidden: true,
    });
  }
}
