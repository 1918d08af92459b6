import type { Key } from '../core/i18n/keys';
import { themeWord } from '../directory/themes';
import type {
  Cooperation,
  Level,
  LinkKind,
  MoneySource,
  OwnerRole,
  Part,
  PracticeState,
  Rating,
} from './practice-facts';

/** What is chosen in a case, in words. */
export const words = {
  cooperation: (value: Cooperation): Key => `practices:cooperation.${value}`,
  theme: themeWord,
  level: (value: Level): Key => `practices:level.${value}`,
  ownerRole: (value: OwnerRole): Key => `practices:owner_role.${value}`,
  money: (value: MoneySource): Key => `practices:money.${value}`,
  part: (value: Part): Key => `practices:part.${value}`,
  linkKind: (value: LinkKind): Key => `practices:link_kind.${value}`,
  state: (value: PracticeState): Key => `practices:state.${value}`,
  rating: (value: Rating): Key => `practices:rating.${value}`,
};
