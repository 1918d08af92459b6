import { useLanguage } from '../ui/language';
import { Facts } from '../ui/parts/facts';
import type { PartnershipView } from './partnership.schema';
import { useCountries, usePeriod } from './partnership-words';

export function PartnershipFacts({ view }: { view: PartnershipView }) {
  const language = useLanguage();
  const { t } = language;
  const { programme, contractReference, countries, workingLocales, territory, status } = view;
  const names = (items: string[]) => items.length > 0 && language.list(items);
  return (
    <section class="stack" aria-labelledby="facts">
      <h2 id="facts">{t('partnerships:fact.title')}</h2>
      <Facts
        stacked
        facts={[
          {
            label: t('partnerships:fact.programme'),
            value: programme?.text,
            ...(programme && { lang: programme.locale }),
          },
          { label: t('partnerships:fact.contract'), value: contractReference },
          { label: t('partnerships:fact.period'), value: usePeriod(view) },
          { label: t('partnerships:fact.status'), value: t(`partnerships:status.${status}`) },
          {
            label: t('partnerships:fact.countries'),
            value: names(useCountries(countries)),
          },
          {
            label: t('partnerships:fact.languages'),
            value: names(workingLocales.map((each) => language.languageName(each))),
          },
          { label: t('partnerships:fact.territory'), value: territory.join(', ') },
        ]}
      />
    </section>
  );
}
