/** Where a comparison is published, without the locale. */
export const publishPath = (slug: string): string => `/comparisons/${slug}/publish`;
