import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { Joining } from './joining.service';
import { joinInput, membershipAnswer, type JoinInput } from './membership.schema';
import { platformSlug } from '../platform.schema';

type Answer = z.infer<typeof membershipAnswer>;

@ApiTags('platforms')
@SignedIn()
@Controller('api/v1/platforms/:slug')
export class MembershipsController {
  constructor(private readonly joining: Joining) {}

  /** Asks to join the platform; a host decides. */
  @Post('membership')
  @RateLimit(30, 3600)
  @ApiCreatedResponse({ standardSchema: membershipAnswer })
  async ask(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Body({ schema: joinInput }) input: JoinInput,
  ): Promise<Answer> {
    await this.joining.ask(actor, slug, input);
    return { state: 'asked' };
  }

  /** Leaves the platform. */
  @Delete('membership')
  @ApiOkResponse({ standardSchema: membershipAnswer })
  async leave(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: platformSlug }) slug: string,
  ): Promise<Answer> {
    await this.joining.leave(actor, slug);
    return { state: 'left' };
  }
}
