import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { ThreadThemes } from '../themes/thread-themes.service';
import { themedThread, threadView } from '../threads/thread.schema';
import { Threads } from '../threads/threads.service';
import { chosenResolution, resolutionNote, type ResolutionNote } from './resolution.schema';
import { Resolving } from './resolving.service';

const id = z.guid();

@ApiTags('threads')
@Controller('api/v1/threads/:id')
@SignedIn()
export class ResolutionsController {
  constructor(
    private readonly threads: Threads,
    private readonly resolving: Resolving,
    private readonly themes: ThreadThemes,
  ) {}

  /** Marks the thread as resolved, with a note that becomes one of its posts. Replies stay welcome. */
  @Post('resolution')
  @RateLimit(120, 60)
  @ApiCreatedResponse({ standardSchema: threadView })
  async resolveWith(
    @CurrentReader() { actor, locales }: Reader,
    @Param('id', { schema: id }) thread: string,
    @Body({ schema: resolutionNote }) note: ResolutionNote,
  ) {
    await this.resolving.resolveWith(actor, thread, note);
    return this.threads.view(actor, thread, locales);
  }

  /** Marks the thread as resolved by one of its posts. */
  @Put('resolution')
  @RateLimit(120, 60)
  @ApiOkResponse({ standardSchema: threadView })
  async resolveBy(
    @CurrentReader() { actor, locales }: Reader,
    @Param('id', { schema: id }) thread: string,
    @Body({ schema: chosenResolution }) { postId }: z.output<typeof chosenResolution>,
  ) {
    await this.resolving.resolveBy(actor, thread, postId);
    return this.threads.view(actor, thread, locales);
  }

  /** The matter is open again; the note stays where it was said. */
  @Delete('resolution')
  @HttpCode(204)
  unresolve(@CurrentReader() { actor }: Reader, @Param('id', { schema: id }) thread: string) {
    return this.resolving.unresolve(actor, thread);
  }

  /** Says what the thread is about. */
  @Put('themes')
  @RateLimit(120, 60)
  @ApiOkResponse({ standardSchema: threadView })
  async choose(
    @CurrentReader() { actor, locales }: Reader,
    @Param('id', { schema: id }) thread: string,
    @Body({ schema: themedThread }) { themes }: z.output<typeof themedThread>,
  ) {
    await this.themes.choose(actor, thread, themes);
    return this.threads.view(actor, thread, locales);
  }
}
