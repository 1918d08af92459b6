import type { Key } from '../../core/i18n/keys';
import { useLanguage } from '../../ui/language';
import { Choice, type Option } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { FilterBar } from '../../ui/parts/filter-bar';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { placeAt } from '../map/places';
import { useFacetWords } from './facet-words';
import { listPath } from './list-address';
import { SORTS, type Facet, type Kept, type PracticePage } from './listing.schema';

interface PracticeFilterProps {
  kept: Kept;
  facets: PracticePage['facets'];
}

const CHOICES: [Facet, Key, Key][] = [
  ['theme', 'practices:list.theme', 'practices:list.all_themes'],
  ['country', 'practices:list.country', 'practices:list.all_countries'],
  ['cooperation', 'practices:list.cooperation', 'practices:list.all_cooperations'],
  ['language', 'practices:list.language', 'practices:list.all_languages'],
  ['rating', 'practices:list.rating', 'practices:list.all_ratings'],
  ['level', 'practices:list.level', 'practices:list.all_levels'],
  ['state', 'practices:list.state', 'practices:list.all_states'],
];

/** Narrows the list; each choice says how many cases it leaves. */
export function PracticeFilter({ kept, facets }: PracticeFilterProps) {
  const { t } = useLanguage();
  const { view = '', ...filters } = kept;
  const sorts = SORTS.filter((sort) => sort !== 'newest');
  return (
    <>
      <FilterBar path={listPath({ view })} values={filters}>
        <Field name="q" type="search" label={t('practices:list.words')} />
        {CHOICES.filter(([facet]) => facet !== 'state' || facets.state.length > 1 || kept.state).map(
          ([facet, label, empty]) => (
            <FacetChoice facet={facet} label={t(label)} empty={t(empty)} kept={kept} facets={facets} />
          ),
        )}
        <Choice
          name="sort"
          label={t('practices:list.sort')}
          empty={t('practices:list.by.newest')}
          options={sorts.map((value) => ({ value, label: t(`practices:list.by.${value}`) }))}
        />
        {view && <Hidden name="view" value={view} />}
        {kept.region && <Hidden name="region" value={kept.region} />}
      </FilterBar>
      {kept.region && <Region kept={kept} code={kept.region} />}
    </>
  );
}

function FacetChoice({
  facet,
  kept,
  facets,
  ...words
}: PracticeFilterProps & { facet: Facet; label: string; empty: string }) {
  const language = useLanguage();
  const say = useFacetWords();
  const chosen = kept[facet];
  const counted = facets[facet];
  const all = !chosen || counted.some(({ value }) => value === chosen) ? counted : [...counted, none(chosen)];
  const options: Option[] = all.map(({ value, count }) => ({
    value,
    label: language.t('practices:list.counted', { label: say(facet, value), number: language.number(count) }),
  }));
  return <Choice name={facet} {...words} options={language.sort(options, ({ label }) => label)} />;
}

/** What is chosen stays in the list, though it leaves nothing. */
const none = (value: string) => ({ value, count: 0 });

/** Chosen on the map: said in words, with the way back to all. */
function Region({ kept, code }: { kept: Kept; code: string }) {
  const language = useLanguage();
  const { t } = language;
  const place = placeAt(code);
  return (
    <p class="row small">
      <span>
        {t('practices:map.region')}:{' '}
        {place?.name ? (
          <b lang={place.language}>{place.name}</b>
        ) : (
          <b>{code.length === 2 ? t('practices:map.whole', { country: language.country(code) }) : code}</b>
        )}
      </span>
      <Link path={listPath(kept, { region: '' })}>{t('practices:list.everywhere')}</Link>
    </p>
  );
}
