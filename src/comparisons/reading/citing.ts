import type { Cited } from '../../core/documents/cited';
import type { Language } from '../../core/i18n/language';
import type { DataAnswer, DataQuestion } from '../comparison-data';
import type { Sheet } from './open-comparisons.service';
import { nameOf } from './fact-table';
import { answerPath, placePath, type Place } from './reading-paths';
import { wordsIn } from './words-in';

interface Citing {
  sheet: Sheet;
  language: Language;
  locales: readonly string[];
  /** `https://hub.example` */
  origin: string;
}

/** The address of the very version, which says the same for ever. */
const fixed = ({ place, data }: Sheet): Place => ({ slug: place.slug, which: data.version });

export function citedComparison({ sheet, language, locales, origin }: Citing): Cited {
  const { data } = sheet;
  const title = wordsIn(data.title, locales);
  return {
    ...{ title: title.text, book: null, publisher: data.partnership.name, locale: title.locale },
    ...{ year: (data.publishedOn ?? '').slice(0, 4), version: data.version, doi: data.doi },
    address: `${origin}/${language.locale}${placePath(fixed(sheet))}`,
    slug: `${data.slug}-${data.version}`,
  };
}

export function citedAnswer(citing: Citing, question: DataQuestion, { country, period }: DataAnswer): Cited {
  const { sheet, language, locales, origin } = citing;
  const whole = citedComparison(citing);
  return {
    ...whole,
    title: `${nameOf(language, country)}: ${wordsIn(question.question, locales).text.replace(/\.$/, '')}`,
    book: whole.title,
    address: `${origin}/${language.locale}${answerPath(fixed(sheet), country, question.code, period)}`,
    slug: `${whole.slug}-${country}-${question.code}`.toLowerCase(),
  };
}
