import type { Locale } from '../core/i18n/locales';
import type { UptakeState } from './recommendation-facts';

interface OfRecommendation {
  recommendationId: string;
}

declare module '../core/journal/entry' {
  interface Entries {
    'recommendation.added': { number: number };
    'recommendation.edited': { revision: number };
    'recommendation.removed': { number: number };
    'recommendation.published': { number: number };
    'recommendation.withdrawn': { number: number };
    'recommendation.replaced': { by: string };
    'recommendation.translated': { locale: Locale };
    'uptake.told': OfRecommendation & { state: UptakeState };
    'uptake.updated': OfRecommendation & { state: UptakeState };
    'uptake.corrected': OfRecommendation;
    'uptake.withdrawn': OfRecommendation;
  }
}
