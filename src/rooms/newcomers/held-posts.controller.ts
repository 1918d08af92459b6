import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { closing, type Closing } from '../threads/thread.schema';
import { postView } from '../posts/post.schema';
import { Rooms } from '../rooms.service';
import { HeldApprovals } from './held-approvals.service';
import { heldPostList, heldPostView, newcomerChoice, type NewcomerChoice } from './held-post.schema';
import { HeldPostViews } from './held-post-views.service';
import { HeldPosts } from './held-posts.service';
import { Newcomers } from './newcomers.service';

const id = z.guid();

/** Posts of newcomers that wait. */
@ApiTags('rooms')
@Controller('api/v1')
@SignedIn()
export class HeldPostsController {
  constructor(
    private readonly rooms: Rooms,
    private readonly newcomers: Newcomers,
    private readonly views: HeldPostViews,
    private readonly posts: HeldPosts,
    private readonly approvals: HeldApprovals,
  ) {}

  /** Decides how many first posts of a newcomer wait for approval. */
  @Put('rooms/:id/newcomers')
  @HttpCode(204)
  choose(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) room: string,
    @Body({ schema: newcomerChoice }) input: NewcomerChoice,
  ) {
    return this.newcomers.choose(actor, room, input);
  }

  /** What waits in a room: all of it for those who keep order, your own otherwise. */
  @Get('rooms/:id/held')
  @ApiOkResponse({ standardSchema: heldPostList })
  async list(@CurrentActor() actor: Actor, @Param('id', { schema: id }) room: string) {
    return { held: await this.views.inRoom(actor, (await this.rooms.find(actor, room)).id) };
  }

  /** One of them, as it stands. */
  @Get('held/:id')
  @ApiOkResponse({ standardSchema: heldPostView })
  async view(@CurrentActor() actor: Actor, @Param('id', { schema: id }) held: string) {
    return (await this.views.find(actor, held)).held;
  }

  /** Publishes it in its author's name, under her client id. Twice is once. */
  @Put('held/:id/approval')
  @ApiOkResponse({ standardSchema: postView })
  approve(@CurrentActor() actor: Actor, @Param('id', { schema: id }) held: string) {
    return this.approvals.approve(actor, held);
  }

  /** Refuses it; the author learns why, and keeps her words. */
  @Put('held/:id/refusal')
  @ApiOkResponse({ standardSchema: heldPostView })
  refuse(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) held: string,
    @Body({ schema: closing }) reason: Closing,
  ) {
    return this.posts.refuse(actor, held, reason);
  }

  /** Takes back what you wrote before anybody has decided. */
  @Delete('held/:id')
  @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Param('id', { schema: id }) held: string) {
    return this.posts.withdraw(actor, held);
  }
}
