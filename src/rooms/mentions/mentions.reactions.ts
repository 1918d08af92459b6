import { Injectable } from '@nestjs/common';
import { Transactions } from '../../core/database/transactions';
import type { Entry } from '../../core/journal/entry';
import { Later } from '../../core/journal/reactions';
import { Mentions } from './mentions.service';

/** Who was called by an edit hears of it; who was called before has heard. New posts: see PostNews. */
@Injectable()
export class MentionsReactions {
  constructor(
    private readonly transactions: Transactions,
    private readonly mentions: Mentions,
  ) {}

  @Later('post.edited')
  async tell({ actorId, scope, data: { postId, threadId, revision } }: Entry<'post.edited'>): Promise<void> {
    const post = { id: postId, roomId: scope.id, threadId, authorId: actorId ?? '' };
    await this.transactions.run((tx) => this.mentions.tell(tx, post, revision));
  }
}
