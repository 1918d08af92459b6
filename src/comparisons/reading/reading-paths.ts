export const COMPARISONS = '/comparisons';

/** The newest version, one that is named, or the work under way. */
export type Which = number | 'working' | undefined;

/** Where a comparison is being read: every link on its pages stays there. */
export interface Place {
  slug: string;
  which: Which;
}

/** Without the locale. */
export function placePath({ slug, which }: Place): string {
  const path = `${COMPARISONS}/${slug}`;
  if (which === undefined) return path;
  return which === 'working' ? `${path}/working` : `${path}/versions/${which}`;
}

const lower = (code: string): string => encodeURIComponent(code.toLowerCase());

export const countryPath = (place: Place, country: string): string =>
  `${placePath(place)}/countries/${lower(country)}`;
export const dimensionPath = (place: Place, code: string): string =>
  `${placePath(place)}/dimensions/${lower(code)}`;
export const questionPath = (place: Place, code: string): string =>
  `${placePath(place)}/questions/${lower(code)}`;

export function answerPath(place: Place, country: string, question: string, period?: string): string {
  const path = `${placePath(place)}/answers/${lower(country)}/${lower(question)}`;
  return period ? `${path}?period=${encodeURIComponent(period)}` : path;
}

export const timelinePath = (place: Place): string => `${placePath(place)}/timeline`;
export const changesPath = (place: Place): string => `${placePath(place)}/changes`;

/** What stands at an address below a comparison. */
export type Wanted =
  | { page: 'table' | 'timeline' | 'changes' }
  | { page: 'country'; country: string }
  | { page: 'dimension' | 'question'; code: string }
  | { page: 'answer'; country: string; code: string };

/** @param parts of the address, below the version */
export function wantedAt(parts: readonly string[]): Wanted | null {
  const [first, second, third] = parts;
  if (first === undefined) return { page: 'table' };
  if (parts.length === 1 && (first === 'timeline' || first === 'changes')) return { page: first };
  if (parts.length === 2 && first === 'countries') return { page: 'country', country: second! };
  if (parts.length === 2 && first === 'dimensions') return { page: 'dimension', code: second! };
  if (parts.length === 2 && first === 'questions') return { page: 'question', code: second! };
  if (parts.length === 3 && first === 'answers') return { page: 'answer', country: second!, code: third! };
  return null;
}
