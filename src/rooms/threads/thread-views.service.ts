import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { rendered } from '../../core/database/rendered';
import { withTranslations } from '../../core/database/translation';
import { Invalid } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import type { Room } from '../room.entity';
import { Thread } from './thread.entity';
import { threadPolicy } from './thread.policy';
import type { ThreadView, ThreadWindow } from './thread.schema';

interface Reading {
  thread_id: string;
  read_up_to: number;
}

/** Where a page of threads ended: the last thread's newest post. */
interface Cursor {
  at: string;
  id: string;
}

/** Threads as one reader sees them. */
@Injectable()
export class ThreadViews {
  constructor(private readonly database: DataSource) {}

  async of(actor: Actor, thread: Thread, locales: readonly Locale[]): Promise<ThreadView> {
    const [view] = await this.all(actor, [thread], locales);
    return view!;
  }

  async page(actor: Actor, room: Room, window: ThreadWindow, locales: readonly Locale[]) {
    const limit = window.limit ?? 20;
    const query = withTranslations(
      this.database.getRepository(Thread).createQueryBuilder('thread'),
      'thread',
      locales,
    )
      .where('thread.roomId = :roomId', { roomId: room.id })
      .orderBy('thread.lastPostAt', 'DESC')
      .addOrderBy('thread.id')
      .take(limit + 1);
    const pinned = window.after ? [] : await query.clone().andWhere('thread.pinnedAt is not null').getMany();
    query.andWhere('thread.pinnedAt is null');
    if (window.after) {
      const cursor = readCursor(window.after);
      query.andWhere('(thread.lastPostAt < :at or (thread.lastPostAt = :at and thread.id > :id))', cursor);
    }
    const found = await query.getMany();
    const shown = found.slice(0, limit);
    for (const thread of [...pinned, ...shown]) thread.room = room;
    const last = shown.at(-1);
    return {
      threads: await this.all(actor, [...pinned, ...shown], locales),
      next:
        found.length > limit && last ? writeCursor({ at: last.lastPostAt.toISOString(), id: last.id }) : null,
    };
  }

  /** In the order given. */
  async all(actor: Actor, threads: Thread[], locales: readonly Locale[]): Promise<ThreadView[]> {
    const [openers, readings] = await Promise.all([this.openers(threads), this.readings(actor, threads)]);
    return threads.map((thread) => {
      const readUpTo = readings.get(thread.id) ?? 0;
      return {
        id: thread.id,
        roomId: thread.roomId,
        title: rendered(thread, (row) => row.title, locales)!,
        revision: thread.revision,
        openedBy: { id: thread.openedBy, name: openers.get(thread.openedBy) ?? '' },
        openedAt: thread.openedAt.toISOString(),
        closed: thread.closedAt !== null,
        pinned: thread.pinnedAt !== null,
        postCount: thread.lastNumber,
        lastPostAt: thread.lastPostAt.toISOString(),
        unread: actor.signedIn ? Math.max(0, thread.lastNumber - readUpTo) : 0,
        readUpTo,
        can: threadPolicy.can(actor, thread),
      };
    });
  }

  private async openers(threads: Thread[]): Promise<Map<string, string>> {
    const ids = [...new Set(threads.map((thread) => thread.openedBy))];
    const rows = await this.database.query<{ id: string; name: string }[]>(
      'select id, name from people where id = any($1)',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  private async readings(actor: Actor, threads: Thread[]): Promise<Map<string, number>> {
    if (!actor.person || threads.length === 0) return new Map();
    const rows = await this.database.query<Reading[]>(
      `select thread_id, last_number as read_up_to from reading_positions
       where person_id = $1 and room_id = any($2) and thread_id = any($3)`,
      [actor.person.id, [...new Set(threads.map(({ roomId }) => roomId))], threads.map(({ id }) => id)],
    );
    return new Map(rows.map((row) => [row.thread_id, row.read_up_to]));
  }
}

const writeCursor = ({ at, id }: Cursor): string => Buffer.from(`${at} ${id}`).toString('base64url');

function readCursor(text: string): Cursor {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id))
    throw Invalid.field('after', 'errors:field.format');
  return { at, id };
}
