const COMPARISONS = '/comparisons';
export const NEW_COMPARISON = `${COMPARISONS}/new`;
const comparisonPath = (slug: string): string => `${COMPARISONS}/${slug}`;

export const EDITING_TABS = ['facts', 'structure', 'countries'] as const;
/** A part of the editing pages. */
export type EditingTab = (typeof EDITING_TABS)[number];

export const editingPath = (slug: string, tab: EditingTab): string =>
  `${comparisonPath(slug)}/edit${tab === 'facts' ? '' : `/${tab}`}`;

export const dimensionPath = (slug: string, id: string): string =>
  `${editingPath(slug, 'structure')}/dimensions/${id}`;
export const questionPath = (slug: string, id: string): string =>
  `${editingPath(slug, 'structure')}/questions/${id}`;
