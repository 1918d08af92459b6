import { Injectable } from '@nestjs/common';
import { People } from '../../accounts/people.service';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Invalid, Refusal } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { Posts } from '../../rooms/posts/posts.service';
import { postPolicy } from '../../rooms/posts/post.policy';
import type { PostView } from '../../rooms/posts/post.schema';
import { casePolicy } from '../cases/case.policy';
import { Cases } from '../cases/cases.service';
import { DecisionRecord } from './decision-record.service';
import type { HiddenPost, NewDecision } from './decision.schema';
import { possibleMeasures } from './measure';

/** What the case becomes by a decision; whoever took it stays named. */
const DECIDED = `state = 'decided', decided_at = clock_timestamp(), assignee_id = coalesce(assignee_id, $3)`;

/** Those who keep order decide what becomes of a post that was reported, or that they found themselves. */
@Injectable()
export class Decisions {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: People,
    private readonly posts: Posts,
    private readonly cases: Cases,
    private readonly record: DecisionRecord,
  ) {}

  /** Also about a case that was decided: a correction is another decision. @throws Conflict when somebody was faster */
  async decide(actor: Actor, caseId: string, { revision, ...decided }: NewDecision): Promise<string> {
    const matter = await this.cases.find(actor, caseId);
    casePolicy.allow(actor, 'decide', matter);
    const post = await this.posts.find(actor, matter.postId);
    return this.transactions.run(async (tx) => {
      await this.cases.claim(tx, { id: caseId, revision }, DECIDED, [actor.person!.id]);
      const { hidden, gone, threadClosed: locked } = await this.cases.find(actor, caseId, tx);
      if (!possibleMeasures({ hidden, gone, locked }).includes(decided.measure))
        throw Invalid.field('measure', 'errors:field.choice');
      return this.record.add(tx, actor, matter, post, decided);
    });
  }

  /** The post, for who may hide it without a report. */
  async forHiding(actor: Actor, postId: string): Promise<{ view: PostView; reads: Locale | null }> {
    const { view, ...post } = await this.posts.find(actor, postId);
    postPolicy.allow(actor, 'hide', post);
    if (view.withdrawnAt) throw new Refusal(410, 'moderation:refusal.gone');
    const author = await this.people.byId(view.author.id);
    return { view, reads: author?.locale ?? null };
  }

  /** Hides a post at once: the case opens with its decision, or the one that waits is decided so. */
  async hide(actor: Actor, postId: string, decided: HiddenPost): Promise<{ caseId: string; post: PostView }> {
    const post = await this.posts.find(actor, postId);
    postPolicy.allow(actor, 'hide', post);
    return this.transactions.run(async (tx) => {
      const { id: caseId } = await this.cases.openOn(tx, actor, post.view, 'quietly');
      const matter = await this.cases.find(actor, caseId, tx);
      casePolicy.allow(actor, 'decide', matter);
      await this.cases.claim(tx, matter, DECIDED, [actor.person!.id]);
      await this.record.add(tx, actor, matter, post, { ...decided, measure: 'hide' });
      return { caseId, post: post.view };
    });
  }
}
