import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, Public, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { newPost, postPage, postView, postWindow, type NewPost, type PostWindow } from '../posts/post.schema';
import { Contributions } from '../newcomers/contributions.service';
import { heldAnswer } from '../newcomers/held-post.schema';
import { Posts } from '../posts/posts.service';
import { ReadingPositions } from './reading-positions.service';
import { closing, renamedThread, threadView, type Closing, type RenamedThread } from './thread.schema';
import { Threads } from './threads.service';

const id = z.guid();
const position = z.strictObject({ number: z.int().min(1) });

@ApiTags('threads')
@Controller('api/v1/threads')
export class ThreadsController {
  constructor(
    private readonly threads: Threads,
    private readonly posts: Posts,
    private readonly contributions: Contributions,
    private readonly positions: ReadingPositions,
  ) {}

  /** One thread. */
  @Get(':id')
  @Public()
  @ApiOkResponse({ standardSchema: threadView })
  view(@CurrentReader() { actor, locales }: Reader, @Param('id', { schema: id }) thread: string) {
    return this.threads.view(actor, thread, locales);
  }

  /** A stretch of posts: the newest, or before, after or around a number. */
  @Get(':id/posts')
  @Public()
  @ApiOkResponse({ standardSchema: postPage })
  async page(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) thread: string,
    @Query({ schema: postWindow }) window: PostWindow,
  ) {
    return this.posts.page(await this.threads.place(actor, thread), window);
  }

  /** Answers: 201, 200 with the same post when the client id was used before, or 202 when it waits for a moderator. */
  @Post(':id/posts')
  @SignedIn()
  @RateLimit(120, 60)
  @ApiCreatedResponse({ standardSchema: postView })
  @ApiAcceptedResponse({ standardSchema: heldAnswer, description: 'Held: a newcomer in a careful room' })
  @ApiOkResponse({ standardSchema: postView, description: 'The same client id again: the first result' })
  async reply(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) thread: string,
    @Body({ schema: newPost }) input: NewPost,
    @Res({ passthrough: true }) response: Response,
  ) {
    const said = await this.contributions.reply(actor, thread, input);
    if ('held' in said) {
      response.status(202);
      return said;
    }
    response.status(said.repeated ? 200 : 201);
    return said.post;
  }

  /** Changes the title. */
  @Patch(':id')
  @SignedIn()
  @ApiOkResponse({ standardSchema: threadView })
  async rename(
    @CurrentReader() { actor, locales }: Reader,
    @Param('id', { schema: id }) thread: string,
    @Body({ schema: renamedThread }) input: RenamedThread,
  ) {
    await this.threads.rename(actor, thread, input);
    return this.threads.view(actor, thread, locales);
  }

  /** Closes the thread: nobody replies any more. A reason is shown below the last post. */
  @Put(':id/closure')
  @SignedIn()
  @HttpCode(204)
  close(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) thread: string,
    @Body({ schema: closing }) reason: Closing,
  ) {
    return this.threads.close(actor, thread, reason);
  }

  /** Opens the thread again. */
  @Delete(':id/closure')
  @SignedIn()
  @HttpCode(204)
  reopen(@CurrentActor() actor: Actor, @Param('id', { schema: id }) thread: string) {
    return this.threads.reopen(actor, thread);
  }

  /** Keeps the thread at the top of its room. */
  @Put(':id/pin')
  @SignedIn()
  @HttpCode(204)
  pin(@CurrentActor() actor: Actor, @Param('id', { schema: id }) thread: string) {
    return this.threads.pin(actor, thread);
  }

  /** Lets the thread move by its newest post again. */
  @Delete(':id/pin')
  @SignedIn()
  @HttpCode(204)
  unpin(@CurrentActor() actor: Actor, @Param('id', { schema: id }) thread: string) {
    return this.threads.unpin(actor, thread);
  }

  /** Tells how far you have read. Never goes back. */
  @Put(':id/position')
  @SignedIn()
  @HttpCode(204)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) thread: string,
    @Body({ schema: position }) { number }: z.infer<typeof position>,
  ) {
    await this.positions.advance(actor, await this.threads.place(actor, thread), number);
  }
}
