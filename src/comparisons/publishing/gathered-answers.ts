import type { EntityManager } from 'typeorm';
import type { Locale } from '../../core/i18n/locales';
import { ANSWER_FACTS, EVIDENCE_FACTS, EVIDENCE_FROM, type AnswerFacts } from '../answering/answer-facts';
import type { DataAnswer, DataEvidence } from '../comparison-data';
import type { AnswerState } from '../comparison-facts';
import { wordsOf } from './comparison-words';

interface AnswerRow {
  id: string;
  question: string;
  country: string;
  state: AnswerState;
  version: number;
  locale: Locale;
  revision: number;
  strings: { text: string | null; note: string | null };
  facts: AnswerFacts;
  /** Of a version that was signed off earlier; null: as it stands. */
  evidence: DataEvidence[] | null;
}

/** As they stand. */
const NOW = `select answer.id, answer.question_id as question, answer.country, answer.state, answer.version,
    answer.locale, answer.revision, jsonb_build_object('text', answer.text, 'note', answer.note) as strings,
    ${ANSWER_FACTS} as facts, null::jsonb as evidence
  from answers answer`;

/** As readers are told: what was signed off and published, also while the next version is being written. */
const PUBLISHED = `select answer.id, answer.question_id as question, answer.country, 'published' as state,
    answer.published_version as version, coalesce(told.locale, answer.locale) as locale,
    coalesce(told.revision, answer.revision) as revision,
    coalesce(told.strings, jsonb_build_object('text', answer.text, 'note', answer.note)) as strings,
    coalesce(told.facts, ${ANSWER_FACTS}) as facts, told.evidence
  from answers answer left join answer_versions told
    on told.answer_id = answer.id and told.version = answer.published_version and answer.state <> 'published'`;

/** All answers of a comparison, in the order of questions and countries; of a version only what is published. */
export async function answersOf(
  tx: EntityManager,
  comparisonId: string,
  version: number,
): Promise<DataAnswer[]> {
  const rows = await tx.query<AnswerRow[]>(
    `${version > 0 ? PUBLISHED : NOW}
     join questions question on question.id = answer.question_id and question.retired_at is null
     join dimensions dimension on dimension.id = question.dimension_id
     join comparison_countries compared
       on compared.comparison_id = answer.comparison_id and compared.code = answer.country
     where answer.comparison_id = $1 ${version > 0 ? 'and answer.published_version > 0' : ''}
     order by dimension.position, question.position, question.code, compared.position, compared.code, answer.period`,
    [comparisonId],
  );
  const links = await evidenceOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toAnswer(row, links.get(row.id) ?? []));
}

async function evidenceOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, DataEvidence[]>> {
  const rows = await tx.query<{ id: string; links: DataEvidence[] }[]>(
    `select link.statement_id as id, jsonb_agg(${EVIDENCE_FACTS} order by link.position, link.cited_at, link.id) as links
     from ${EVIDENCE_FROM} where link.statement_kind = 'answer' and link.statement_id = any($1)
     group by link.statement_id`,
    [ids],
  );
  return new Map(rows.map(({ id, links }) => [id, links]));
}

function toAnswer(row: AnswerRow, links: DataEvidence[]): DataAnswer {
  const { id, question, country, state, version, strings, facts, evidence } = row;
  const standing = new Map(links.map((link) => [link.id, link.standing]));
  return {
    ...{ id, question, country, ...facts, state, version },
    text: wordsOf('answer', row, strings.text),
    note: wordsOf('answer', row, strings.note),
    evidence:
      evidence?.map((link) => ({ ...link, standing: standing.get(link.id) ?? link.standing })) ?? links,
  };
}
