import { pick, type Rendering, type Translatable, type TranslationEntity } from './translation';

/** One string as a reader sees it, with all that must be said about it. */
export type RenderedText = Rendering<string>;

/**
 * One string of a row in the reader's languages. A translation that lacks this string is passed over,
 * so that a half-finished one never hides what the original says. `null` when the original has none.
 */
export function rendered<Translation extends TranslationEntity, Source extends Translatable<Translation>>(
  source: Source,
  string: (row: Source | Translation) => string | null,
  locales: readonly string[],
): RenderedText | null {
  if (string(source) === null) return null;
  const translations = (source.translations ?? []).filter(string);
  const { text, ...facts } = pick<Translation, Source>({ ...source, translations }, locales);
  return { text: string(text as Source | Translation)!, ...facts };
}
