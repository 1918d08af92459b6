import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Statement } from '../../core/database/statement';
import { Transactions } from '../../core/database/transactions';
import type { Fact } from '../../core/journal/entry';
import { Journal } from '../../core/journal/journal';
import { Mentions, type Worded } from '../mentions/mentions.service';
import { layPoll } from '../polls/new-polls';
import type { Thread } from '../threads/thread.entity';
import type { NewPost, PostView } from './post.schema';
import { findPosts, toPost, type PostRow } from './post-views';
import { refuse } from './publishing-faults';

const PUBLISH = new Statement<PostRow>('select * from publish_post($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)');

/** How a post comes into its room. */
@Injectable()
export class Publishing {
  constructor(
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly mentions: Mentions,
  ) {}

  /**
   * Stores one post under the room's lock, with its entry, whom it calls and its poll. The caller has asked the policy.
   * @param database inside a verb its transaction; otherwise this is a transaction of its own
   */
  async publish(
    database: DataSource | EntityManager,
    actor: Actor,
    thread: Pick<Thread, 'id' | 'roomId'>,
    input: NewPost,
  ): Promise<{ post: PostView; repeated: boolean }> {
    const id = randomUUID();
    const worded = await this.mentions.word(database, thread.roomId, input.body, id);
    const write = (within: DataSource | EntityManager) =>
      this.write(within, actor, thread, { ...input, id, worded });
    if (worded.mentioned.length === 0 && !input.poll) return write(database);
    const remember = async (tx: EntityManager) => {
      const { post, repeated } = await write(tx);
      if (repeated) return { post, repeated };
      if (worded.mentioned.length > 0) await this.mentions.keep(tx, post, worded.mentioned);
      if (!input.poll) return { post, repeated };
      await layPoll(tx, this.journal, actor, post, input.poll);
      const [whole] = await findPosts(tx, 'post.room_id = $1 and post.id = $2', [post.roomId, post.id]);
      return { post: whole!, repeated };
    };
    return database instanceof DataSource ? this.transactions.run(remember) : remember(database);
  }

  private async write(
    database: DataSource | EntityManager,
    actor: Actor,
    thread: Pick<Thread, 'id' | 'roomId'>,
    { id, body, worded, locale, clientId, replyToId }: NewPost & { id: string; worded: Worded },
  ): Promise<{ post: PostView; repeated: boolean }> {
    const author = actor.person!.id;
    const reactions = this.journal.reactionsTo('post.published');
    const { html } = worded;
    const values = [id, thread.roomId, thread.id, author, clientId, body, html, locale, replyToId, reactions];
    const [row] = await PUBLISH.run(database, values).catch(refuse);
    const post = toPost(row!);
    const repeated = post.id !== id;
    if (!repeated) this.journal.signal(database, published(post));
    return { post, repeated };
  }
}

const published = ({ id, roomId, threadId, author, seq }: PostView): Fact<'post.published'> => ({
  name: 'post.published',
  actorId: author.id,
  subject: { kind: 'post', id },
  scope: { kind: 'room', id: roomId },
  seq,
  data: { threadId, postId: id },
});
