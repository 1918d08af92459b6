/** Without the locale. */
export const answerPath = (id: string): string => `/answers/${id}`;
export const editPath = (id: string): string => `${answerPath(id)}/edit`;

const comparisonPath = (slug: string): string => `/comparisons/${slug}`;

/** All questions of a country. */
export const workPath = (slug: string, country: string): string =>
  `${comparisonPath(slug)}/work/${country.toLowerCase()}`;
/** One that has no answer yet. */
export const beginPath = (slug: string, country: string, question: string): string =>
  `${workPath(slug, country)}/${question.toLowerCase()}`;

/** What members answer for themselves. */
export const respondPath = (slug: string, country: string, dimension?: string): string =>
  `${comparisonPath(slug)}/respond/${country.toLowerCase()}${dimension ? `/${dimension.toLowerCase()}` : ''}`;
