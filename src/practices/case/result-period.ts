import type { Language } from '../../core/i18n/language';
import { useLanguage } from '../../ui/language';

interface Period {
  periodFrom: string;
  periodTo: string;
}

/** `2019`, `2019–2021`, `June 2019`. */
export function periodWords(language: Language, { periodFrom, periodTo }: Period): string {
  const words = (part: string) => (part.length > 4 ? language.month(part) : part);
  if (periodFrom === periodTo) return words(periodFrom);
  return language.range(words(periodFrom), words(periodTo));
}

export function usePeriodOf(): (period: Period) => string {
  const language = useLanguage();
  return (period) => periodWords(language, period);
}
