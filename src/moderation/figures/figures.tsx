import { PATHS } from '../../ui/paths';
import { useLanguage } from '../../ui/language';
import { Bars } from '../../ui/parts/bars';
import { Facts } from '../../ui/parts/facts';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import { Tabs } from '../../ui/parts/tabs';
import { TitleBlock } from '../../ui/parts/title-block';
import { FIGURES } from '../moderation-paths';
import { figureWords } from './figure-words';
import { FIGURE_GROUPS, type FigureGroup, type YearlyFigures } from './figures.schema';

/** Of these every name is shown, also with nothing in it. */
const WHOLE: readonly FigureGroup[] = ['accord', 'duration', 'appeals'];

/** What was reported and decided in a year, for everybody. */
export function FiguresPage({ told }: { told: YearlyFigures }) {
  const { t } = useLanguage();
  const { year, years, complete } = told;
  const all = years.includes(year) ? years : [year, ...years];
  return (
    <div class="page">
      <TitleBlock title={t('moderation:figures.title')} lead={t('moderation:figures.lead')}>
        <p class="row small no-print">
          <Link path={`${FIGURES}.csv?year=${year}`}>{t('moderation:figures.csv')}</Link>
          <Link path={PATHS.houseRules}>{t('moderation:rules.title')}</Link>
        </p>
      </TitleBlock>
      <Tabs
        label={t('moderation:figures.years')}
        tabs={all.map((each) => ({
          label: String(each),
          path: `${FIGURES}?year=${each}`,
          current: each === year,
        }))}
      />
      <div class="section stack">
        {!complete && <p class="soft">{t('moderation:figures.running')}</p>}
        {FIGURE_GROUPS.map((group) => (
          <Group group={group} told={told} />
        ))}
        <section class="stack stack-tight" aria-labelledby="how-counted">
          <SectionHead id="how-counted" title={t('moderation:figures.how_title')} />
          <p>{t('moderation:figures.how')}</p>
          <p>{t('moderation:figures.no_machine')}</p>
        </section>
      </div>
    </div>
  );
}

function Group({ group, told: { figures, medianHours } }: { group: FigureGroup; told: YearlyFigures }) {
  const language = useLanguage();
  const { t } = language;
  const title = t(`moderation:figures.group.${group}`);
  const counted = figures.filter((each) => each.group === group);
  const shown = counted.filter(({ count }) => count > 0 || WHOLE.includes(group));
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="stack stack-tight" aria-labelledby={`figures-${group}`}>
      <SectionHead id={`figures-${group}`} title={title}>
        {!WHOLE.includes(group) && <span class="num soft">{language.number(total)}</span>}
      </SectionHead>
      {total === 0 && <p class="soft">{t('moderation:figures.none')}</p>}
      {total > 0 && (
        <Bars
          caption={title}
          columns={[
            t('moderation:figures.what'),
            t('moderation:figures.number'),
            t('moderation:figures.share'),
          ]}
          bars={shown.map((each) => ({ label: t(figureWords(each)), value: each.count }))}
        />
      )}
      {group === 'duration' && medianHours !== null && (
        <Facts facts={[{ label: t('moderation:figures.median'), value: language.number(medianHours) }]} />
      )}
    </section>
  );
}
