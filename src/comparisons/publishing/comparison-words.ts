import type { Locale } from '../../core/i18n/locales';
import type { TranslationStatus } from '../../core/database/translation';
import type { ComparisonData, Words } from '../comparison-data';

/** All strings of one text in one other language. */
export interface TextTranslation {
  locale: Locale;
  status: TranslationStatus;
  sourceRevision: number;
  origin: string;
  /** Who made it; her name may change. */
  translatorId: string | null;
  strings: Record<string, string | null>;
}

/** By `keyOf` a text. */
export type Translations = ReadonlyMap<string, readonly TextTranslation[]>;

export const keyOf = ({ kind, id }: { kind: string; id: string }): string => `${kind} ${id}`;

/** Words before their renderings are known; null for what is not said. */
export function wordsOf(
  kind: string,
  { id, locale, revision }: { id: string; locale: Locale; revision: number },
  text: string | null,
): Words | null {
  return text === null || text === '' ? null : { kind, id, locale, revision, text, translations: [] };
}

/** Every words in it, with the name of the string that they are of their text. */
export function* eachWords(data: ComparisonData): Generator<[Words, string]> {
  const named = function* (of: object, names: readonly string[]): Generator<[Words, string]> {
    for (const name of names) {
      const words = (of as Record<string, Words | null>)[name];
      if (words) yield [words, name];
    }
  };
  yield* named(data, ['title', 'summary']);
  for (const country of data.countries) yield* named(country, ['summary', 'strengths', 'gaps']);
  for (const { synthesis, ...dimension } of data.dimensions) {
    yield* named(dimension, ['title', 'description']);
    if (synthesis) yield* named(synthesis, ['alike', 'different', 'reasons']);
  }
  for (const question of data.questions) {
    yield* named(question, ['question', 'help']);
    for (const [score, words] of Object.entries(question.anchors)) yield [words, `anchor_${score}`];
    for (const option of question.options) yield* named(option, ['label']);
  }
  for (const answer of data.answers) yield* named(answer, ['text', 'note']);
}

/** Puts the renderings to the words, those of an earlier revision marked. Of a later one they say something else. */
export function addTranslations(
  data: ComparisonData,
  translations: Translations,
  nameOf: (translation: TextTranslation) => string | null,
): ComparisonData {
  for (const [words, name] of eachWords(data))
    words.translations = (translations.get(keyOf(words)) ?? []).flatMap((translation) => {
      const { locale, status, sourceRevision, strings } = translation;
      const text = strings[name];
      if (!text || sourceRevision > words.revision) return [];
      return [{ locale, text, status, outdated: sourceRevision < words.revision, by: nameOf(translation) }];
    });
  return data;
}
