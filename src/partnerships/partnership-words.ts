import { useLanguage } from '../ui/language';

/** Names of countries in the order of the reader's alphabet. */
export function useCountries(codes: readonly string[]): string[] {
  const language = useLanguage();
  return language.sort(
    codes.map((code) => language.country(code)),
    (name) => name,
  );
}

export const partnershipPath = (slug: string): string => `/partnerships/${slug}`;

/** When it runs, as far as that is known. */
export function usePeriod({
  startsOn,
  endsOn,
}: {
  startsOn: string | null;
  endsOn: string | null;
}): string | undefined {
  const language = useLanguage();
  if (startsOn && endsOn) return language.dateRange(startsOn, endsOn);
  if (startsOn) return language.t('partnerships:period.from', { date: language.calendarDate(startsOn) });
  if (endsOn) return language.t('partnerships:period.to', { date: language.calendarDate(endsOn) });
  return undefined;
}
