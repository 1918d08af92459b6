import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import { Invalid } from '../../core/errors/refusal';
import type { NewPost, PostView } from '../posts/post.schema';
import { Posts } from '../posts/posts.service';
import type { ThreadPlace } from '../threads/thread.policy';
import { Threads } from '../threads/threads.service';

/** A thread goes elsewhere while somebody writes; it hardly ever does so again at once. */
const TRIES = 4;

/** What is written in a thread arrives where the thread is by then. */
@Injectable()
export class Replies {
  constructor(
    private readonly threads: Threads,
    private readonly posts: Posts,
  ) {}

  /** Where it was refused, it is tried again if the thread has gone elsewhere meanwhile. */
  async send(actor: Actor, threadId: string, input: NewPost): Promise<{ post: PostView; repeated: boolean }> {
    for (let place = await this.placeOf(actor, threadId), turn = 1; ; turn += 1) {
      try {
        return await this.posts.reply(actor, place, input);
      } catch (error) {
        const now = await this.placeOf(actor, threadId);
        const stayed = now.id === place.id && now.roomId === place.roomId;
        if (stayed || turn === TRIES) throw await this.whyNot(error, actor, place, input);
        place = now;
      }
    }
  }

  /** The thread, or the one that all its posts went to. */
  async placeOf(actor: Actor, threadId: string): Promise<ThreadPlace> {
    let place = await this.threads.place(actor, threadId);
    while (place.mergedIntoId) place = await this.threads.place(actor, place.mergedIntoId);
    return place;
  }

  /** That it answers a post which has left the thread is said in words of its own. */
  private async whyNot(error: unknown, actor: Actor, place: ThreadPlace, { replyToId }: NewPost) {
    if (!(error instanceof Invalid) || !replyToId || error.fields[0]?.path !== 'replyToId') return error;
    const answered = await this.posts.find(actor, replyToId).catch(() => undefined);
    return answered && answered.view.threadId !== place.id
      ? Invalid.field('replyToId', 'rooms:problem.answered_moved')
      : error;
  }
}
