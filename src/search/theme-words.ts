import type { Key } from '../core/i18n/keys';

/**
 * What texts can be about, for narrowing a search. The capability that keeps that vocabulary provides a class of this
 * kind; search finds it by itself among the providers, as it finds kinds of texts.
 */
export abstract class ThemeWords {
  /** What a theme is called, by the value that texts have. */
  abstract readonly words: ReadonlyMap<string, Key>;
}
