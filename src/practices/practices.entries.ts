import type { Locale } from '../core/i18n/locales';
import type { PracticeState } from './practice-facts';

interface OfPractice {
  practiceId: string;
}

declare module '../core/journal/entry' {
  interface Entries {
    'practice.begun': Record<string, never>;
    'practice.edited': { revision: number };
    'practice.moved': { from: PracticeState; to: PracticeState };
    'practice.translated': { locale: Locale };
    'practice_actor.translated': OfPractice & { locale: Locale };
    'practice_result.translated': OfPractice & { locale: Locale };
    'practice_transfer.translated': OfPractice & { locale: Locale };
    'practice_link.translated': OfPractice & { locale: Locale };
  }
}
