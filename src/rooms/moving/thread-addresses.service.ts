import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import { Config } from '../../core/config/config';
import { localAddress } from '../../core/config/local-address';
import { NotFound } from '../../core/errors/refusal';
import { Posts } from '../posts/posts.service';
import { Replies } from './replies.service';

const ADDRESS = /^\/(threads|posts)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/i;

/** Threads by their addresses, as people copy them from their browser. */
@Injectable()
export class ThreadAddresses {
  constructor(
    private readonly config: Config,
    private readonly posts: Posts,
    private readonly replies: Replies,
  ) {}

  /** The thread that is read at an address, or at that of a post of it; nothing where this actor finds none. */
  async find(actor: Actor, typed: string): Promise<string | undefined> {
    const path = localAddress(this.config.baseUrl, typed)?.pathname ?? '';
    const [, kind, id] = ADDRESS.exec(path) ?? [];
    if (!id) return undefined;
    try {
      const threadId = kind === 'posts' ? await this.threadOf(actor, id) : id;
      return (await this.replies.placeOf(actor, threadId)).id;
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  /** Where the post stands now. */
  private async threadOf(actor: Actor, postId: string): Promise<string> {
    const { view } = await this.posts.find(actor, postId);
    return view.movedTo?.threadId ?? view.threadId;
  }
}
