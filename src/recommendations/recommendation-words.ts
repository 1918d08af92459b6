import type { Key } from '../core/i18n/keys';
import type { Cost, Level, RecommendationStatus, UptakeState } from './recommendation-facts';

/** What people call the facts of a recommendation. */
export const words = {
  level: (level: Level): Key => `recommendations:level.${level}`,
  cost: (cost: Cost): Key => `recommendations:cost.${cost}`,
  status: (status: RecommendationStatus): Key => `recommendations:status.${status}`,
  uptake: (state: UptakeState): Key => `recommendations:uptake_state.${state}`,
};
