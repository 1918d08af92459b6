import type { Locale } from '../core/i18n/locales';

interface InLocale {
  locale: Locale;
}

declare module '../core/journal/entry' {
  interface Entries {
    'comparison.translated': InLocale;
    'country_profile.translated': InLocale;
    'dimension.translated': InLocale;
    'question.translated': InLocale;
    'question_option.translated': InLocale;
    'synthesis.translated': InLocale;
    'answer.translated': InLocale;
  }
}
