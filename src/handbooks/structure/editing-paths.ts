/** Where handbooks are written; where they are read is said in `reading`. */

export const EDITING_TABS = ['structure', 'gathering', 'settings', 'exchange'] as const;
export type EditingTab = (typeof EDITING_TABS)[number];

export const editingPath = (slug: string, tab: EditingTab = 'structure'): string =>
  `/handbooks/${slug}/edit${tab === 'structure' ? '' : `/${tab}`}`;

export const chapterEditingPath = (handbook: string, chapter: string): string =>
  `/handbooks/${handbook}/${chapter}/edit`;

export const revisionsPath = (handbook: string, chapter: string): string =>
  `/handbooks/${handbook}/${chapter}/revisions`;
