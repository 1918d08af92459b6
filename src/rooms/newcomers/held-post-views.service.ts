import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { renderMarkdown } from '../../core/markdown/markdown';
import { Room } from '../room.entity';
import type { PostFileView } from '../posts/post.schema';
import { HELD } from './held-files';
import { heldPostPolicy } from './held-post.policy';
import type { HeldPostView } from './held-post.schema';

interface Row {
  id: string;
  room_id: string;
  thread_id: string | null;
  title: string | null;
  thread_title: string | null;
  author_id: string;
  author: string;
  client_id: string;
  body: string;
  locale: Locale;
  state: HeldPostView['state'];
  held_at: Date;
  reason: string | null;
  reason_locale: Locale | null;
  post_id: string | null;
  files: PostFileView[] | null;
}

/** What waits, as its author and those who keep order see it. */
@Injectable()
export class HeldPostViews {
  constructor(private readonly database: DataSource) {}

  /** What waits in a room, oldest first. */
  inRoom(actor: Actor, roomId: string): Promise<HeldPostView[]> {
    return this.list(actor, `held.room_id = :roomId and held.state = 'waiting'`, { roomId });
  }

  /** What waits in a thread. */
  inThread(actor: Actor, roomId: string, threadId: string): Promise<HeldPostView[]> {
    const where = `held.room_id = :roomId and held.thread_id = :threadId and held.state = 'waiting'`;
    return this.list(actor, where, { roomId, threadId });
  }

  /** @throws NotFound for everybody but the author and those who keep order */
  async find(actor: Actor, id: string): Promise<{ held: HeldPostView; room: Room }> {
    const [held] = await this.list(actor, 'held.id = :id', { id });
    const room = held && (await this.database.getRepository(Room).findOneBy({ id: held.roomId }));
    if (!held || !room) throw new NotFound();
    return { held, room };
  }

  /** Those who keep the room are told on its page. */
  async count(actor: Actor, roomId: string): Promise<number> {
    const row = await this.readable(actor)
      .select('count(*)::int', 'count')
      .andWhere(`held.room_id = :roomId and held.state = 'waiting'`, { roomId })
      .getRawOne<{ count: number }>();
    return row?.count ?? 0;
  }

  private async list(actor: Actor, where: string, values: Record<string, unknown>): Promise<HeldPostView[]> {
    const rows = await this.readable(actor)
      .select(['held.id as id', 'held.room_id as room_id', 'held.thread_id as thread_id'])
      .addSelect(['held.title as title', 'thread.title as thread_title', 'held.author_id as author_id'])
      .addSelect(['author.name as author', 'held.client_id as client_id', 'held.body as body'])
      .addSelect(['held.locale as locale', 'held.state as state', 'held.held_at as held_at'])
      .addSelect(['held.reason as reason', 'held.reason_locale as reason_locale', 'held.post_id as post_id'])
      .addSelect(FILES, 'files')
      .andWhere(where, values)
      .orderBy('held.held_at')
      .limit(MOST)
      .getRawMany<Row>();
    return rows.map(viewOf);
  }

  private readable(actor: Actor): SelectQueryBuilder<object> {
    const scope = heldPostPolicy.readable(actor, 'held');
    return this.database
      .createQueryBuilder()
      .from('held_posts', 'held')
      .innerJoin('rooms', 'room', 'room.id = held.room_id')
      .innerJoin('people', 'author', 'author.id = held.author_id')
      .leftJoin('threads', 'thread', 'thread.room_id = held.room_id and thread.id = held.thread_id')
      .where(scope.where, scope.parameters);
  }
}

/** More are seen once these are decided. */
const MOST = 100;

const FILES = `(
  select json_agg(json_build_object('id', file.id, 'name', file.name, 'type', file.type, 'size', file.size,
    'width', file.width, 'height', file.height, 'alt', file.alt, 'locale', file.locale) order by used.position)
  from file_uses used join files file on file.id = used.file_id
  where used.owner_id = held.id and used.kind = '${HELD}')`;

const viewOf = (row: Row): HeldPostView => ({
  id: row.id,
  roomId: row.room_id,
  threadId: row.thread_id,
  title: row.title ?? row.thread_title,
  author: { id: row.author_id, name: row.author },
  clientId: row.client_id,
  body: row.body,
  html: row.body ? renderMarkdown(row.body, row.id) : '',
  locale: row.locale,
  files: row.files ?? [],
  state: row.state,
  reason: row.reason !== null && row.reason_locale ? { text: row.reason, locale: row.reason_locale } : null,
  postId: row.post_id,
  heldAt: row.held_at.toISOString(),
});
