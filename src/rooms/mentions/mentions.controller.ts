import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { mentionableList, mentionableQuery } from './mention.schema';
import { Mentionable } from './mentionable.service';

const id = z.guid();

@ApiTags('rooms')
@SignedIn()
@Controller('api/v1/rooms/:id/mentionable')
export class MentionsController {
  constructor(private readonly mentionable: Mentionable) {}

  /** Whom you can call with an @ in this room: people, stakeholder groups and who keeps order. For who may write there. */
  @Get()
  @RateLimit(300, 60)
  @ApiOkResponse({ standardSchema: mentionableList })
  async mentionableIn(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) room: string,
    @Query({ schema: mentionableQuery }) { q }: z.output<typeof mentionableQuery>,
  ) {
    return { items: await this.mentionable.list(reader, room, q) };
  }
}
