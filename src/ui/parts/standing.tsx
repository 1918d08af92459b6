import type { RenderedText } from '../../core/database/rendered';
import { useLanguage } from '../language';
import { TextState } from './text-state';

type Facts = Omit<RenderedText, 'text'>;

/** The marker under a text that a reader was given: original, translated, outdated, or not yet in her language. */
export function Standing({ of }: { of: Facts }) {
  const { locale } = useLanguage();
  const missing = of.state === 'original' && of.locale !== locale;
  return (
    <TextState
      state={of.outdated ? 'outdated' : missing ? 'missing' : of.state}
      originalLocale={of.originalLocale}
    />
  );
}
