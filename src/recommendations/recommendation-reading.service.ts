import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ComparisonAccess, type ComparisonRow } from '../comparisons/comparison.access';
import { Comparison } from '../comparisons/comparison.entity';
import { Dimension } from '../comparisons/structure/dimension.entity';
import type { Actor } from '../core/access/actor';
import { rendered, type RenderedText } from '../core/database/rendered';
import { withTranslations } from '../core/database/translation';
import type { Reader } from '../core/http/reader';
import type { Locale } from '../core/i18n/locales';
import { Evidence } from '../evidence/evidence.service';
import { KIND, RecommendationAccess } from './recommendation-access.service';
import { UPTAKE_STATES, type Level, type RecommendationStatus } from './recommendation-facts';
import { recommendationPath } from './recommendation-paths';
import { Recommendation } from './recommendation.entity';
import { recommendationPolicy } from './recommendation.policy';
import type { RecommendationFilters, RecommendationList, RecommendationView } from './recommendation.schema';

/** What other pages show of a recommendation. */
export interface RecommendationFace {
  number: number;
  text: RenderedText;
  addressee: RenderedText;
  level: Level;
  path: string;
  status: RecommendationStatus;
}

/** What a reader can narrow a list to. */
export interface Choices {
  countries: string[];
  dimensions: { code: string; title: RenderedText }[];
}

type Uptake = RecommendationView['uptake'];

/** Recommendations as readers see them. */
@Injectable()
export class RecommendationReading {
  constructor(
    private readonly database: DataSource,
    private readonly access: RecommendationAccess,
    private readonly comparisons: ComparisonAccess,
    private readonly evidence: Evidence,
  ) {}

  /** Of one comparison, by number. */
  async list(
    reader: Reader,
    comparison: ComparisonRow,
    { level, country, dimension, status }: RecommendationFilters,
  ): Promise<RecommendationList> {
    const { actor, locales } = reader;
    const all = this.access
      .readable(actor)
      .andWhere('recommendation.comparisonId = :comparison', { comparison: comparison.id });
    const total = await all.clone().getCount();
    const query = withTranslations(all, 'recommendation', locales)
      .orderBy('recommendation.number')
      .limit(1000);
    if (level) query.andWhere('recommendation.level = :level', { level });
    if (status) query.andWhere('recommendation.status = :status', { status });
    if (country)
      query.andWhere('(recommendation.country = :country or recommendation.country is null)', { country });
    if (dimension)
      query.andWhere(
        `recommendation.dimensionId in (select id from dimensions
           where comparison_id = :comparison and lower(code) = lower(:dimension))`,
        { dimension },
      );
    return { items: await this.views(reader, comparison, await query.getMany()), total };
  }

  /** @throws NotFound */
  async one(reader: Reader, id: string): Promise<{ view: RecommendationView; comparison: ComparisonRow }> {
    const { comparison } = await this.access.to(reader.actor, 'read', id);
    const row = await withTranslations(
      this.database
        .createQueryBuilder(Recommendation, 'recommendation')
        .where('recommendation.id = :id', { id }),
      'recommendation',
      reader.locales,
    ).getOneOrFail();
    const [view] = await this.views(reader, comparison, [row]);
    return { view: view!, comparison };
  }

  /** The comparison with its title in the reader's languages. @throws NotFound */
  async comparison(reader: Reader, slug: string): Promise<{ row: ComparisonRow; title: RenderedText }> {
    const row = await this.comparisons.to(reader.actor, 'read', slug);
    return { row, title: await this.titleOf(row, reader.locales) };
  }

  /** Faces for the pages of other capabilities, by id; what the actor may not see is not in the map. */
  async of(
    actor: Actor,
    ids: readonly string[],
    locales: readonly Locale[],
  ): Promise<Map<string, RecommendationFace>> {
    if (ids.length === 0) return new Map();
    const query = this.access.readable(actor).andWhere('recommendation.id = any(:ids::uuid[])', { ids });
    const rows = await withTranslations(query, 'recommendation', locales).getMany();
    return new Map(rows.map((row) => [row.id, faceOf(row, locales)]));
  }

  async choices({ id }: Pick<Comparison, 'id'>, locales: readonly Locale[]): Promise<Choices> {
    const [countries, dimensions] = await Promise.all([
      this.database.query<{ code: string }[]>(
        `select code from comparison_countries where comparison_id = $1 and code ~ '^[A-Z]{2}$' order by position`,
        [id],
      ),
      this.dimensionsOf(id, locales),
    ]);
    return {
      countries: countries.map(({ code }) => code),
      dimensions: dimensions.map((row) => ({ code: row.code, title: titleIn(row, locales) })),
    };
  }

  private async views(
    { actor, locales }: Reader,
    comparison: ComparisonRow,
    rows: Recommendation[],
  ): Promise<RecommendationView[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const [title, dimensions, evidence, standings, uptakes, successors] = await Promise.all([
      this.titleOf(comparison, locales),
      this.dimensionsOf(comparison.id, locales),
      this.evidence.facts(KIND, ids),
      this.evidence.standingOf(ids),
      this.uptakes(ids),
      this.numbers(rows.flatMap(({ replacedBy }) => replacedBy ?? [])),
    ]);
    const { id, slug } = comparison;
    return rows.map((row) => {
      const dimension = dimensions.find((each) => each.id === row.dimensionId);
      const { number, country, level, cost, status, revision, reason, reasonLocale, replacedBy } = row;
      const { text, addressee } = faceOf(row, locales);
      return {
        ...{ id: row.id, number, country, level, cost, status, revision, text, addressee },
        comparison: { id, slug, title },
        dimension: dimension
          ? { id: dimension.id, code: dimension.code, title: titleIn(dimension, locales) }
          : null,
        reasoning: rendered(row, ({ reasoning }) => reasoning, locales),
        publishedAt: row.publishedAt?.toISOString() ?? null,
        replacedBy: replacedBy ? { id: replacedBy, number: successors.get(replacedBy)! } : null,
        withdrawal: reason !== null && reasonLocale ? { text: reason, locale: reasonLocale } : null,
        evidence: { count: evidence.get(row.id)?.length ?? 0, standing: standings.get(row.id) ?? 'sound' },
        uptake: uptakes.get(row.id) ?? NOBODY,
        can: recommendationPolicy.can(actor, { status, comparison }),
      };
    });
  }

  private async titleOf({ id }: Pick<Comparison, 'id'>, locales: readonly Locale[]): Promise<RenderedText> {
    const query = this.database
      .createQueryBuilder(Comparison, 'comparison')
      .where('comparison.id = :id', { id });
    const row = await withTranslations(query, 'comparison', locales).getOneOrFail();
    return rendered(row, ({ title }) => title, locales)!;
  }

  private dimensionsOf(comparisonId: string, locales: readonly Locale[]): Promise<Dimension[]> {
    const query = this.database
      .createQueryBuilder(Dimension, 'dimension')
      .where('dimension.comparisonId = :comparisonId', { comparisonId });
    return withTranslations(query, 'dimension', locales).orderBy('dimension.position').getMany();
  }

  private async uptakes(ids: string[]): Promise<Map<string, Uptake>> {
    const rows = await this.database.query<
      { recommendation_id: string; state: keyof Uptake; count: number }[]
    >(
      `select recommendation_id, state, count(*)::int as count from uptakes
       where recommendation_id = any($1::uuid[]) and withdrawn_at is null group by recommendation_id, state`,
      [ids],
    );
    const found = new Map<string, Uptake>();
    for (const { recommendation_id: id, state, count } of rows)
      found.set(id, { ...(found.get(id) ?? NOBODY), [state]: count });
    return found;
  }

  private async numbers(ids: string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ id: string; number: number }[]>(
      'select id, number from recommendations where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, number }) => [id, number]));
  }
}

const NOBODY = Object.fromEntries(UPTAKE_STATES.map((state) => [state, 0])) as Uptake;

const titleIn = (row: Dimension, locales: readonly Locale[]): RenderedText =>
  rendered(row, ({ title }) => title, locales)!;

const faceOf = (row: Recommendation, locales: readonly Locale[]): RecommendationFace => ({
  ...{ number: row.number, level: row.level, status: row.status, path: recommendationPath(row.id) },
  text: rendered(row, ({ text }) => text, locales)!,
  addressee: rendered(row, ({ addressee }) => addressee, locales)!,
});
