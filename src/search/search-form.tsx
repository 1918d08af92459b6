import { LOCALES, ownName } from '../core/i18n/locales';
import { useLanguage } from '../ui/language';
import { Button } from '../ui/parts/button';
import { Choice, type Option } from '../ui/parts/choice';
import { Field } from '../ui/parts/field';
import { Form } from '../ui/parts/form';
import { Hidden } from '../ui/parts/hidden';
import { Link } from '../ui/parts/link';
import { LIMITS, addressOf, fieldsOf } from './search-address';
import type { SearchAnswer, SearchInput } from './search.schema';

interface SearchFormProps {
  input: SearchInput;
  facets: SearchAnswer['facets'];
  kinds: Option[];
  /** Those of what was found, and the chosen one. */
  themes: Option[];
}

export function SearchForm({ input, facets, kinds, themes }: SearchFormProps) {
  const { t } = useLanguage();
  const limited = LIMITS.some((name) => input[name]);
  const none = Object.fromEntries(LIMITS.map((name) => [name, '']));
  return (
    <Form
      action="/search"
      method="get"
      role="search"
      id="find"
      class="stack search-form"
      label={t('search:title')}
      state={{ values: fieldsOf(input), problems: [] }}
    >
      <div class="search-words">
        <Field name="q" type="search" label={t('search:query')} hint={t('search:hint')} />
        <Button kind="main">{t('search:submit')}</Button>
      </div>
      {input.across === 'no' && <Hidden name="across" />}
      {input.platform && <Hidden name="platform" />}
      <details class="search-limits" open={limited}>
        <summary>{t('search:filters')}</summary>
        <Limits facets={facets} kinds={kinds} themes={themes} input={input} />
        {limited && (
          <Link path={addressOf(input, none)} class="small">
            {t('search:clear')}
          </Link>
        )}
      </details>
    </Form>
  );
}

/** Rooms, people and countries are those of what was found; the chosen one stays. */
function Limits({ facets, kinds, themes, input }: SearchFormProps) {
  const language = useLanguage();
  const { t } = language;
  const named = (list: SearchAnswer['facets']['rooms']): Option[] =>
    list.map(({ value, name, locale }) => ({ value, label: name, ...(locale && { lang: locale }) }));
  const kept = (options: Option[], chosen: string | undefined): Option[] =>
    !chosen || options.some(({ value }) => value === chosen)
      ? options
      : [...options, { value: chosen, label: '–' }];
  const countries = facets.countries.map(({ value }) => ({ value, label: language.country(value) }));
  const languages = LOCALES.map((locale) => ({ value: locale, label: ownName(locale), lang: locale }));
  return (
    <div class="filter-bar">
      <Choice name="kind" label={t('search:kind')} empty={t('search:all_kinds')} options={kinds} />
      <Choice
        name="language"
        label={t('search:language')}
        empty={t('search:all_languages')}
        options={languages}
      />
      <Choice
        name="room"
        label={t('search:room')}
        empty={t('search:all_rooms')}
        options={kept(named(facets.rooms), input.room)}
      />
      {themes.length > 0 && (
        <Choice name="theme" label={t('search:theme')} empty={t('search:all_themes')} options={themes} />
      )}
      <Choice
        name="person"
        label={t('search:person')}
        empty={t('search:all_people')}
        options={kept(named(facets.people), input.person)}
      />
      <Choice
        name="partnership"
        label={t('search:partnership')}
        empty={t('search:all_partnerships')}
        options={kept(named(facets.partnerships), input.partnership)}
      />
      <Choice
        name="country"
        label={t('search:country')}
        empty={t('search:all_countries')}
        options={kept(countries, input.country)}
      />
      <Field name="from" type="date" label={t('search:from')} />
      <Field name="to" type="date" label={t('search:to')} />
    </div>
  );
}
