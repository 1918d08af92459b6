import { freshForm } from '../../../core/http/form';
import { COUNTRIES } from '../../../directory/countries';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Choice } from '../../../ui/parts/choice';
import { EmptyState } from '../../../ui/parts/empty-state';
import { Form } from '../../../ui/parts/form';
import { Hidden } from '../../../ui/parts/hidden';
import { Link } from '../../../ui/parts/link';
import { SectionHead } from '../../../ui/parts/section-head';
import { isAggregate } from '../../comparison-facts';
import type { ComparisonRow } from '../../comparison.access';
import { editingPath } from '../comparison-paths';
import type { ComparedCountry, PlatformChoice } from '../countries/compared-countries.service';
import { AGGREGATES } from '../countries/country.schema';
import type { RefusedForm } from './editing-frame.service';

interface CountriesEditingProps {
  comparison: ComparisonRow;
  countries: ComparedCountry[];
  choices: PlatformChoice[];
  refused?: RefusedForm;
}

/** Who is asked: by its platform where there is one. */
export function CountriesEditing({ comparison, countries, choices, refused }: CountriesEditingProps) {
  const { t } = useLanguage();
  const action = editingPath(comparison.slug, 'countries');
  return (
    <>
      <p class="soft">{t('comparisons:countries.lead')}</p>
      {countries.length === 0 && <EmptyState title={t('comparisons:countries.none')} />}
      <ol class="list list-close">
        {countries.map((country) => (
          <CountryLine action={action} country={country} {...(refused && { refused })} />
        ))}
      </ol>
      {choices.length > 0 && (
        <section aria-labelledby="platforms-title">
          <SectionHead id="platforms-title" title={t('comparisons:countries.of_platforms')} />
          <ul class="list list-close">
            {choices.map((choice) => (
              <PlatformLine action={action} choice={choice} />
            ))}
          </ul>
        </section>
      )}
      <OtherCountry action={action} countries={countries} {...(refused?.at === 'new' && { refused })} />
    </>
  );
}

interface CountryLineProps {
  action: string;
  country: ComparedCountry;
  refused?: RefusedForm;
}

function CountryLine({ action, country: { code, platform, answers }, refused }: CountryLineProps) {
  const language = useLanguage();
  const { t } = language;
  const name = isAggregate(code) ? t('comparisons:countries.group', { code }) : language.country(code);
  return (
    <li class="with-action" id={`country-${code}`}>
      <div>
        <p>{name}</p>
        <p class="row row-center small soft">
          {platform ? (
            <Link path={`/platforms/${platform.slug}`} lang={platform.locale}>
              {platform.name}
            </Link>
          ) : (
            <span>{t('comparisons:countries.from_sources')}</span>
          )}
          {answers > 0 && <span>{t('comparisons:structure.answers', { count: answers })}</span>}
        </p>
      </div>
      {answers === 0 && (
        <Form
          action={`${action}/${code}/remove`}
          id={`remove-${code}`}
          {...(refused?.at === code && { state: refused.state })}
        >
          <Button small kind="danger" label={t('comparisons:structure.remove_named', { name })}>
            {t('comparisons:structure.remove')}
          </Button>
        </Form>
      )}
    </li>
  );
}

function PlatformLine({ action, choice }: { action: string; choice: PlatformChoice }) {
  const { t } = useLanguage();
  const { id, country, name, locale } = choice;
  return (
    <li class="with-action">
      <p lang={locale}>{name}</p>
      <Form action={action} id={`platform-${country}`}>
        <Hidden name="country" value={country} />
        <Hidden name="platform" value={id} />
        <Button small label={t('comparisons:countries.add_named', { name })}>
          {t('comparisons:countries.add')}
        </Button>
      </Form>
    </li>
  );
}

function OtherCountry({
  action,
  countries,
  refused,
}: Omit<CountriesEditingProps, 'comparison' | 'choices'> & { action: string }) {
  const language = useLanguage();
  const { t } = language;
  const taken = new Set(countries.map(({ code }) => code));
  const states = COUNTRIES.filter((code) => code !== 'EU' && !taken.has(code)).map((code) => ({
    value: code,
    label: language.country(code),
  }));
  const groups = AGGREGATES.filter((code) => !taken.has(code)).map((code) => ({
    value: code,
    label: t('comparisons:countries.group', { code }),
  }));
  return (
    <section aria-labelledby="other-title">
      <SectionHead id="other-title" title={t('comparisons:countries.other')} />
      <Form action={action} id="add" state={refused?.state ?? freshForm()}>
        <Choice
          name="country"
          label={t('comparisons:countries.country')}
          hint={t('comparisons:countries.other_hint')}
          empty={t('comparisons:countries.choose')}
          options={[...language.sort(states, ({ label }) => label), ...groups]}
        />
        <div>
          <Button>{t('comparisons:countries.add')}</Button>
        </div>
      </Form>
    </section>
  );
}
