import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import { Replies } from '../moving/replies.service';
import type { NewPost, PostView } from '../posts/post.schema';
import { Rooms } from '../rooms.service';
import type { NewThread } from '../threads/thread.schema';
import { Threads } from '../threads/threads.service';
import type { HeldPostView } from './held-post.schema';
import { HeldPosts } from './held-posts.service';
import { MustWait } from './must-wait';

/** What became of what somebody sent: it is published, or it waits. */
export type Contributed = { post: PostView; repeated: boolean } | { held: HeldPostView };

/** How doors let people say something: what may not be published yet is held, and not lost. */
@Injectable()
export class Contributions {
  constructor(
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly replies: Replies,
    private readonly held: HeldPosts,
  ) {}

  async reply(actor: Actor, threadId: string, input: NewPost): Promise<Contributed> {
    return this.orHold(this.replies.send(actor, threadId, input), async () => {
      const { id, room } = await this.replies.placeOf(actor, threadId);
      return this.held.hold(actor, { room, threadId: id }, input);
    });
  }

  async open(actor: Actor, key: string, input: NewThread): Promise<Contributed> {
    return this.orHold(this.threads.open(actor, key, input), async () => {
      const room = await this.rooms.find(actor, key);
      return this.held.hold(actor, { room, threadId: null }, input);
    });
  }

  private async orHold(
    published: Promise<{ post: PostView; repeated: boolean }>,
    hold: () => Promise<Contributed>,
  ): Promise<Contributed> {
    try {
      return await published;
    } catch (error) {
      if (error instanceof MustWait) return hold();
      throw error;
    }
  }
}
