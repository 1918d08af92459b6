import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { Transactions } from '../../../core/database/transactions';
import { Forbidden, Invalid, NotFound } from '../../../core/errors/refusal';
import type { Locale } from '../../../core/i18n/locales';
import type { AnswerState } from '../../comparison-facts';
import { ComparisonAccess, type ComparisonRow } from '../../comparison.access';
import { ComparisonGathering } from '../../publishing/comparison-gathering.service';
import { wordsIn } from '../../reading/words-in';
import { answerPolicy } from '../answer.policy';
import { Questionnaires } from '../questionnaire/questionnaires.service';
import { askedByCode } from '../value/asked-question';
import { askedIn } from '../work/asked-view';
import type { ResponsesInput, ResponsesView } from './responses.schema';

type Own = NonNullable<ResponsesView['dimensions'][number]['questions'][number]['own']>;

interface Place {
  comparison: ComparisonRow;
  country: string;
  platform: ResponsesView['platform'] & { id: string };
}

/** The statements that are still open: one that was signed off for every period asks nobody any more. */
const OPEN: readonly AnswerState[] = ['draft', 'commented'];

/** What the members of a platform answer, each for herself: the host sees what they say together. */
@Injectable()
export class Responses {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly comparisons: ComparisonAccess,
    private readonly questionnaires: Questionnaires,
    private readonly gathering: ComparisonGathering,
  ) {}

  /** Her own. @throws NotFound for who is no member of that country’s platform */
  async own(actor: Actor, slug: string, code: string, locales: readonly Locale[]): Promise<ResponsesView> {
    const { comparison, country, platform } = await this.place(actor, slug, code);
    const asked = await this.gathering.asked(this.database.manager, comparison.id);
    const [own, locked] = await Promise.all([
      this.given(actor, comparison.id, country),
      this.locked(this.database.manager, comparison.id, country),
    ]);
    const statements = asked.questions.filter(({ kind }) => kind === 'statement');
    const dimensions = asked.dimensions.map(({ id: dimension, code: name, title }) => ({
      ...{ code: name, title: wordsIn(title, locales) },
      questions: statements
        .filter((question) => question.dimension === dimension)
        .map(({ id }) => ({
          ...{ question: askedIn(asked, id, locales), own: own.get(id) ?? null, locked: locked.has(id) },
        })),
    }));
    const { id: _, ...shown } = platform;
    return {
      ...{ country, platform: shown, comparison: { slug, title: wordsIn(asked.title, locales) } },
      dimensions: dimensions.filter(({ questions }) => questions.length > 0),
    };
  }

  /** Changes what she said before. @throws Invalid, NotFound, Forbidden for one that was signed off */
  async give(actor: Actor, slug: string, code: string, input: ResponsesInput): Promise<void> {
    const { comparison, country, platform } = await this.place(actor, slug, code);
    await this.transactions.run(async (tx) => {
      const locked = await this.locked(tx, comparison.id, country);
      for (const [place, { question, standing, score, reason }] of input.responses.entries()) {
        const asked = await askedByCode(tx, comparison.id, question);
        if (asked.kind !== 'statement')
          throw Invalid.field(`responses.${place}.question`, 'comparisons:problem.not_asked');
        if (locked.has(asked.id)) throw new Forbidden('comparisons:refusal.locked');
        await tx.query(
          `insert into responses (question_id, country, person_id, platform_id, standing, score, reason, locale)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
           on conflict (question_id, country, person_id) do update set platform_id = excluded.platform_id,
             standing = excluded.standing, score = excluded.score, reason = excluded.reason,
             locale = excluded.locale, responded_at = clock_timestamp()`,
          [asked.id, country, actor.person!.id, platform.id, standing, score, reason, input.locale],
        );
      }
    });
  }

  /** Takes back what she said to a question. */
  async takeBack(actor: Actor, slug: string, code: string, question: string): Promise<void> {
    const { comparison, country } = await this.place(actor, slug, code);
    await this.transactions.run(async (tx) => {
      const { id } = await askedByCode(tx, comparison.id, question);
      if ((await this.locked(tx, comparison.id, country)).has(id))
        throw new Forbidden('comparisons:refusal.locked');
      await tx.query('delete from responses where question_id = $1 and country = $2 and person_id = $3', [
        ...[id, country, actor.person!.id],
      ]);
    });
  }

  private async place(actor: Actor, slug: string, code: string): Promise<Place> {
    const { comparison, country, platform } = await this.questionnaires.country(actor, slug, code);
    if (!platform) throw new NotFound();
    const subject = { state: 'draft' as const, publishedVersion: 0, comparison, platformId: platform.id };
    answerPolicy.allow(actor, 'respond', subject);
    return { comparison, country, platform };
  }

  private async given(actor: Actor, comparisonId: string, country: string): Promise<Map<string, Own>> {
    const rows = await this.database.query<(Own & { id: string })[]>(
      `select response.question_id as id, response.standing, response.score::float as score, response.reason
       from responses response join questions question on question.id = response.question_id
       where question.comparison_id = $1 and response.country = $2 and response.person_id = $3`,
      [comparisonId, country, actor.person?.id],
    );
    return new Map(rows.map(({ id, ...own }) => [id, own]));
  }

  /** Questions whose answer was signed off. */
  private async locked(tx: EntityManager, comparisonId: string, country: string): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }[]>(
      `select question_id as id from answers where comparison_id = $1 and country = $2
       group by question_id having not bool_or(state = any($3))`,
      [comparisonId, country, OPEN],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
