import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Notifications } from '../../notifications/notifications.service';
import { PostHiding } from '../../rooms/posts/hiding.service';
import type { StandingPost } from '../../rooms/posts/posts.service';
import { ThreadLocking } from '../../rooms/threads/thread-locking.service';
import { Cases } from '../cases/cases.service';
import type { StandingCase } from '../cases/standing-case';
import { isTold, type Measure } from './measure';

/** What is written down of a decision. */
export interface Decided {
  measure: Measure;
  ground: string;
  facts: string;
  locale: string;
  /** When it answers an appeal. */
  review?: { appealId: string; outcome: 'upheld' | 'overturned' };
}

type Matter = Pick<StandingCase, 'id' | 'authorId' | 'threadId' | 'reports'> & { room: { id: string } };

/** Carries a decision out, writes it into the log and tells the author: all at once or not at all. */
@Injectable()
export class DecisionRecord {
  constructor(
    private readonly hiding: PostHiding,
    private readonly locking: ThreadLocking,
    private readonly cases: Cases,
    private readonly notifications: Notifications,
  ) {}

  /** @returns its id. `silent`: what stands stays as it is, as when an appeal is turned down. */
  async add(
    tx: EntityManager,
    actor: Actor,
    matter: Matter,
    post: StandingPost,
    decided: Decided,
  ): Promise<string> {
    const stays = decided.review?.outcome === 'upheld';
    if (!stays) await this.carryOut(tx, actor, post, decided.measure);
    const id = await this.write(tx, actor, matter, decided);
    const entry = { decisionId: id, measure: decided.measure };
    await this.cases.record(tx, 'case.decided', actor, matter.id, entry);
    if (matter.authorId && isTold(decided.measure))
      await this.notifications.tell(tx, {
        ...{ people: [matter.authorId], name: 'moderation.decided', cause: `decision ${id}` },
        ...{ subject: { kind: 'thread', id: matter.threadId }, data: { decisionId: id } },
      });
    return id;
  }

  private async carryOut(
    tx: EntityManager,
    actor: Actor,
    post: StandingPost,
    measure: Measure,
  ): Promise<void> {
    if (measure === 'hide') await this.hiding.hide(tx, actor, post);
    if (measure === 'restore') await this.hiding.restore(tx, actor, post);
    if (measure === 'lock') await this.locking.lock(tx, actor, post);
    if (measure === 'unlock') await this.locking.unlock(tx, actor, post);
  }

  private async write(tx: EntityManager, actor: Actor, matter: Matter, decided: Decided): Promise<string> {
    const { measure, ground, facts, locale, review } = decided;
    const [{ id }] = await tx.query<[{ id: string }]>(
      `insert into moderation_decisions (case_id, room_id, measure, ground, facts, locale, reported, statement_locale,
         appeal_id, outcome, decided_by)
       values ($1, $2, $3, $4, $5, $6, $7, (select locale from people where id = $8 and $9), $10, $11, $12)
       returning id`,
      [
        ...[matter.id, matter.room.id, measure, ground || null, facts, locale, matter.reports > 0],
        ...[matter.authorId, isTold(measure), review?.appealId ?? null, review?.outcome ?? null],
        actor.person!.id,
      ],
    );
    return id;
  }
}
