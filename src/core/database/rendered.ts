import {
  pick,
  type Rendering,
  type Translatable,
  type TranslatableEntity,
  type TranslationEntity,
} from './translation';

/** One string as a reader sees it, with all that must be said about it. */
export type RenderedText = Rendering<string>;

/**
 * One string of a row in the reader's languages. A translation that lacks this string is passed over,
 * so that a half-finished one never hides what the original says. `null` when the original has none.
 */
export function rendered<Source extends TranslatableEntity, Translation extends TranslationEntity>(
  source: Source & { translations?: Translation[] },
  string: (row: Source | Translation) => string | null,
  locales: readonly string[],
): RenderedText | null {
  if (string(source) === null) return null;
  const translations = (source.translations ?? []).filter((row) => string(row));
  const { text, ...facts } = pick<Translation, Translatable<Translation>>(
    { ...source, translations },
    locales,
  );
  return { text: string(text as Source | Translation)!, ...facts };
}
