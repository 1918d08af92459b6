import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { Grants } from '../../core/access/grants.service';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, Public, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { Profiles } from '../profile/profiles.service';
import { PasswordStrategy } from './password.strategy';
import { sessionOfMe, signIn, type SignIn } from './sign-in.schema';
import { SignIns } from './sign-ins.service';

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly strategy: PasswordStrategy,
    private readonly signIns: SignIns,
    private readonly profiles: Profiles,
    private readonly grants: Grants,
  ) {}

  /** Signs in and sets the session's cookie. 401 wrong address or password, 403 address not confirmed yet. */
  @Post()
  @Public()
  @RateLimit(30, 300)
  @ApiCreatedResponse({ standardSchema: sessionOfMe })
  async start(@Body({ schema: signIn }) input: SignIn, @Req() request: Request) {
    const actor = await this.strategy.who(input);
    await this.signIns.start(request, actor);
    return this.of(actor);
  }

  /** Who you are, by cookie or by token, and what you may do where. */
  @Get()
  @SignedIn()
  @ApiOkResponse({ standardSchema: sessionOfMe })
  view(@CurrentActor() actor: Actor) {
    return this.of(actor);
  }

  /** Signs out: the cookie opens nothing any more, and open sockets close. */
  @Delete()
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    await this.signIns.stop(request, response);
  }

  private async of(actor: Actor): Promise<z.infer<typeof sessionOfMe>> {
    return { person: await this.profiles.me(actor), grants: await this.grants.of(actor.person!.id) };
  }
}
