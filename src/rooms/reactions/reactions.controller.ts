import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, Public, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { REACTIONS, type ReactionKind } from '../posts/post.schema';
import { PostReactions, type ReactedPost } from './post-reactions.service';
import { reactionsView, type ReactionsView } from './reactions.schema';

const id = z.guid();
const kindOf = z.enum(REACTIONS);

const told = ({ reactions, mine }: ReactedPost): ReactionsView => ({ reactions, mine });

@ApiTags('posts')
@Controller('api/v1/posts/:id/reactions')
export class ReactionsController {
  constructor(private readonly reactions: PostReactions) {}

  /** Who reacted to a post, by kind, and what you gave yourself. */
  @Get()
  @Public()
  @ApiOkResponse({ standardSchema: reactionsView })
  async list(@CurrentActor() actor: Actor, @Param('id', { schema: id }) post: string) {
    return told(await this.reactions.of(actor, post));
  }

  /** Gives a reaction; agree takes disagree back, and the other way round. */
  @Put(':kind')
  @SignedIn()
  @RateLimit(120, 60)
  @ApiOkResponse({ standardSchema: reactionsView })
  async give(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) post: string,
    @Param('kind', { schema: kindOf }) kind: ReactionKind,
  ) {
    return told(await this.reactions.give(actor, post, kind));
  }

  /** Takes your reaction back. */
  @Delete(':kind')
  @SignedIn()
  @RateLimit(120, 60)
  @ApiOkResponse({ standardSchema: reactionsView })
  async takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) post: string,
    @Param('kind', { schema: kindOf }) kind: ReactionKind,
  ) {
    return told(await this.reactions.takeBack(actor, post, kind));
  }
}
