import type { Flag, QuestionKind, Unit } from '../comparison-facts';

/** Two countries have another code in the statistics of the EU than in ISO 3166. */
const EUROSTAT: Record<string, string> = { GB: 'UK', GR: 'EL' };

/** @param country as it is kept: ISO 3166-1 alpha-2, or a code of Eurostat for several countries together */
export const geoOf = (country: string): string => EUROSTAT[country] ?? country;

/** Everybody, women, men, and those of whom it is not stated. */
export const SEXES = ['T', 'F', 'M', 'O'] as const;
export type Sex = (typeof SEXES)[number];

/** SDMX, code list CL_SEX. */
export const SEX_CODES: Record<Sex, string> = { T: '_T', F: 'F', M: 'M', O: '_O' };

/** Statements are scored from 0 to 10: a unit of our own. */
export type UnitCode = Unit | 'SCORE';
export const MEASURED: readonly QuestionKind[] = ['number', 'statement'];

/** What an observation amounts to; `missing`: nobody has answered, `suppressed`: too few persons to be shown. */
export const OBSERVATION_STANDINGS = ['value', 'unknown', 'not_applicable', 'missing', 'suppressed'] as const;
export type ObservationStanding = (typeof OBSERVATION_STANDINGS)[number];

/**
 * SDMX, code list CL_OBS_STATUS: missing without a reason, cannot exist, was not collected, suppressed. Our flags are
 * Eurostat's, whose letters are those of the list.
 */
const STATUS_OF_STANDING: Record<ObservationStanding, string | null> = {
  value: null,
  unknown: 'O',
  not_applicable: 'M',
  missing: 'L',
  suppressed: 'Q',
};

/** All that is to be said of an observation; `A`: nothing is. */
export function statusCodes(standing: ObservationStanding, flags: readonly Flag[]): string[] {
  const own = STATUS_OF_STANDING[standing];
  const codes = [...(own ? [own] : []), ...flags.map((flag) => flag.toUpperCase())];
  return codes.length > 0 ? [...new Set(codes)] : ['A'];
}

/** SDMX, code list CL_CONF_STATUS: free, too few persons, left out so that those cannot be told by subtraction. */
export const CONFIDENTIALITIES = ['F', 'C', 'N'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];

/** `42.0000` → 42, without going through a binary float. */
export const plainNumber = (value: string): string =>
  value.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value;
