import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { sessionList } from './session.schema';
import { Sessions } from './sessions.service';

@ApiTags('me')
@Controller('api/v1/me/sessions')
@SignedIn()
export class SessionsController {
  constructor(private readonly sessions: Sessions) {}

  /** Where you are signed in. */
  @Get()
  @ApiOkResponse({ standardSchema: sessionList })
  async list(@CurrentActor() actor: Actor) {
    return { sessions: await this.sessions.list(actor) };
  }

  /** Signs out everywhere but here; asked with a token, everywhere. */
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  endOthers(@CurrentActor() actor: Actor) {
    return this.sessions.endOthers(actor);
  }

  /** Signs out there; its sockets close at once. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@CurrentActor() actor: Actor, @Param('id', { schema: z.guid() }) id: string) {
    return this.sessions.end(actor, id);
  }
}
