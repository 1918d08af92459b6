import type { RenderedText } from '../../core/database/rendered';
import type { TranslationStatus } from '../../core/database/translation';
import type { Words } from '../comparison-data';

const TRUST: Record<TranslationStatus, number> = { reviewed: 0, in_review: 1, draft: 2, machine: 3 };

/**
 * What a reader is given of a text of a comparison: the first of her languages for which there is the original or a
 * translation, otherwise the original. The same choice as everywhere (core/database/translation).
 */
export function wordsIn(words: Words, locales: readonly string[]): RenderedText {
  for (const locale of locales) {
    if (locale === words.locale) break;
    const [best] = words.translations
      .filter((translation) => translation.locale === locale && translation.text)
      .sort((a, b) => TRUST[a.status] - TRUST[b.status]);
    if (best)
      return {
        ...{ text: best.text, locale: best.locale, state: best.status, outdated: best.outdated },
        ...{ originalLocale: words.locale, by: best.by },
      };
  }
  return {
    ...{ text: words.text, locale: words.locale, state: 'original', outdated: false },
    ...{ originalLocale: words.locale, by: null },
  };
}
