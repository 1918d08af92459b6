import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { madeToken, newToken, tokenList, type NewToken } from './api-token.schema';
import { ApiTokens } from './api-tokens.service';

@ApiTags('me')
@Controller('api/v1/me/tokens')
@SignedIn()
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokens) {}

  /** Your tokens, without what they open. */
  @Get()
  @ApiOkResponse({ standardSchema: tokenList })
  async list(@CurrentActor() actor: Actor) {
    return { tokens: await this.tokens.list(actor) };
  }

  /** Makes a token and shows its secret, this once. Needs a session: a token cannot make tokens. */
  @Post()
  @ApiCreatedResponse({ standardSchema: madeToken })
  make(@CurrentActor() actor: Actor, @Body({ schema: newToken }) input: NewToken) {
    return this.tokens.make(actor, input);
  }

  /** Revokes it: it opens nothing any more, and its sockets close at once. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@CurrentActor() actor: Actor, @Param('id', { schema: z.guid() }) id: string) {
    return this.tokens.revoke(actor, id);
  }
}
