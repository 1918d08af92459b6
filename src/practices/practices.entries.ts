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
    'practice.frozen': { version: number };
    'practice.reviewer_asked': Record<string, never>;
    'practice.review_answered': { answer?: 'accept' | 'decline' | 'conflict' };
    'practice.reviewer_released': Record<string, never>;
    'practice.judged': Record<string, never>;
    'practice.translated': { locale: Locale };
    'practice.thanked': OfPractice;
    'practice.thanks_taken_back': OfPractice;
    'practice_transfer.told': OfPractice;
    'practice_transfer.confirmed': OfPractice;
    'practice_transfer.removed': OfPractice;
    'practice_actor.translated': OfPractice & { locale: Locale };
    'practice_result.translated': OfPractice & { locale: Locale };
    'practice_transfer.translated': OfPractice & { locale: Locale };
    'practice_link.translated': OfPractice & { locale: Locale };
  }
}
