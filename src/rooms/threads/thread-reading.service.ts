import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import type { Reader } from '../../core/http/reader';
import { postPolicy } from '../posts/post.policy';
import type { PostPage, PostView, PostWindow } from '../posts/post.schema';
import { Posts } from '../posts/posts.service';
import { ReadingPositions } from './reading-positions.service';
import { RoomFeed } from '../live/room-feed.service';
import type { RoomView } from '../room.schema';
import { Rooms } from '../rooms.service';
import type { Thread } from './thread.entity';
import type { ThreadView } from './thread.schema';
import { ThreadViews } from './thread-views.service';
import { Threads } from './threads.service';

/** A post with what this reader may do with it. */
export interface ShownPost extends PostView {
  can: { edit: boolean; withdraw: boolean };
}

/** One sitting at a thread: a stretch of it, and where the room's history stood at that moment. */
export interface Sitting {
  room: RoomView;
  thread: ThreadView;
  posts: ShownPost[];
  /** How many posts stand before the first and after the last one shown. */
  earlier: number;
  later: number;
  epoch: string;
  /** Everything up to this entry is in the posts; later entries may be too. */
  lastSeq: number;
}

/** Opens a thread where a reader left it, and remembers how far she came. */
@Injectable()
export class ThreadReading {
  constructor(
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly views: ThreadViews,
    private readonly posts: Posts,
    private readonly feed: RoomFeed,
    private readonly positions: ReadingPositions,
  ) {}

  /** Without a window: around the first unread post for who has read here before, otherwise the newest. */
  async open({ actor, locales }: Reader, threadId: string, window: PostWindow): Promise<Sitting> {
    const { roomId } = await this.threads.find(actor, threadId);
    const room = await this.rooms.view(actor, roomId, locales);
    const thread = await this.threads.find(actor, threadId, locales);
    const view = await this.views.of(actor, thread, locales);
    const { posts } = await this.stretch(thread, window, view.readUpTo);
    const last = posts.at(-1)?.number ?? 0;
    await this.positions.advance(actor, thread, last);
    return {
      room,
      thread: view,
      posts: posts.map((post) => ({ ...post, can: this.can(actor, thread, post) })),
      earlier: (posts[0]?.number ?? 1) - 1,
      later: thread.lastNumber - last,
      epoch: await this.feed.currentEpoch(),
      lastSeq: room.lastSeq,
    };
  }

  /** A window that shows nothing, as after a mistyped address, gives way to the newest posts. */
  private async stretch(thread: Thread, window: PostWindow, readUpTo: number): Promise<PostPage> {
    const asked = [window.before, window.after, window.around].some((number) => number !== undefined);
    const page = await this.posts.page(
      thread,
      asked || readUpTo === 0 ? window : { around: Math.min(readUpTo + 1, thread.lastNumber) },
    );
    return page.posts.length > 0 || !asked ? page : this.posts.page(thread);
  }

  private can(actor: Actor, { closedAt, room }: Thread, { author, withdrawnAt }: PostView) {
    return postPolicy.can(actor, {
      authorId: author.id,
      withdrawnAt: withdrawnAt ? new Date(withdrawnAt) : null,
      threadClosedAt: closedAt,
      room,
    });
  }
}
