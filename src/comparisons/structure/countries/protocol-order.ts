import { isAggregate } from '../../comparison-facts';

/**
 * The Member States in the order of the Union's protocol: by name in the country's own language, Ελλάδα and България
 * by their names in Latin letters (Interinstitutional Style Guide, 7.1).
 */
const MEMBER_STATES = [
  ...['BE', 'BG', 'CZ', 'DK', 'DE', 'EE', 'IE', 'GR', 'ES', 'FR', 'HR', 'IT', 'CY', 'LV', 'LT', 'LU'],
  ...['HU', 'MT', 'NL', 'AT', 'PL', 'PT', 'RO', 'SI', 'SK', 'FI', 'SE'],
];

/** Member States, then the United Kingdom, then others, then groups of countries. */
function rank(code: string): number {
  const place = MEMBER_STATES.indexOf(code);
  if (place >= 0) return place;
  if (code === 'GB') return MEMBER_STATES.length;
  return isAggregate(code) ? MEMBER_STATES.length + 2 : MEMBER_STATES.length + 1;
}

/** Smaller comes first. */
export const inProtocolOrder = (one: string, other: string): number =>
  rank(one) - rank(other) || (one < other ? -1 : 1);
