import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { platformSlug } from '../platform.schema';
import {
  invitationInput,
  invitationView,
  type InvitationInput,
  type InvitationView,
} from './invitation.schema';
import { Invitations } from './invitations.service';
import { SentInvitations } from './sent-invitations.service';

@ApiTags('platforms')
@SignedIn()
@Controller('api/v1/platforms/:slug/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly sent: SentInvitations,
  ) {}

  /** Invites somebody by e-mail, in the language given. */
  @Post()
  @RateLimit(60, 3600)
  @ApiCreatedResponse({ standardSchema: invitationView })
  async invite(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Body({ schema: invitationInput }) input: InvitationInput,
  ): Promise<InvitationView> {
    return this.sent.one(actor, await this.invitations.invite(actor, slug, input));
  }
}
