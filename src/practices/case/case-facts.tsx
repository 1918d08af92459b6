import { organisationPath } from '../../directory/organisation';
import { usePeriod } from '../../partnerships/partnership-words';
import { useLanguage } from '../../ui/language';
import { Facts } from '../../ui/parts/facts';
import { Link } from '../../ui/parts/link';
import { words } from '../practice-words';
import type { PracticeView } from './case.schema';

/** Where, when, who and about what: beside the words of a case. */
export function CaseFacts({ view }: { view: PracticeView }) {
  const language = useLanguage();
  const { t } = language;
  const { owner, ownerRole, themes, cooperations, level, contact, licence, version, partnership } = view;
  return (
    <section class="stack stack-tight" aria-labelledby="facts">
      <h2 id="facts" class="small soft">
        {t('practices:case.facts')}
      </h2>
      <Facts
        stacked
        facts={[
          {
            label: t('practices:case.owner'),
            value: owner && (
              <>
                <Link path={organisationPath(owner.slug)} lang={owner.lang}>
                  {owner.name}
                </Link>
                {ownerRole && <span class="small soft"> {t(words.ownerRole(ownerRole))}</span>}
              </>
            ),
          },
          { label: t('practices:case.place'), value: usePlace(view) },
          { label: t('practices:list.level'), value: level && t(words.level(level)) },
          { label: t('practices:case.period'), value: useTime(view) },
          {
            label: t('practices:list.cooperation'),
            value:
              cooperations.length > 0 &&
              language.list(cooperations.map((each) => t(words.cooperation(each)))),
          },
          {
            label: t('practices:case.themes'),
            value: themes.length > 0 && <Themes view={view} />,
          },
          {
            label: t('practices:case.partnership'),
            value: (
              <Link path={`/partnerships/${partnership.slug}`} lang={partnership.lang}>
                {partnership.name}
              </Link>
            ),
          },
          {
            label: t('practices:case.contact'),
            value: contact && <a href={`mailto:${contact}`}>{contact}</a>,
          },
          { label: t('practices:case.licence'), value: licence },
          { label: t('practices:case.number'), value: version > 0 && language.number(version) },
          {
            label: t('practices:case.checked'),
            value: view.checkedAt && language.calendarDate(view.checkedAt),
          },
          {
            label: t('practices:case.next_review'),
            value: view.nextReviewAt && language.calendarDate(view.nextReviewAt),
          },
        ]}
      />
    </section>
  );
}

/** Each leads to the cases that are about the same. */
function Themes({ view: { themes } }: { view: PracticeView }) {
  const { t } = useLanguage();
  return (
    <ul>
      {themes.map((theme) => (
        <li>
          <Link path={`/practices?theme=${theme}`}>{t(words.theme(theme))}</Link>
        </li>
      ))}
    </ul>
  );
}

/** Municipality, region, country: names of their own, separated and not bent. */
export function usePlace({ municipality, region, country }: PracticeView): string | undefined {
  const language = useLanguage();
  const names = [municipality, region === municipality ? null : region, country && language.country(country)];
  return names.filter(Boolean).join(', ') || undefined;
}

function useTime(view: PracticeView): string | undefined {
  const { t, number } = useBound();
  const period = usePeriod(view);
  if (!period) return undefined;
  const years = view.yearsInPlace;
  const parts = [period, view.ongoing && t('practices:case.ongoing')];
  if (years) parts.push(t('practices:case.years', { count: years, number: number(years) }));
  return parts.filter(Boolean).join(' · ');
}

function useBound() {
  const language = useLanguage();
  return { t: language.t, number: (value: number) => language.number(value) };
}
