import { useLanguage } from '../../ui/language';

/** Which day a moment belongs to, and how to say a moment beside another one. */
export function useMoments() {
  const language = useLanguage();
  const dayKey = (moment: string): string => language.dayKey(moment);
  return {
    dayKey,
    /** The time of day on the same day, otherwise the date. */
    shortly: (moment: string, beside: string): string =>
      dayKey(moment) === dayKey(beside) ? language.time(moment) : language.date(moment),
    /** Thursday 4 October; with the year when it is another one. */
    dayWords: (moment: string): string =>
      dayKey(moment).slice(0, 4) === dayKey(new Date().toISOString()).slice(0, 4)
        ? language.day(moment)
        : language.date(moment),
  };
}
