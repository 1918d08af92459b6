import { useLanguage } from '../ui/language';
import { ButtonLink } from '../ui/parts/button';
import { Choice } from '../ui/parts/choice';
import { EmptyState } from '../ui/parts/empty-state';
import { Field } from '../ui/parts/field';
import { FilterBar } from '../ui/parts/filter-bar';
import { Tag } from '../ui/parts/marks';
import { Pages } from '../ui/parts/pages';
import { SectionHead } from '../ui/parts/section-head';
import { TitleBlock } from '../ui/parts/title-block';
import { OrganisationLink } from './organisation';
import { ORGANISATION_TYPES } from './organisation.entity';
import type { OrganisationPage, OrganisationView } from './organisation.schema';
import { TYPE_WORDS } from './organisation-types';

export interface OrganisationListProps {
  found: OrganisationPage;
  /** As typed: what the fields of the filter show. */
  filters: Record<string, string>;
  /** Countries that organisations come from. */
  countries: string[];
  mayCreate: boolean;
}

export function OrganisationList({ found, filters, countries, mayCreate }: OrganisationListProps) {
  const { t } = useLanguage();
  const [real, demo] = [false, true].map((wanted) => found.items.filter((item) => item.demo === wanted));
  return (
    <div class="page">
      <TitleBlock title={t('directory:title')} lead={t('directory:lead')}>
        {mayCreate && (
          <p class="row">
            <ButtonLink path="/organisations/new">{t('directory:add')}</ButtonLink>
          </p>
        )}
      </TitleBlock>
      <OrganisationFilter filters={filters} countries={countries} />
      <section class="section no-line" aria-labelledby="found">
        <SectionHead id="found" title={t('directory:count', { count: found.total - found.demo })} />
        {found.total === 0 && (
          <EmptyState title={t('directory:none.title')}>{t('directory:none.words')}</EmptyState>
        )}
        <Register organisations={real ?? []} />
      </section>
      {demo && demo.length > 0 && <Demonstration organisations={demo} />}
      <Pages page={found.page} pages={found.pages} path={pathOf(filters)} />
    </div>
  );
}

/** The address of each page of what was found. */
export const pathOf = (filters: Record<string, string>) => (page: number) => {
  const used = Object.entries(filters).filter(([name, value]) => value && name !== 'page');
  return `/organisations?${new URLSearchParams([...used, ['page', String(page)]]).toString()}`;
};

function OrganisationFilter({ filters, countries }: Pick<OrganisationListProps, 'filters' | 'countries'>) {
  const language = useLanguage();
  const { t } = language;
  const inOrder = <Value extends string>(values: readonly Value[], words: (value: Value) => string) =>
    language.sort(
      values.map((value) => ({ value, label: words(value) })),
      ({ label }) => label,
    );
  return (
    <FilterBar path="/organisations" values={filters}>
      <Field name="q" type="search" label={t('directory:filter.words')} />
      <Choice
        name="country"
        label={t('directory:filter.country')}
        empty={t('directory:filter.all_countries')}
        options={inOrder(countries, (code) => language.country(code))}
      />
      <Choice
        name="type"
        label={t('directory:filter.type')}
        empty={t('directory:filter.all_types')}
        options={inOrder(ORGANISATION_TYPES, (type) => t(TYPE_WORDS[type]))}
      />
    </FilterBar>
  );
}

function Demonstration({ organisations }: { organisations: OrganisationView[] }) {
  const { t } = useLanguage();
  return (
    <section class="section" aria-labelledby="demonstration">
      <SectionHead id="demonstration" title={t('directory:demo.title')}>
        <span class="small soft">{t('directory:demo.words')}</span>
      </SectionHead>
      <Register organisations={organisations} />
    </section>
  );
}

function Register({ organisations }: { organisations: OrganisationView[] }) {
  if (organisations.length === 0) return null;
  return (
    <ul class="list list-close register">
      {organisations.map((organisation) => (
        <OrganisationRow organisation={organisation} />
      ))}
    </ul>
  );
}

export function OrganisationRow({ organisation }: { organisation: OrganisationView }) {
  const language = useLanguage();
  const { t, locale } = language;
  const { city, type, demo, alternatives } = organisation;
  const own = alternatives.find(({ lang }) => lang === locale && lang !== organisation.lang);
  return (
    <li>
      <span class="item-title">
        <OrganisationLink organisation={organisation} />
      </span>
      {own && <span class="small">{own.name}</span>}
      <span class="small soft dots">
        <span>{t(TYPE_WORDS[type])}</span>
        {city && <span>{city}</span>}
        <span>{language.country(organisation.country)}</span>
        {demo && <Tag>{t('directory:demo.mark')}</Tag>}
      </span>
    </li>
  );
}
