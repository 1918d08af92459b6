import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { rendered, type RenderedText } from '../../../core/database/rendered';
import { Transactions } from '../../../core/database/transactions';
import { Forbidden, Invalid, NotFound } from '../../../core/errors/refusal';
import type { Locale } from '../../../core/i18n/locales';
import { Threads } from '../../../rooms/threads/threads.service';
import { ComparisonAccess, type ComparisonRow } from '../../comparison.access';
import { type AskedQuestion, ComparisonStructure } from '../asking/comparison-structure.service';
import { type AskedPlatform, firstPost } from './first-post';
import type { NewDiscussion } from './discussing.schema';

export interface DiscussedQuestion {
  id: string;
  code: string;
  words: RenderedText;
  threadId: string | null;
}

export interface RoomChoice {
  id: string;
  name: string;
  locale: Locale;
}

interface Place {
  slug: string;
  country: string;
}

/** What a platform is about to say in the first post. */
export interface Opening {
  comparison: ComparisonRow;
  platform: AskedPlatform;
  question: AskedQuestion;
  words: RenderedText;
  rooms: RoomChoice[];
  body: string;
}

/** One thread for each question that a platform wants to talk about, in a room of its own. */
@Injectable()
export class QuestionDiscussions {
  /** One after the other: each holds a connection while the room opens the thread over another. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ComparisonAccess,
    private readonly structure: ComparisonStructure,
    private readonly threads: Threads,
  ) {}

  /** All questions to a country that are asked, for those who do the work. @throws NotFound */
  async of(actor: Actor, { slug, country }: Place, locales: readonly string[]) {
    const comparison = await this.access.toWork(actor, slug);
    const platform = await this.platform(comparison, country);
    const dimensions = await this.structure.of(comparison.id, locales);
    const threads = await this.threadsOf(this.database.manager, platform);
    const questions = dimensions
      .flatMap((dimension) => dimension.questions)
      .filter(({ retiredAt }) => retiredAt === null)
      .map((question): DiscussedQuestion => ({
        ...{ id: question.id, code: question.code, threadId: threads.get(question.id) ?? null },
        words: rendered(question, (row) => row.question, locales)!,
      }));
    return { comparison, platform, questions, may: actor.administrator || actor.holds('host', platform.id) };
  }

  /** The thread that there is, or what the host is about to open. @throws NotFound, Forbidden */
  async prepare(actor: Actor, place: Place, code: string): Promise<{ threadId: string } | Opening> {
    const { comparison, platform, question } = await this.asked(actor, place, code);
    const threadId = (await this.threadsOf(this.database.manager, platform)).get(question.id);
    if (threadId) return { threadId };
    const words = rendered(question, (row) => row.question, [platform.locale])!;
    const rooms = await this.database.query<RoomChoice[]>(
      `select id, name, locale from rooms where platform_id = $1 and archived_at is null order by created_at`,
      [platform.id],
    );
    const body = firstPost(comparison, platform, question);
    return { comparison, platform, question, words, rooms, body };
  }

  /** Returns the thread: the one that there is, when somebody was first. @throws NotFound, Forbidden, Invalid */
  async open(
    actor: Actor,
    place: Place,
    code: string,
    { room, body, clientId }: NewDiscussion,
  ): Promise<string> {
    const { comparison, platform, question } = await this.asked(actor, place, code);
    const [own] = await this.database.query<unknown[]>(
      'select 1 from rooms where id = $1 and platform_id = $2 and archived_at is null',
      [room, platform.id],
    );
    if (!own) throw Invalid.field('room', 'errors:field.choice');
    const { text, locale } = rendered(question, (row) => row.question, [platform.locale])!;
    const title = text.length > 200 ? `${text.slice(0, 199)}…` : text;
    const { id: questionId } = question;
    const open = () =>
      this.transactions.run(async (tx) => {
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `question ${questionId} ${platform.id}`,
        ]);
        const known = (await this.threadsOf(tx, platform)).get(questionId);
        if (known) return known;
        const opened = await this.threads.open(actor, room, { title, body, locale, clientId });
        await this.keep(tx, actor, comparison, { questionId, platform, threadId: opened.id });
        return opened.id;
      });
    const opened = this.turn.then(open);
    this.turn = opened.catch(() => undefined);
    return opened;
  }

  private async keep(
    tx: EntityManager,
    actor: Actor,
    { partnershipId }: ComparisonRow,
    { questionId, platform, threadId }: { questionId: string; platform: AskedPlatform; threadId: string },
  ): Promise<void> {
    await tx.query(
      'insert into question_threads (question_id, platform_id, thread_id, opened_by) values ($1, $2, $3, $4)',
      [questionId, platform.id, threadId, actor.person?.id ?? null],
    );
    const subject = { kind: 'question', id: questionId };
    const data = { country: platform.country, threadId };
    await this.access.record(tx, 'question.discussed', { actor, partnershipId, subject, data });
  }

  private async asked(actor: Actor, { slug, country }: Place, code: string) {
    const comparison = await this.access.toWork(actor, slug);
    const platform = await this.platform(comparison, country);
    if (!actor.administrator && !actor.holds('host', platform.id))
      throw new Forbidden('comparisons:refusal.not_yours');
    const dimensions = await this.structure.of(comparison.id, [platform.locale]);
    const question = dimensions
      .flatMap((dimension) => dimension.questions)
      .find((row) => row.code.toLowerCase() === code.toLowerCase() && row.retiredAt === null);
    if (!question) throw new NotFound();
    return { comparison, platform, question };
  }

  private async platform({ id }: ComparisonRow, country: string): Promise<AskedPlatform> {
    const [row] = await this.database.query<AskedPlatform[]>(
      `select platform.id, platform.slug, compared.code as country,
         coalesce(platform.working_locales[1], platform.locale) as locale
       from comparison_countries compared join platforms platform on platform.id = compared.platform_id
       where compared.comparison_id = $1 and compared.code = $2`,
      [id, country],
    );
    if (!row) throw new NotFound();
    return row;
  }

  /** By question; a thread that is gone leaves its place. */
  private async threadsOf(tx: EntityManager, { id }: AskedPlatform): Promise<Map<string, string>> {
    const rows = await tx.query<{ question_id: string; thread_id: string }[]>(
      `select asked.question_id, asked.thread_id from question_threads asked
       join threads thread on thread.id = asked.thread_id where asked.platform_id = $1`,
      [id],
    );
    return new Map(rows.map(({ question_id, thread_id }) => [question_id, thread_id]));
  }
}
