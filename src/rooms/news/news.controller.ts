import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { newsView, newsWindow } from './news.schema';
import { News } from './news.service';

@ApiTags('me')
@SignedIn()
@Controller('api/v1/me/news')
export class NewsController {
  constructor(private readonly news: News) {}

  /** What is new in your rooms: unread threads room by room, and what you were told of posts. */
  @Get()
  @ApiOkResponse({ standardSchema: newsView })
  show(
    @CurrentReader() reader: Reader,
    @Query({ schema: newsWindow }) { locale: _, ...asked }: z.output<typeof newsWindow>,
  ) {
    return this.news.of(reader, asked, false);
  }
}
