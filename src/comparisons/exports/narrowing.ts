import { NotFound } from '../../core/errors/refusal';
import type { ComparisonData } from '../comparison-data';

/** Codes as they stand in addresses: `se`, `d2`. */
export interface Narrowing {
  country?: string | undefined;
  dimension?: string | undefined;
}

/** The same comparison with one country or dimension alone. @throws NotFound when it is not compared */
export function narrowed(data: ComparisonData, { country, dimension }: Narrowing): ComparisonData {
  const byCountry = country === undefined ? data : ofCountry(data, country.toLowerCase());
  return dimension === undefined ? byCountry : ofDimension(byCountry, dimension.toLowerCase());
}

function ofCountry(data: ComparisonData, code: string): ComparisonData {
  const countries = data.countries.filter((each) => each.code.toLowerCase() === code);
  if (countries.length === 0) throw new NotFound();
  return { ...data, countries, answers: data.answers.filter((each) => each.country.toLowerCase() === code) };
}

function ofDimension(data: ComparisonData, code: string): ComparisonData {
  const dimensions = data.dimensions.filter((each) => each.code.toLowerCase() === code);
  if (dimensions.length === 0) throw new NotFound();
  const ids = new Set(dimensions.map(({ id }) => id));
  const questions = data.questions.filter((each) => ids.has(each.dimension));
  const asked = new Set(questions.map(({ id }) => id));
  return { ...data, dimensions, questions, answers: data.answers.filter((each) => asked.has(each.question)) };
}
