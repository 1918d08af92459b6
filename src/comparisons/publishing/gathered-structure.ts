import type { EntityManager } from 'typeorm';
import type { Locale } from '../../core/i18n/locales';
import type { ComparisonData, DataCountry, DataDimension, DataQuestion } from '../comparison-data';
import { ANCHORS } from '../comparison-facts';
import { wordsOf } from './comparison-words';

interface Said {
  id: string;
  locale: Locale;
  revision: number;
}

type Nullable<Name extends string> = Record<Name, string | null>;

/** In protocol order. */
export async function countriesOf(tx: EntityManager, comparisonId: string): Promise<DataCountry[]> {
  type Row = Said & Nullable<'summary' | 'strengths' | 'gaps' | 'platform_id' | 'slug'> & { code: string };
  const rows = await tx.query<Row[]>(
    `select compared.*, platform.slug from comparison_countries compared
     left join platforms platform on platform.id = compared.platform_id
     where compared.comparison_id = $1 order by compared.position, compared.code`,
    [comparisonId],
  );
  return rows.map((row) => ({
    code: row.code,
    platform: row.platform_id && row.slug ? { id: row.platform_id, slug: row.slug } : null,
    summary: wordsOf('country_profile', row, row.summary),
    strengths: wordsOf('country_profile', row, row.strengths),
    gaps: wordsOf('country_profile', row, row.gaps),
  }));
}

export async function dimensionsOf(tx: EntityManager, comparisonId: string): Promise<DataDimension[]> {
  type Synthesis = Said & Nullable<'alike' | 'different' | 'reasons'>;
  type Row = Said & { code: string; title: string; description: string | null; synthesis: Synthesis | null };
  const rows = await tx.query<Row[]>(
    `select dimension.*, to_jsonb(synthesis) as synthesis from dimensions dimension
     left join syntheses synthesis on synthesis.dimension_id = dimension.id
     where dimension.comparison_id = $1 order by dimension.position, dimension.code`,
    [comparisonId],
  );
  return rows.map(({ synthesis, ...row }) => ({
    id: row.id,
    code: row.code,
    title: wordsOf('dimension', row, row.title)!,
    description: wordsOf('dimension', row, row.description),
    synthesis: synthesis && {
      alike: wordsOf('synthesis', synthesis, synthesis.alike),
      different: wordsOf('synthesis', synthesis, synthesis.different),
      reasons: wordsOf('synthesis', synthesis, synthesis.reasons),
    },
  }));
}

/** Those that are still asked, in the order of the questionnaire. */
export async function questionsOf(tx: EntityManager, comparisonId: string): Promise<DataQuestion[]> {
  type Option = Said & { code: string; label: string };
  type Facts = Pick<DataQuestion, 'code' | 'kind' | 'several' | 'unit' | 'decimals'>;
  type Row = Said &
    Facts & {
      dimension_id: string;
      question: string;
      help: string | null;
      unit_multiplier: number;
      by_sex: boolean;
      options: Option[];
    };
  const rows = await tx.query<(Row & Record<string, string | null>)[]>(
    `select question.*, coalesce((select jsonb_agg(to_jsonb(option) order by option.position, option.code)
       from question_options option where option.question_id = question.id), '[]') as options
     from questions question join dimensions dimension on dimension.id = question.dimension_id
     where question.comparison_id = $1 and question.retired_at is null
     order by dimension.position, question.position, question.code`,
    [comparisonId],
  );
  return rows.map((row) => {
    const { id, code, kind, several, unit, decimals } = row;
    const anchors = ANCHORS.flatMap((score) => {
      const words = wordsOf('question', row, row[`anchor_${score}`] ?? null);
      return words ? [[String(score), words] as const] : [];
    });
    return {
      ...{ id, dimension: row.dimension_id, code, kind, several, unit, decimals },
      unitMultiplier: row.unit_multiplier,
      bySex: row.by_sex,
      question: wordsOf('question', row, row.question)!,
      help: wordsOf('question', row, row.help),
      anchors: Object.fromEntries(anchors),
      options: row.options.map((option) => ({
        code: option.code,
        label: wordsOf('question_option', option, option.label)!,
      })),
    };
  });
}

type Head = Pick<
  ComparisonData,
  'id' | 'slug' | 'title' | 'summary' | 'period' | 'licence' | 'doi' | 'partnership'
>;

export async function headOf(tx: EntityManager, comparisonId: string): Promise<Head | undefined> {
  type Row = Said & Omit<Head, 'title' | 'summary'> & { title: string; summary: string | null };
  const [row] = await tx.query<Row[]>(
    `select comparison.id, comparison.slug, comparison.title, comparison.summary, comparison.locale,
       comparison.revision, comparison.period, comparison.licence, comparison.doi,
       json_build_object('id', partnership.id, 'slug', partnership.slug, 'name', partnership.name,
         'acronym', partnership.acronym, 'accent', partnership.accent) as partnership
     from comparisons comparison join partnerships partnership on partnership.id = comparison.partnership_id
     where comparison.id = $1`,
    [comparisonId],
  );
  if (!row) return undefined;
  const { id, slug, period, licence, doi, partnership } = row;
  const title = wordsOf('comparison', row, row.title)!;
  return {
    id,
    slug,
    period,
    licence,
    doi,
    partnership,
    title,
    summary: wordsOf('comparison', row, row.summary),
  };
}
