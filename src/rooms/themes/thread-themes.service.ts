import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { SearchIndex } from '../../search/index/search-index.service';
import type { Theme } from '../../directory/themes';
import { RoomOrder } from '../live/room-order';
import { MovedMeanwhile } from '../threads/moved-meanwhile';
import type { Thread } from '../threads/thread.entity';
import { threadPolicy } from '../threads/thread.policy';
import { Threads } from '../threads/threads.service';

/** What threads are about, in the words that practices are sorted by too. */
@Injectable()
export class ThreadThemes {
  constructor(
    private readonly transactions: Transactions,
    private readonly order: RoomOrder,
    private readonly threads: Threads,
    private readonly index: SearchIndex,
  ) {}

  /** The thread, for who may say what it is about. */
  async forTheming(actor: Actor, id: string): Promise<Thread> {
    const thread = await this.threads.find(actor, id);
    threadPolicy.allow(actor, 'theme', thread);
    return thread;
  }

  /** The same themes again are no news. */
  async choose(actor: Actor, id: string, themes: readonly Theme[]): Promise<void> {
    const thread = await this.forTheming(actor, id);
    if (thread.themes.join() === themes.join()) return;
    const { roomId } = thread;
    await this.transactions.run(async (tx) => {
      const seq = await this.order.next(tx, roomId);
      const [, changed] = await tx.query<[unknown, number]>(
        'update threads set themes = $3 where room_id = $1 and id = $2',
        [roomId, id, themes],
      );
      if (changed === 0) throw new MovedMeanwhile();
      await this.askForPosts(tx, roomId, id);
      const subject = { kind: 'thread', id };
      await this.order.record(tx, 'thread.themed', actor, roomId, subject, { threadId: id }, seq);
    });
  }

  /** Posts are found by what their thread is about. */
  private async askForPosts(tx: EntityManager, roomId: string, id: string): Promise<void> {
    const posts = await tx.query<{ id: string }[]>(
      'select id from posts where room_id = $1 and thread_id = $2 and withdrawn_at is null',
      [roomId, id],
    );
    await this.index.askFor(
      tx,
      'post',
      posts.map((post) => post.id),
    );
  }
}
