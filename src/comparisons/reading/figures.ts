import type {
  ComparisonData,
  DataAnswer,
  DataCountry,
  DataDimension,
  DataQuestion,
} from '../comparison-data';
import { isAggregate, type Flag } from '../comparison-facts';
import { FEWEST } from '../group-result';

/** The classes of the scale: 0–2, 2–4, 4–6, 6–8, 8–10. */
export const STEPS = [0, 1, 2, 3, 4] as const;
export type Step = (typeof STEPS)[number];

/** What one country says to one dimension, in a number: the mean of its scored statements. */
export interface Cell {
  country: string;
  /** Id of the dimension. */
  dimension: string;
  /** How many statements are to be scored, and how many were. */
  asked: number;
  answered: number;
  /** Null where fewer than `FEWEST` statements were scored. */
  mean: number | null;
  step: Step | null;
  /** Of the answers that were counted. */
  flags: Flag[];
}

export const stepOf = (score: number): Step => STEPS[Math.min(4, Math.max(0, Math.floor(score / 2)))]!;

/** Rounded as it is shown, so that the same number stands everywhere. */
export const rounded = (score: number): number => Math.round((score + Number.EPSILON) * 10) / 10;

/** What its platform says, otherwise what its respondents said together; don't know and not applicable are no score. */
export function scoreOf({ standing, score, groupResult }: DataAnswer): number | null {
  if (standing !== 'value') return null;
  return score === null ? (groupResult?.spread?.median ?? null) : Number(score);
}

export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

const known = new WeakMap<ComparisonData, Figures>();

/**
 * The rules by which a comparison may be counted and set side by side (comparison.md §2.1), once for pages and files:
 * no mean of fewer than three statements, no rank where definitions differ, no overall rank, no total of countries.
 */
export class Figures {
  /** Countries alone, in protocol order; those that stand for several are `aggregates`. */
  readonly countries: DataCountry[];
  readonly aggregates: DataCountry[];
  private readonly answers = new Map<string, DataAnswer[]>();
  private readonly asked = new Map<string, DataQuestion[]>();
  private readonly cells = new Map<string, Cell>();

  private constructor(readonly data: ComparisonData) {
    this.countries = data.countries.filter(({ code }) => !isAggregate(code));
    this.aggregates = data.countries.filter(({ code }) => isAggregate(code));
    for (const answer of data.answers) {
      const key = keyOf(answer.question, answer.country);
      const others = this.answers.get(key);
      if (others) others.push(answer);
      else this.answers.set(key, [answer]);
    }
    for (const several of this.answers.values())
      if (several.length > 1) several.sort((a, b) => (a.period < b.period ? 1 : -1));
    for (const question of data.questions) {
      const others = this.asked.get(question.dimension);
      if (others) others.push(question);
      else this.asked.set(question.dimension, [question]);
    }
  }

  /** Counted once for every object of data. */
  static of(data: ComparisonData): Figures {
    const found = known.get(data);
    if (found) return found;
    const made = new Figures(data);
    known.set(data, made);
    return made;
  }

  questionsOf(dimension: string): DataQuestion[] {
    return this.asked.get(dimension) ?? [];
  }

  /** All that a country answers to a question, the newest period first. */
  periods(question: string, country: string): readonly DataAnswer[] {
    return this.answers.get(keyOf(question, country)) ?? [];
  }

  /** The answer of the newest period, or of the one that is named. */
  answer(question: string, country: string, period?: string): DataAnswer | undefined {
    const all = this.periods(question, country);
    return period === undefined ? all[0] : all.find((each) => each.period === period);
  }

  /** The newest answer of every country, countries first, then aggregates. */
  answersTo(question: string): DataAnswer[] {
    return [...this.countries, ...this.aggregates].flatMap(({ code }) => this.answer(question, code) ?? []);
  }

  cell(country: string, dimension: string): Cell {
    const key = keyOf(dimension, country);
    const found = this.cells.get(key);
    if (found) return found;
    const made = this.counted(country, dimension);
    this.cells.set(key, made);
    return made;
  }

  /** Those with statements to be scored: of the others there is no number. */
  scoredDimensions(): DataDimension[] {
    return this.data.dimensions.filter(({ id }) =>
      this.questionsOf(id).some(({ kind }) => kind === 'statement'),
    );
  }

  /** How many questions a country has answered; that it does not know, or that they do not apply, is an answer. */
  answeredBy(country: string): number {
    return this.data.questions.filter(({ id }) => this.answer(id, country)).length;
  }

  /** The middle of the countries, where at least three have a number that counts the same. */
  median(dimension: string): number | null {
    if (!this.mayRankDimension(dimension)) return null;
    const means = this.countries.flatMap(({ code }) => this.cell(code, dimension).mean ?? []);
    return means.length < FEWEST ? null : medianOf(means);
  }

  /** How far the countries lie apart; null where fewer than two can be compared. */
  range(dimension: string): number | null {
    if (!this.mayRankDimension(dimension)) return null;
    const means = this.countries.flatMap(({ code }) => this.cell(code, dimension).mean ?? []);
    return means.length < 2 ? null : Math.max(...means) - Math.min(...means);
  }

  /** Whether answers to a question may be put in order of their values: never where they count different things. */
  mayRank({ id, kind }: DataQuestion): boolean {
    if (kind !== 'number' && kind !== 'statement') return false;
    return !this.definitionDiffers(id);
  }

  definitionDiffers(question: string): boolean {
    return this.answersTo(question).some(({ flags }) => flags.includes('d'));
  }

  /** The same for a dimension: all of its scored statements must be understood alike. */
  mayRankDimension(dimension: string): boolean {
    const statements = this.questionsOf(dimension).filter(({ kind }) => kind === 'statement');
    return statements.length >= FEWEST && statements.every((question) => this.mayRank(question));
  }

  /** Whether countries differ visibly in a dimension: their numbers lie in different classes. */
  differsIn(dimension: string): boolean {
    return areDifferent(this.countries.map(({ code }) => this.cell(code, dimension).step));
  }

  /** Whether countries answer a question differently. What is not known is no difference. */
  differsTo({ id, kind }: DataQuestion): boolean {
    const answers = this.countries.flatMap(({ code }) => this.answer(id, code) ?? []);
    return areDifferent(answers.map((answer) => valueOf(answer, kind)));
  }

  private counted(country: string, dimension: string): Cell {
    const statements = this.questionsOf(dimension).filter(({ kind }) => kind === 'statement');
    const answers = statements.flatMap(({ id }) => this.answer(id, country) ?? []);
    const scored = answers.filter((answer) => scoreOf(answer) !== null);
    const sum = scored.reduce((total, answer) => total + scoreOf(answer)!, 0);
    const mean = scored.length < FEWEST ? null : sum / scored.length;
    return {
      ...{ country, dimension, asked: statements.length, answered: scored.length, mean },
      step: mean === null ? null : stepOf(rounded(mean)),
      flags: [...new Set(scored.flatMap(({ flags }) => flags))].sort(),
    };
  }
}

const keyOf = (one: string, country: string): string => `${one} ${country}`;

/** At least two are known, and not all the same. */
const areDifferent = (values: readonly (string | number | null)[]): boolean =>
  new Set(values.filter((value) => value !== null)).size > 1;

/** What is compared of an answer. Two texts are never taken to say the same. */
function valueOf(answer: DataAnswer, kind: DataQuestion['kind']): string | number | null {
  if (answer.standing !== 'value') return null;
  if (kind === 'number') return answer.number === null ? null : Number(answer.number);
  if (kind === 'category') return answer.options.length ? [...answer.options].sort().join() : null;
  if (kind === 'text') return answer.text && answer.id;
  const score = scoreOf(answer);
  return score === null ? null : stepOf(score);
}

/** Countries by their number in a dimension, the highest first; those without one keep their order at the end. */
export function byDimension(
  figures: Figures,
  dimension: Pick<DataDimension, 'id'>,
  countries: readonly DataCountry[],
): DataCountry[] {
  if (!figures.mayRankDimension(dimension.id)) return [...countries];
  const mean = ({ code }: DataCountry): number => {
    const { mean: value } = figures.cell(code, dimension.id);
    return value === null ? -1 : rounded(value);
  };
  return [...countries].sort((a, b) => mean(b) - mean(a));
}
