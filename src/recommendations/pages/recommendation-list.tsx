import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { EmptyState } from '../../ui/parts/empty-state';
import { FilterBar } from '../../ui/parts/filter-bar';
import { TitleBlock } from '../../ui/parts/title-block';
import { LEVELS, RECOMMENDATION_STATUSES } from '../recommendation-facts';
import { newRecommendationPath, recommendationsPath } from '../recommendation-paths';
import type { Choices } from '../recommendation-reading.service';
import type { RecommendationFilters, RecommendationList } from '../recommendation.schema';
import { words } from '../recommendation-words';
import { RecommendationTable } from './recommendation-table';

interface RecommendationListProps {
  slug: string;
  list: RecommendationList;
  filters: RecommendationFilters;
  choices: Choices;
  mayAdd: boolean;
  /** Buttons that follow what is looked at. */
  following: ComponentChildren;
}

export function RecommendationListPage(props: RecommendationListProps) {
  const { slug, list, filters, mayAdd, following } = props;
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('recommendations:title')}>
        <div class="row row-center">
          {mayAdd && (
            <ButtonLink path={newRecommendationPath(slug)}>{t('recommendations:new.title')}</ButtonLink>
          )}
          {following}
        </div>
      </TitleBlock>
      {list.total > 0 && <Filters {...props} />}
      {list.items.length > 0 && <RecommendationTable items={list.items} />}
      {list.items.length === 0 && (
        <EmptyState
          title={t(list.total > 0 ? 'recommendations:list.none_such' : 'recommendations:list.none')}
        >
          {list.total === 0 && Object.values(filters).every((value) => !value)
            ? t('recommendations:list.none_words')
            : undefined}
        </EmptyState>
      )}
    </div>
  );
}

function Filters({ slug, filters, choices, list, mayAdd }: RecommendationListProps) {
  const language = useLanguage();
  const { t } = language;
  const { level = '', country = '', dimension = '', status = '' } = filters;
  const countries = choices.countries.map((code) => ({ value: code, label: language.country(code) }));
  const dimensions = choices.dimensions.map(({ code, title }) => ({
    ...{ value: code, label: `${code} ${title.text}`, lang: title.locale },
  }));
  const statuses = RECOMMENDATION_STATUSES.filter((each) => mayAdd || each !== 'draft');
  return (
    <div class="stack">
      <FilterBar path={recommendationsPath(slug)} values={{ level, country, dimension, status }}>
        <Choice
          name="level"
          label={t('recommendations:field.level')}
          empty={t('recommendations:list.all')}
          options={LEVELS.map((value) => ({ value, label: t(words.level(value)) }))}
        />
        <Choice
          name="country"
          label={t('recommendations:field.country')}
          empty={t('recommendations:list.all')}
          options={language.sort(countries, ({ label }) => label)}
        />
        <Choice
          name="dimension"
          label={t('recommendations:field.dimension')}
          empty={t('recommendations:list.all')}
          options={dimensions}
        />
        <Choice
          name="status"
          label={t('recommendations:field.status')}
          empty={t('recommendations:list.all')}
          options={statuses.map((value) => ({ value, label: t(words.status(value)) }))}
        />
      </FilterBar>
      <p class="small soft" role="status">
        {t('recommendations:list.count', { count: list.items.length })}
      </p>
    </div>
  );
}
