import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { Config } from '../../core/config/config';
import { Transactions } from '../../core/database/transactions';
import { Forbidden, Invalid, Refusal, type FieldProblem } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { Journal } from '../../core/journal/journal';
import type { PostView } from '../../rooms/posts/post.schema';
import { Posts } from '../../rooms/posts/posts.service';
import { postPath } from '../../rooms/room-paths';
import { Cases } from '../cases/cases.service';
import { isLaw, NAMELESS } from '../grounds';
import { keepReading } from './readings';
import type { NewReport, ReceivedReport } from './report.schema';

/** Somebody says that a post is against the rules or the law. */
@Injectable()
export class Reports {
  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly posts: Posts,
    private readonly cases: Cases,
  ) {}

  /** The post, for who may report it. @throws NotFound when she may not read it */
  async forReport(actor: Actor, postId: string): Promise<PostView> {
    const { view } = await this.posts.find(actor, postId);
    if (actor.is(view.author.id)) throw new Forbidden('moderation:refusal.own_post');
    if (view.withdrawnAt) throw new Refusal(410, 'moderation:refusal.gone');
    return view;
  }

  /**
   * Reports of one post gather in one case. Whoever reports it again changes her report; who has no account has two that
   * count as one, so that nobody can find out by her address whether somebody else has reported.
   * @param answerLocale language in which she is answered
   */
  async report(
    actor: Actor,
    postId: string,
    input: NewReport,
    answerLocale: Locale,
  ): Promise<ReceivedReport & { repeated: boolean }> {
    const post = await this.forReport(actor, postId);
    assertWhole(actor, input);
    return this.transactions.run(async (tx) => {
      const { id: caseId } = await this.cases.openOn(tx, Actor.visitor, post);
      const address = `${this.config.baseUrl}/${answerLocale}${postPath(post.threadId, post.number)}`;
      const report = await this.write(tx, actor, { ...input, caseId, address, answerLocale });
      await keepReading(tx, caseId, post, answerLocale);
      const subject = { kind: 'report', id: report.id };
      const data = { caseId };
      await this.journal.record(tx, 'report.received', {
        actor: Actor.visitor,
        subject,
        scope: subject,
        data,
      });
      return report;
    });
  }

  private async write(
    tx: EntityManager,
    { person }: Actor,
    report: NewReport & { caseId: string; address: string; answerLocale: Locale },
  ): Promise<ReceivedReport & { repeated: boolean }> {
    const { caseId, ground, explanation, locale, address, answerLocale } = report;
    const name = person ? null : report.name || null;
    const email = person ? null : report.email || null;
    const [row] = await tx.query<[ReceivedReport & { repeated: boolean }]>(
      `insert into moderation_reports (case_id, ground, explanation, locale, address, reporter_id, name, email,
         answer_locale, repeat_of)
       values ($1, $2, $3, $4, $5, $6, $7, $8::citext, $9, (
         select id from moderation_reports
         where case_id = $1 and email = $8::citext and repeat_of is null order by received_at limit 1))
       on conflict (case_id, reporter_id) where reporter_id is not null do update
         set ground = excluded.ground, explanation = excluded.explanation, locale = excluded.locale,
           answer_locale = excluded.answer_locale, updated_at = clock_timestamp()
       returning id, number::text, updated_at is not null as repeated`,
      [caseId, ground, explanation, locale, address, person?.id ?? null, name, email, answerLocale],
    );
    return row;
  }
}

/** What Article 16 asks of a notice of something illegal; a word about the house rules needs less. */
function assertWhole({ signedIn }: Actor, { ground, explanation, goodFaith, name, email }: NewReport): void {
  if (!isLaw(ground)) return;
  const problems: FieldProblem[] = [];
  const missing = (path: string) => problems.push({ path, key: 'errors:field.required' });
  if (!explanation.trim()) missing('explanation');
  if (!signedIn && ground !== NAMELESS) {
    if (!name) missing('name');
    if (!email) missing('email');
  }
  if (!goodFaith) problems.push({ path: 'goodFaith', key: 'moderation:problem.good_faith' });
  if (problems.length > 0) throw new Invalid(problems);
}
