import type { Key } from '../core/i18n/keys';

/** What everybody here has agreed to keep; a sentence for each stands on the page of house rules. */
export const HOUSE_RULES = [
  'respect',
  'discrimination',
  'privacy',
  'advertising',
  'off_topic',
  'identity',
] as const;
/** What the law forbids, as far as it comes up where people talk. */
export const LAWS = [
  'hate_speech',
  'threats',
  'defamation',
  'child_abuse',
  'personal_data',
  'copyright',
  'fraud',
  'terrorism',
  'other',
] as const;

export type HouseRule = (typeof HOUSE_RULES)[number];
export type Law = (typeof LAWS)[number];
/** A rule of the house or a law: two different things in one list. */
export type Ground = `rule:${HouseRule}` | `law:${Law}`;

export const RULE_GROUNDS = HOUSE_RULES.map((rule) => `rule:${rule}` as const);
export const LAW_GROUNDS = LAWS.map((law) => `law:${law}` as const);
export const GROUNDS: readonly Ground[] = [...RULE_GROUNDS, ...LAW_GROUNDS];

/** Nobody who reports this must say who she is (Digital Services Act, Article 16). */
export const NAMELESS: Ground = 'law:child_abuse';

export const isLaw = (ground: string): boolean => ground.startsWith('law:');

export function groundWords(ground: Ground): Key {
  const [kind, name] = ground.split(':') as ['rule', HouseRule] | ['law', Law];
  return kind === 'rule' ? `moderation:rule.${name}` : `moderation:law.${name}`;
}
