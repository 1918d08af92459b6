import type { DataAnswer } from '../comparison-data';

/** What an answer says beside its words. */
export type AnswerFacts = Pick<
  DataAnswer,
  | ('period' | 'standing' | 'number' | 'women' | 'men' | 'notStated' | 'score' | 'options')
  | ('confidence' | 'flags' | 'validOn' | 'groupResult')
>;

/** The same in SQL, over `answer`: numbers as decimal strings without zeros that nobody wrote. */
export const ANSWER_FACTS = `jsonb_build_object(
  'period', answer.period, 'standing', answer.standing,
  'number', trim_scale(answer.number)::text, 'women', trim_scale(answer.women)::text,
  'men', trim_scale(answer.men)::text, 'notStated', trim_scale(answer.not_stated)::text,
  'score', trim_scale(answer.score)::text, 'options', answer.options, 'confidence', answer.confidence,
  'flags', answer.flags, 'validOn', to_char(answer.valid_on, 'YYYY-MM-DD'), 'groupResult', answer.group_result)`;

/** What it rests on, in SQL over `link` and, joined left, its `source`: as `DataEvidence`. */
export const EVIDENCE_FACTS = `jsonb_build_object(
  'id', link.id, 'relation', link.relation, 'kind', link.ground_kind, 'ground', link.ground_id,
  'revision', link.ground_revision, 'standing', link.standing,
  'source', case when source.id is not null then jsonb_build_object(
    'title', source.title, 'locale', source.locale, 'publisher', source.publisher, 'address', source.address,
    'published', source.published, 'readOn', to_char(source.read_on, 'YYYY-MM-DD')) end)`;

export const EVIDENCE_FROM = `evidence link
  left join sources source on link.ground_kind = 'source' and source.id = link.ground_id`;
