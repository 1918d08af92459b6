import type { Key } from '../core/i18n/keys';

/** What practices and threads are about: one vocabulary, so that what is said leads to what was done. */
export const THEMES = [
  ...([
    'work_integration',
    'procurement',
    'finance',
    'advice',
    'certification',
    'market',
    'culture',
  ] as const),
  ...(['youth', 'newcomers', 'disability', 'rural', 'circular', 'care', 'impact'] as const),
];
export type Theme = (typeof THEMES)[number];

export const themeWord = (value: Theme): Key => `directory:theme.${value}`;
