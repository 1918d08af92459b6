import { NotFound } from '../../core/errors/refusal';
import type { DataAnswer, DataCountry, DataDimension, DataQuestion } from '../comparison-data';
import type { Sheet } from './open-comparisons.service';

/** What an address names, or NotFound: codes stand in addresses in lower case. */
function named<Thing extends { code: string }>(things: readonly Thing[], code: string): Thing {
  const found = things.find((thing) => thing.code.toLowerCase() === code.toLowerCase());
  if (!found) throw new NotFound();
  return found;
}

export const countryAt = ({ data }: Sheet, code: string): DataCountry => named(data.countries, code);
export const dimensionAt = ({ data }: Sheet, code: string): DataDimension => named(data.dimensions, code);
export const questionAt = ({ data }: Sheet, code: string): DataQuestion => named(data.questions, code);

export function answerAt(sheet: Sheet, { id }: DataQuestion, country: string, period?: string): DataAnswer {
  const found = sheet.figures.answer(id, countryAt(sheet, country).code, period || undefined);
  if (!found) throw new NotFound();
  return found;
}
