import type { Language } from '../core/i18n/language';

/** How much a file weighs, in the units that all our languages write alike: `1,2 MB`. */
export function weightOf(bytes: number, language: Language): string {
  if (bytes < 1000) return `${bytes}\u00a0B`;
  if (bytes < 1_000_000) return `${language.number(Math.round(bytes / 1000))}\u00a0kB`;
  return `${language.number(Math.round(bytes / 100_000) / 10)}\u00a0MB`;
}
