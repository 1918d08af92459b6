import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { PATHS } from '../../ui/paths';
import { SignIns } from '../sign-in/sign-ins.service';
import { SessionsPage } from './sessions';
import { Sessions } from './sessions.service';

@Controller(':locale/settings/sessions')
@SignedIn()
export class SessionsPages {
  constructor(
    private readonly sessions: Sessions,
    private readonly signIns: SignIns,
  ) {}

  @Get()
  async show(@CurrentReader() { actor, language }: Reader): Promise<Page> {
    return page({
      title: language.t('accounts:sessions.title'),
      body: <SessionsPage sessions={await this.sessions.list(actor)} />,
      hidden: true,
    });
  }

  @Post('end-others')
  async endOthers(@CurrentReader() { actor }: Reader): Promise<SeeOther> {
    await this.sessions.endOthers(actor);
    return seeOther(PATHS.sessions, 'accounts:notice.sessions_ended');
  }

  /** Ending this one is signing out. */
  @Post(':id/end')
  async end(
    @CurrentReader() { actor }: Reader,
    @Param('id', { schema: z.guid() }) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SeeOther> {
    if (actor.credential?.id === id) {
      await this.signIns.stop(request, response);
      return seeOther(PATHS.home, 'accounts:notice.signed_out');
    }
    await this.sessions.end(actor, id);
    return seeOther(PATHS.sessions, 'accounts:notice.session_ended');
  }
}
