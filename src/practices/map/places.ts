import drawing from './europe.json';

/** A place on the map: a region of NUTS 2 or 3, or a whole country. */
export interface Place {
  x: number;
  y: number;
  /** In its own language; countries go by their code, which every language has a name for. */
  name?: string;
  language?: string;
}

export const EUROPE = drawing;
const PLACES: Record<string, Place> = drawing.places;

/** NUTS writes two countries in its own way. */
const COUNTRY_IN_NUTS: Record<string, string> = { GB: 'UK', GR: 'EL' };
const inNuts = (country: string): string => COUNTRY_IN_NUTS[country] ?? country;

/** A place by its code, if the map has it. */
export const placeAt = (code: string): Place | undefined => PLACES[code];

/** Regions of a country, by code. */
export const regionsOf = (country: string): string[] =>
  Object.keys(PLACES).filter((code) => code.length > 2 && code.startsWith(inNuts(country)));

/**
 * Where a case is marked: at its region, else at the larger region that holds it, else at the country.
 * `undefined` when the map does not reach so far.
 */
export function placeOf(country: string, nuts: string | null): string | undefined {
  const within = nuts?.startsWith(inNuts(country)) ? nuts : '';
  for (let code = within; code.length > 2; code = code.slice(0, -1)) if (placeAt(code)) return code;
  return placeAt(country) && country;
}
