import { PATHS } from '../ui/paths';

/** Where cases are, without the locale. */
export const PRACTICES = PATHS.practices;

export const practicePath = (slug: string): string => `${PRACTICES}/${slug}`;

/** As much of an id as is told apart by: short enough to be typed from paper. */
export const SHORT_LENGTH = 8;

/** The address that is printed. */
export const shortPath = (id: string): string => `/p/${id.slice(0, SHORT_LENGTH)}`;
