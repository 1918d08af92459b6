import type { ComparisonData, DataAnswer, DataQuestion } from '../comparison-data';
import { isAggregate } from '../comparison-facts';
import { Figures, scoreOf } from '../reading/figures';
import { shownCounts } from '../reading/shown-counts';
import { type Confidentiality, MEASURED, plainNumber, type Sex, type UnitCode } from './codes';
import type { Observation } from './observation';
import { periodsOf } from './periods';

/**
 * A comparison as tidy rows, in the order of its questions and countries. Every file is written from them, so that the
 * same numbers stand in all of them; counts of few persons are not in them any more.
 */
export function observations(data: ComparisonData): Observation[] {
  const figures = Figures.of(data);
  const compared = [...figures.countries, ...figures.aggregates];
  return data.dimensions.flatMap((dimension) =>
    figures.questionsOf(dimension.id).flatMap((question) =>
      compared.flatMap((country) => {
        const answers = figures.periods(question.id, country.code);
        const frame = { country, dimension, question, unit: unitOf(question) };
        // Several countries together are shown beside the others: they were not asked.
        if (answers.length === 0) return isAggregate(country.code) ? [] : [unanswered(frame, data)];
        const periods = periodsOf(data, answers);
        return answers.flatMap((answer) => answered(frame, answer, periods.get(answer)!));
      }),
    ),
  );
}

type Frame = Pick<Observation, 'country' | 'dimension' | 'question' | 'unit'>;

const unitOf = ({ kind, unit }: DataQuestion): UnitCode | null => (kind === 'statement' ? 'SCORE' : unit);

const unanswered = (frame: Frame, { period, publishedOn }: ComparisonData): Observation => ({
  ...frame,
  ...{ sex: 'T', period: period ?? publishedOn?.slice(0, 4) ?? '', standing: 'missing', value: null },
  ...{ confidentiality: 'F', answer: null },
});

function answered(frame: Frame, answer: DataAnswer, period: string): Observation[] {
  const { kind } = frame.question;
  const plain = { ...frame, period, answer, standing: answer.standing, confidentiality: 'F' as const };
  if (answer.standing !== 'value' || !MEASURED.includes(kind)) return [{ ...plain, sex: 'T', value: null }];
  if (kind === 'statement') return [{ ...plain, sex: 'T', value: scored(answer) }];
  const counts = countsOf(frame.question, answer);
  if (counts.length === 0) return [{ ...plain, sex: 'T', value: null }];
  return counts.map(({ sex, value, confidentiality }) => ({
    ...{ ...plain, sex, value, confidentiality },
    standing: value === null ? 'suppressed' : 'value',
  }));
}

/** As far as a score is precise: medians of scores lie between two of them. */
function scored(answer: DataAnswer): string | null {
  const score = scoreOf(answer);
  return score === null ? null : plainNumber((Math.round(score * 1e4) / 1e4).toFixed(4));
}

interface Count {
  sex: Sex;
  /** Null: not shown. */
  value: string | null;
  confidentiality: Confidentiality;
}

const COLUMNS = [
  ['T', 'number'],
  ['F', 'women'],
  ['M', 'men'],
  ['O', 'notStated'],
] as const;

/** Persons from one to so many are not shown (comparison.md §4); others then are for their sake. */
const FEW = 4;

function countsOf(question: DataQuestion, answer: DataAnswer): Count[] {
  const shown = shownCounts(question, answer);
  return COLUMNS.flatMap(([sex, name]): Count[] => {
    const value = shown[name];
    if (value === null) return [];
    if (value !== 'suppressed') return [{ sex, value: plainNumber(value), confidentiality: 'F' }];
    const few = Number(answer[name]) > 0 && Number(answer[name]) <= FEW;
    return [{ sex, value: null, confidentiality: few ? 'C' : 'N' }];
  });
}
