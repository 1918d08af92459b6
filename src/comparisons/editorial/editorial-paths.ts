/** Without the locale. */
export const synthesisEditPath = (slug: string, dimension: string): string =>
  `/comparisons/${slug}/edit/syntheses/${dimension.toLowerCase()}`;
export const profileEditPath = (slug: string, country: string): string =>
  `/comparisons/${slug}/edit/profiles/${country.toLowerCase()}`;
