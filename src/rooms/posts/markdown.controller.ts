import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { renderMarkdown } from '../../core/markdown/markdown';
import { Mentions } from '../mentions/mentions.service';
import { roomPolicy } from '../room.policy';
import { Rooms } from '../rooms.service';
import { markdownPreview, markdownSource } from './post.schema';

@ApiTags('posts')
@Controller('api/v1/markdown')
@SignedIn()
export class MarkdownController {
  constructor(
    private readonly database: DataSource,
    private readonly rooms: Rooms,
    private readonly mentions: Mentions,
  ) {}

  /** Shows what a text would look like as a post, without keeping it; in a room with those whom it calls. */
  @Post()
  @HttpCode(200)
  @RateLimit(120, 60)
  @ApiOkResponse({ standardSchema: markdownPreview })
  async render(
    @CurrentActor() actor: Actor,
    @Body({ schema: markdownSource }) { body, roomId }: z.output<typeof markdownSource>,
  ) {
    const id = randomUUID();
    if (roomId === undefined) return { html: renderMarkdown(body, id), ambiguous: [] };
    roomPolicy.allow(actor, 'reply', await this.rooms.find(actor, roomId));
    const { html, ambiguous } = await this.mentions.word(this.database, roomId, body, id);
    return { html, ambiguous };
  }
}
