import { Controller, Get, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { page as pageOf, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { PATHS } from '../../ui/paths';
import { ReadingPositions } from '../threads/reading-positions.service';
import { NewsPage } from './news-page';
import { News } from './news.service';

const newsQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** What is new for the reader, in all her rooms. */
@SignedIn()
@Controller(':locale/what-is-new')
export class NewsPages {
  constructor(
    private readonly news: News,
    private readonly positions: ReadingPositions,
  ) {}

  /** What is new, room by room. */
  @Get()
  async show(
    @CurrentReader() reader: Reader,
    @Query({ schema: newsQuery }) { page }: z.output<typeof newsQuery>,
  ): Promise<Page> {
    const news = await this.news.of(reader, page, true);
    return pageOf({
      title: reader.language.t('rooms:news.title'),
      hidden: true,
      scripts: ['room'],
      body: <NewsPage news={news} />,
    });
  }

  /** Everything has been read. */
  @Post('read')
  @RateLimit(30, 60)
  async readEverything(@CurrentActor() actor: Actor): Promise<SeeOther> {
    await this.positions.readEverything(actor);
    return seeOther(PATHS.news, 'rooms:notice.everything_read');
  }
}
