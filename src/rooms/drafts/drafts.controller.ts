import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { droppedDraft, keptDraft, newDraft, type NewDraft } from './draft.schema';
import { Drafts } from './drafts.service';

const id = z.guid();

@ApiTags('drafts')
@SignedIn()
@Controller('api/v1')
export class DraftsController {
  constructor(private readonly drafts: Drafts) {}

  /** What you have written for a thread and not sent. */
  @Get('threads/:id/draft')
  @ApiOkResponse({ standardSchema: keptDraft })
  async replyDraft(@CurrentActor() actor: Actor, @Param('id', { schema: id }) thread: string) {
    return { draft: await this.drafts.find(actor, await this.drafts.inThread(actor, thread)) };
  }

  /** Keeps what you are writing in a thread, in the place of what was kept before: 409 with what another device kept. */
  @Put('threads/:id/draft')
  @RateLimit(120, 60)
  @ApiOkResponse({ standardSchema: keptDraft })
  async keepReply(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) thread: string,
    @Body({ schema: newDraft }) draft: NewDraft,
  ) {
    const desk = await this.drafts.inThread(actor, thread, true);
    return { draft: await this.drafts.save(actor, desk, draft) };
  }

  /** Throws it away: it was sent, or given up. With a revision nothing else, 409 with what is kept now. */
  @Delete('threads/:id/draft')
  @HttpCode(204)
  @ApiNoContentResponse()
  async dropReply(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) thread: string,
    @Query({ schema: droppedDraft }) { baseRevision }: z.output<typeof droppedDraft>,
  ) {
    await this.drafts.drop(actor, await this.drafts.inThread(actor, thread), baseRevision);
  }

  /** The thread that you are about to open in a room. */
  @Get('rooms/:id/draft')
  @ApiOkResponse({ standardSchema: keptDraft })
  async threadDraft(@CurrentActor() actor: Actor, @Param('id', { schema: id }) room: string) {
    return { draft: await this.drafts.find(actor, await this.drafts.inRoom(actor, room)) };
  }

  /** Keeps the thread that you are about to open. */
  @Put('rooms/:id/draft')
  @RateLimit(120, 60)
  @ApiOkResponse({ standardSchema: keptDraft })
  async keepThread(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) room: string,
    @Body({ schema: newDraft }) draft: NewDraft,
  ) {
    const desk = await this.drafts.inRoom(actor, room, true);
    return { draft: await this.drafts.save(actor, desk, draft) };
  }

  /** Throws it away. */
  @Delete('rooms/:id/draft')
  @HttpCode(204)
  @ApiNoContentResponse()
  async dropThread(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) room: string,
    @Query({ schema: droppedDraft }) { baseRevision }: z.output<typeof droppedDraft>,
  ) {
    await this.drafts.drop(actor, await this.drafts.inRoom(actor, room), baseRevision);
  }
}
