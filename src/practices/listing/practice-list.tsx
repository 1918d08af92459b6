import type { Key } from '../../core/i18n/keys';
import { useLanguage, useReading } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { EmptyState } from '../../ui/parts/empty-state';
import { Link } from '../../ui/parts/link';
import { Pages } from '../../ui/parts/pages';
import { SectionHead } from '../../ui/parts/section-head';
import { Tabs } from '../../ui/parts/tabs';
import { TitleBlock } from '../../ui/parts/title-block';
import { PracticeMap } from '../map/practice-map';
import { TASKS } from '../form/case-paths';
import { PRACTICES } from '../practice-paths';
import { listPath } from './list-address';
import { VIEWS, type Kept, type PracticePage, type ViewChoice } from './listing.schema';
import { PracticeFilter } from './practice-filter';
import { PracticeCards, PracticeRows } from './practice-rows';

export interface PracticeListProps {
  found: PracticePage;
  /** What the address says, as typed. */
  kept: Kept;
  view: ViewChoice;
}

const VIEW_WORDS: Record<ViewChoice, Key> = {
  list: 'practices:list.view.list',
  cards: 'practices:list.view.cards',
  map: 'practices:list.view.map',
};

/** All good practices: filters, then a list, cards or a map, each with an address to be passed on. */
export function PracticeList({ found, kept, view }: PracticeListProps) {
  const { t } = useLanguage();
  const { person } = useReading();
  const tabs = VIEWS.map((each) => ({
    label: t(VIEW_WORDS[each]),
    path: listPath(kept, { view: each === 'list' ? '' : each }),
    current: each === view,
  }));
  return (
    <div class="page">
      <TitleBlock title={t('practices:list.title')} lead={t('practices:list.lead')}>
        {person && (
          <p>
            <ButtonLink path={TASKS}>{t('practices:tasks.title')}</ButtonLink>
          </p>
        )}
      </TitleBlock>
      <PracticeFilter kept={kept} facets={found.facets} />
      <section class="section no-line" aria-labelledby="found">
        <SectionHead id="found" title={t('practices:list.count', { count: found.total })}>
          <Tabs label={t('practices:list.view.label')} tabs={tabs} flush />
        </SectionHead>
        {found.total === 0 ? (
          <EmptyState title={t('practices:list.none')}>{t('practices:list.none_words')}</EmptyState>
        ) : (
          <Shown found={found} kept={kept} view={view} />
        )}
      </section>
      {view !== 'map' && (
        <Pages
          page={found.page}
          pages={found.pages}
          path={(page) => listPath(kept, { page: String(page) })}
        />
      )}
      {found.total > 0 && <Files kept={kept} />}
    </div>
  );
}

function Shown({ found, kept, view }: PracticeListProps) {
  if (view === 'map')
    return (
      <PracticeMap
        marks={found.places.map((place) => ({
          ...place,
          path: listPath(kept, { region: place.code, view: '' }),
        }))}
      />
    );
  return view === 'cards' ? <PracticeCards items={found.items} /> : <PracticeRows items={found.items} />;
}

/** What was found, for work elsewhere. */
function Files({ kept }: { kept: Kept }) {
  const { t } = useLanguage();
  const file = (name: string) => listPath(kept, { view: '', sort: '' }, `${PRACTICES}/${name}`);
  return (
    <p class="row small no-print">
      <Link path={file('cases.csv')}>{t('practices:export.cases_csv')}</Link>
      <Link path={file('results.csv')}>{t('practices:export.results_csv')}</Link>
      <Link path={file('cases.json')}>{t('practices:export.json')}</Link>
    </p>
  );
}
