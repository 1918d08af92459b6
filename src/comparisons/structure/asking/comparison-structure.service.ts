import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { NotFound } from '../../../core/errors/refusal';
import { withTranslations } from '../../../core/database/translation';
import { ComparisonAccess, type ComparisonRow } from '../../comparison.access';
import { Dimension } from '../dimension.entity';
import { QuestionOption } from '../question-option.entity';
import { Question } from '../question.entity';

export type AskedQuestion = Question & {
  options: QuestionOption[];
  /** How often it was answered, in any state. */
  answers: number;
};

export type AskedDimension = Dimension & { questions: AskedQuestion[] };

/** A question of a category needs something to choose from, a statement the words of its scores. */
export const isComplete = ({ kind, options, ...question }: AskedQuestion): boolean =>
  kind === 'category'
    ? options.length > 1
    : kind !== 'statement' || [question.anchor_0, question.anchor_5, question.anchor_10].every(Boolean);

/** What is asked, in order. */
@Injectable()
export class ComparisonStructure {
  constructor(
    private readonly database: DataSource,
    private readonly access: ComparisonAccess,
  ) {}

  /** For those who edit it. @throws NotFound, SignInRequired, Forbidden */
  async toEdit(
    actor: Actor,
    slug: string,
  ): Promise<{ comparison: ComparisonRow; dimensions: AskedDimension[] }> {
    const comparison = await this.access.to(actor, 'edit', slug);
    return { comparison, dimensions: await this.of(comparison.id, []) };
  }

  /** With the translations that the reader might be shown; retired questions too. */
  async of(comparisonId: string, locales: readonly string[]): Promise<AskedDimension[]> {
    const [dimensions, questions, options, answers] = await Promise.all([
      this.dimensionsOf(comparisonId, locales),
      this.questions(comparisonId, locales),
      this.options(comparisonId, locales),
      this.answers(comparisonId),
    ]);
    const asked = questions.map((question) =>
      Object.assign(question, {
        options: options.filter(({ questionId }) => questionId === question.id),
        answers: answers.get(question.id) ?? 0,
      }),
    );
    return dimensions.map((dimension) =>
      Object.assign(dimension, {
        questions: asked.filter(({ dimensionId }) => dimensionId === dimension.id),
      }),
    );
  }

  /** @throws NotFound */
  async question(
    actor: Actor,
    slug: string,
    id: string,
  ): Promise<{ comparison: ComparisonRow; dimension: AskedDimension; question: AskedQuestion }> {
    const { comparison, dimensions } = await this.toEdit(actor, slug);
    const dimension = dimensions.find(({ questions }) => questions.some((question) => question.id === id));
    if (!dimension) throw new NotFound();
    return { comparison, dimension, question: dimension.questions.find((question) => question.id === id)! };
  }

  /** Without their questions. */
  dimensionsOf(comparisonId: string, locales: readonly string[]): Promise<Dimension[]> {
    const query = this.database
      .createQueryBuilder(Dimension, 'dimension')
      .where('dimension.comparisonId = :comparisonId', { comparisonId });
    return inOrder(withTranslations(query, 'dimension', locales), 'dimension').getMany();
  }

  private questions(comparisonId: string, locales: readonly string[]): Promise<Question[]> {
    const query = this.database
      .createQueryBuilder(Question, 'question')
      .where('question.comparisonId = :comparisonId', { comparisonId });
    return inOrder(withTranslations(query, 'question', locales), 'question').getMany();
  }

  private options(comparisonId: string, locales: readonly string[]): Promise<QuestionOption[]> {
    const query = this.database
      .createQueryBuilder(QuestionOption, 'option')
      .innerJoin(Question, 'question', 'question.id = option.questionId')
      .where('question.comparisonId = :comparisonId', { comparisonId });
    return inOrder(withTranslations(query, 'option', locales), 'option').getMany();
  }

  private async answers(comparisonId: string): Promise<Map<string, number>> {
    const rows = await this.database.query<{ id: string; count: number }[]>(
      `select question_id as id, count(*)::int as count from answers where comparison_id = $1 group by 1`,
      [comparisonId],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}

const inOrder = <Row extends object>(query: SelectQueryBuilder<Row>, alias: string) =>
  query.orderBy(`${alias}.position`).addOrderBy(`${alias}.code`);
