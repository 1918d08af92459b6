import { rendered } from '../../../core/database/rendered';
import { Language } from '../../../core/i18n/language';
import type { Locale } from '../../../core/i18n/locales';
import { ANCHORS } from '../../comparison-facts';
import type { ComparisonRow } from '../../comparison.access';
import type { AskedQuestion } from '../asking/comparison-structure.service';
import { workPath } from '../comparison-paths';

/** A platform that a question is put to. */
export interface AskedPlatform {
  id: string;
  slug: string;
  country: string;
  locale: Locale;
}

/** Marks of Markdown in words that are nothing but words. */
const plain = (words: string): string => words.replace(/[\\`*_[\]<>#|~]/g, (mark) => `\\${mark}`);

/** The question as its platform reads it, what it means, and the way back to it. */
export function firstPost(
  { slug }: ComparisonRow,
  { country, locale }: AskedPlatform,
  question: AskedQuestion,
): string {
  const { t } = Language.of(locale);
  const said = (string: 'question' | 'help' | `anchor_${(typeof ANCHORS)[number]}`) =>
    rendered(question, (row) => row[string], [locale])?.text;
  const anchors = ANCHORS.flatMap((score) => {
    const words = said(`anchor_${score}`);
    return words ? [`- **${score}** ${plain(words)}`] : [];
  });
  const options = question.options.map(
    (option) => `- ${plain(rendered(option, (row) => row.label, [locale])!.text)}`,
  );
  const way = `[${t('comparisons:discuss.way_back', { code: question.code })}](/${locale}${workPath(slug, country)})`;
  const parts = [
    `> ${plain(said('question')!)}`,
    plain(said('help') ?? ''),
    [...anchors, ...options].join('\n'),
    way,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
