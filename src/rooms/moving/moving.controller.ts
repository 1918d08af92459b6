import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { threadView } from '../threads/thread.schema';
import { Threads } from '../threads/threads.service';
import { mergedThread, movedThread, splitThread, type Split } from './moving.schema';
import { Splitting } from './splitting.service';
import { ThreadMoves } from './thread-moves.service';

const id = z.guid();

@ApiTags('threads')
@Controller('api/v1/threads/:id')
@SignedIn()
export class MovingController {
  constructor(
    private readonly threads: Threads,
    private readonly moves: ThreadMoves,
    private readonly splitting: Splitting,
  ) {}

  /** Moves the thread to another room. Its address and those of its posts stay; who may read it is as there. */
  @Put('room')
  @RateLimit(120, 3600)
  @ApiOkResponse({ standardSchema: threadView })
  async move(
    @CurrentReader() { actor, locales }: Reader,
    @Param('id', { schema: id }) thread: string,
    @Body({ schema: movedThread }) { roomId }: z.output<typeof movedThread>,
  ) {
    await this.moves.move(actor, thread, roomId);
    return this.threads.view(actor, thread, locales);
  }

  /** Puts posts into a thread of their own, or behind the last post of another one; answers with that thread. */
  @Post('splits')
  @RateLimit(120, 3600)
  @ApiCreatedResponse({ standardSchema: threadView })
  async split(
    @CurrentReader() { actor, locales }: Reader,
    @Param('id', { schema: id }) thread: string,
    @Body({ schema: splitThread }) input: Split,
  ) {
    return this.threads.view(actor, await this.splitting.split(actor, thread, input), locales);
  }

  /** Puts all posts behind the last post of another thread. Undone by splitting that one. */
  @Put('merge')
  @RateLimit(120, 3600)
  @ApiOkResponse({ standardSchema: threadView })
  async merge(
    @CurrentReader() { actor, locales }: Reader,
    @Param('id', { schema: id }) thread: string,
    @Body({ schema: mergedThread }) { threadId }: z.output<typeof mergedThread>,
  ) {
    await this.splitting.merge(actor, thread, threadId);
    return this.threads.view(actor, thread, locales);
  }
}
