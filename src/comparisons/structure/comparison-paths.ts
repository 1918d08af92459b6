const COMPARISONS = '/comparisons';
export const NEW_COMPARISON = `${COMPARISONS}/new`;
const comparisonPath = (slug: string): string => `${COMPARISONS}/${slug}`;

export const EDITING_TABS = ['facts', 'structure', 'countries', 'steps'] as const;
/** A part of the editing pages. */
export type EditingTab = (typeof EDITING_TABS)[number];

export const editingPath = (slug: string, tab: EditingTab): string =>
  `${comparisonPath(slug)}/edit${tab === 'facts' ? '' : `/${tab}`}`;

export const dimensionPath = (slug: string, id: string): string =>
  `${editingPath(slug, 'structure')}/dimensions/${id}`;
export const questionPath = (slug: string, id: string): string =>
  `${editingPath(slug, 'structure')}/questions/${id}`;

/** A step being planned; `country` is empty for those that are taken once for all. */
export const stepPath = (slug: string, step: string, country: string): string =>
  `${editingPath(slug, 'steps')}/${step}${country ? `?country=${country}` : ''}`;

export const boardPath = (slug: string): string => `${comparisonPath(slug)}/board`;

/** A country’s questionnaire at one of its dimensions. */
export const workPath = (slug: string, country: string, dimension?: string): string =>
  `${comparisonPath(slug)}/work/${country.toLowerCase()}${dimension ? `#dimension-${dimension.toLowerCase()}` : ''}`;

/** Answers of a country as a file. */
export const importPath = (slug: string, country: string): string =>
  `${comparisonPath(slug)}/import/${country.toLowerCase()}`;

/** What a country is asked, with the threads in which its platform talks about it. */
export const discussionsPath = (slug: string, country: string): string =>
  `${comparisonPath(slug)}/discussions/${country.toLowerCase()}`;

export const discussPath = (slug: string, country: string, question: string): string =>
  `${discussionsPath(slug, country)}/${question.toLowerCase()}`;
