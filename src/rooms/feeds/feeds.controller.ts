import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Actor } from '../../core/access/actor';
import { Public } from '../../core/access/marks';
import type { KeptPage } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import type { Turn } from './news-pages';
import { RoomFeeds } from './room-feeds.service';

const slug = z.string().max(100);
const place = z.string().max(100).optional().catch(undefined);
const turn = z.object({ before: place, after: place });

/**
 * Atom feeds of what everybody may read, in pages (RFC 5005). Programs that read feeds carry no session, so a feed is the same for all:
 * rooms that are not public have none, not even for their members.
 */
@Public()
@Controller(':locale')
export class FeedsController {
  constructor(private readonly feeds: RoomFeeds) {}

  /** What was said last in all public rooms, in the language of the address. */
  @Get('feed.atom')
  hub(@CurrentReader() reader: Reader, @Query({ schema: turn }) page: Turn): Promise<KeptPage> {
    return this.feeds.ofHub(anybody(reader), page);
  }

  /** What was said last in one room. */
  @Get('rooms/:slug/feed.atom')
  room(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Query({ schema: turn }) page: Turn,
  ): Promise<KeptPage> {
    return this.feeds.ofRoom(anybody(reader), key, page);
  }

  /** What was said last in one thread. */
  @Get('threads/:id/feed.atom')
  thread(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: z.guid() }) id: string,
    @Query({ schema: turn }) page: Turn,
  ): Promise<KeptPage> {
    return this.feeds.ofThread(anybody(reader), id, page);
  }
}

/** Whoever asks: a visitor who reads the language of the address. */
const anybody = ({ language }: Reader): Reader => ({
  actor: Actor.visitor,
  language,
  locales: [language.locale],
  wished: [language.locale],
});
