import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { rendered, type RenderedText } from '../../core/database/rendered';
import { Statement } from '../../core/database/statement';
import { NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { readCursor, writeCursor, type Moment } from '../cursor';
import type { PostView } from '../posts/post.schema';
import { findPosts } from '../posts/post-views';
import { readThreads, toThread } from '../threads/standing-thread';
import { OF_ROOMS, OF_THREAD, stretch, type Turn } from './news-pages';

/** A post that still stands, with what it belongs to. */
export interface NewsItem {
  post: PostView;
  thread: RenderedText;
  /** When its translation into the language of the feed was made. */
  translatedAt: Date | undefined;
}

/** The newest first, with the places of the pages beside it. */
export interface NewsPage {
  items: NewsItem[];
  newer: string | undefined;
  older: string | undefined;
}

const NEWEST: Moment = { cursor: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
const number = z.coerce.number().int().min(0).max(2_147_483_647);

const THREADS = readThreads('threads', 'where thread.room_id = any($2) and thread.id = any($3)');
const TRANSLATED = new Statement<{ id: string; at: Date }>(
  `select owner_id as id, max(translated_at) as at from post_translations
   where room_id = any($1) and owner_id = any($2) and locale = any($3) group by owner_id`,
);

/** What was said, for feeds. Whether the rooms may be read is asked before. */
@Injectable()
export class RoomNews {
  constructor(private readonly database: DataSource) {}

  /** @throws NotFound for a page that is none */
  async ofRooms(roomIds: string[], turn: Turn, locales: readonly Locale[]): Promise<NewsPage> {
    const asked = turn.before ?? turn.after;
    const place = asked === undefined ? NEWEST : readCursor(asked);
    if (!place) throw new NotFound();
    const found = await direction(OF_ROOMS, turn).run(this.database, [roomIds, place.cursor, place.id]);
    const { rows, newer, older } = stretch(found, turn);
    return {
      items: await this.items(
        rows.map((row) => row.room_id),
        rows.map(({ id }) => id),
        locales,
      ),
      newer: newer && writeCursor(newer),
      older: older && writeCursor(older),
    };
  }

  /** @throws NotFound for a page that is none */
  async ofThread(
    { id, roomId }: { id: string; roomId: string },
    turn: Turn,
    locales: readonly Locale[],
  ): Promise<NewsPage> {
    const asked = number.safeParse(turn.before ?? turn.after ?? 2_147_483_647);
    if (!asked.success) throw new NotFound();
    const found = await direction(OF_THREAD, turn).run(this.database, [roomId, id, asked.data]);
    const { rows, newer, older } = stretch(found, turn);
    return {
      items: await this.items(
        [roomId],
        rows.map((row) => row.id),
        locales,
      ),
      newer: newer && String(newer.number),
      older: older && String(older.number),
    };
  }

  /** In the order of their ids. */
  private async items(roomIds: string[], ids: string[], locales: readonly Locale[]): Promise<NewsItem[]> {
    if (ids.length === 0) return [];
    const [posts, translated] = await Promise.all([
      findPosts(this.database, 'post.room_id = any($1) and post.id = any($2) and post.withdrawn_at is null', [
        roomIds,
        ids,
      ]),
      TRANSLATED.run(this.database, [roomIds, ids, locales]),
    ]);
    const titles = await this.titles(posts, locales);
    const standing = new Map(posts.map((post) => [post.id, post]));
    const times = new Map(translated.map(({ id, at }) => [id, at]));
    return ids.flatMap((id) => {
      const post = standing.get(id);
      const thread = post && titles.get(post.threadId);
      return post && thread ? [{ post, thread, translatedAt: times.get(id) }] : [];
    });
  }

  private async titles(posts: PostView[], locales: readonly Locale[]): Promise<Map<string, RenderedText>> {
    const ids = (of: 'roomId' | 'threadId') => [...new Set(posts.map((post) => post[of]))];
    const rows = await THREADS.run(this.database, [null, ids('roomId'), ids('threadId')]);
    return new Map(
      rows.map(toThread).map((thread) => [thread.id, rendered(thread, ({ title }) => title, locales)!]),
    );
  }
}

const direction = <Of>({ older, newer }: { older: Of; newer: Of }, { before, after }: Turn): Of =>
  before === undefined && after !== undefined ? newer : older;
