/** Paths without the locale. */
export const recommendationPath = (id: string): string => `/recommendations/${id}`;
export const recommendationsPath = (slug: string): string => `/comparisons/${slug}/recommendations`;
export const newRecommendationPath = (slug: string): string => `${recommendationsPath(slug)}/new`;
