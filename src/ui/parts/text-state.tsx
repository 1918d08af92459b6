import type { Key } from '../../core/i18n/keys';
import { useLanguage } from '../language';

export type TextStanding =
  ('original' | 'reviewed' | 'in_review' | 'draft' | 'machine') | ('outdated' | 'missing');

const ALONE: Record<TextStanding, Key> = {
  original: 'ui:state.original',
  reviewed: 'ui:state.reviewed',
  in_review: 'ui:state.in_review',
  draft: 'ui:state.draft',
  machine: 'ui:state.machine',
  outdated: 'ui:state.outdated',
  missing: 'ui:state.missing',
};

const WITH_LANGUAGE: Record<TextStanding, Key> = {
  original: 'ui:state.original_with',
  reviewed: 'ui:state.reviewed_with',
  in_review: 'ui:state.in_review_with',
  draft: 'ui:state.draft_with',
  machine: 'ui:state.machine_with',
  outdated: 'ui:state.outdated_with',
  missing: 'ui:state.missing_with',
};

interface TextStateProps {
  state: TextStanding;
  /** Language that the text was written in. */
  originalLocale?: string;
}

/** Where a text stands: a shape and words, never colour alone. */
export function TextState({ state, originalLocale }: TextStateProps) {
  const { t, inLanguage, fromLanguage } = useLanguage();
  const words = originalLocale
    ? t(WITH_LANGUAGE[state], { in: inLanguage(originalLocale), from: fromLanguage(originalLocale) })
    : t(ALONE[state]);
  return <span class={`state state-${state}`}>{words}</span>;
}
