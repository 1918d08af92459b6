import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Invalid, NotFound } from '../../core/errors/refusal';
import { Evidence } from '../../evidence/evidence.service';
import { ConclusionAccess } from '../conclusion.access';
import type { Passage } from './writing.schema';

/** What conclusions are concluded from: posts of their own room, and the words of them that count. */
@Injectable()
export class Passages {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ConclusionAccess,
    private readonly evidence: Evidence,
  ) {}

  /** @throws Invalid at `quote` when the words do not stand in the post, at `postId` when it is of another room */
  async add(actor: Actor, id: string, passage: Passage): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { roomId } = await this.access.lock(tx, actor, 'edit', id);
      await this.cite(tx, actor, { id, roomId }, passage);
    });
  }

  /** The post of this number in a thread, for who may read that. */
  async numbered(threadId: string, number: number): Promise<string | null> {
    const [post] = await this.database.query<[{ id: string }?]>(
      `select post.id from posts stood join posts post on post.id = coalesce(stood.moved_to_id, stood.id)
       where stood.thread_id = $1 and stood.number = $2 and post.withdrawn_at is null`,
      [threadId, number],
    );
    return post?.id ?? null;
  }

  /** Within the verb that writes the conclusion. */
  async cite(
    tx: EntityManager,
    actor: Actor,
    { id, roomId }: { id: string; roomId: string },
    { postId, quote }: Passage,
  ): Promise<void> {
    const [post] = await tx.query<unknown[]>(
      'select 1 from posts where room_id = $1 and id = $2 and withdrawn_at is null',
      [roomId, postId],
    );
    if (!post) throw Invalid.field('postId', 'conclusions:problem.other_room');
    const ground = { kind: 'post', id: postId };
    await this.evidence.cite(
      tx,
      actor,
      { kind: 'conclusion', id },
      { relation: 'concluded_from', ground, quote },
    );
  }

  /** It does not rest on that any more. */
  async drop(actor: Actor, id: string, evidenceId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.own(tx, actor, id, evidenceId);
      await this.evidence.drop(tx, actor, evidenceId);
    });
  }

  /** Somebody has looked at what changed since, and the conclusion still follows from it. */
  async confirm(actor: Actor, id: string, evidenceId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.own(tx, actor, id, evidenceId);
      await this.evidence.confirm(tx, actor, evidenceId);
    });
  }

  private async own(tx: EntityManager, actor: Actor, id: string, evidenceId: string): Promise<void> {
    await this.access.lock(tx, actor, 'edit', id);
    const [row] = await tx.query<unknown[]>(
      `select 1 from evidence where id = $1 and statement_kind = 'conclusion' and statement_id = $2`,
      [evidenceId, id],
    );
    if (!row) throw new NotFound();
  }
}
