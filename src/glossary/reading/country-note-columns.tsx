import { useLanguage } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import { Standing } from '../../ui/parts/standing';
import type { ConceptView } from '../concepts/concept.schema';
import { conceptPath, countryPath } from './concept-paths';

/** What the law of each country means by it, side by side. Nothing when nobody has said that it differs. */
export function CountryNoteColumns({ concept: { slug, countryNotes, can } }: { concept: ConceptView }) {
  const language = useLanguage();
  const { t } = language;
  if (countryNotes.length === 0 && !can.edit) return null;
  return (
    <section aria-labelledby="countries">
      <SectionHead id="countries" title={t('glossary:countries.title')}>
        {can.edit && (
          <Link path={`${conceptPath(slug)}/countries/new`} class="small no-print">
            {t('glossary:countries.add')}
          </Link>
        )}
      </SectionHead>
      {countryNotes.length === 0 && <p class="soft">{t('glossary:countries.none')}</p>}
      <div class="country-notes">
        {countryNotes.map(({ id, country, text }) => (
          <section
            class="stack stack-tight"
            id={`country-${country.toLowerCase()}`}
            aria-labelledby={`country-${country}-name`}
          >
            <h3 id={`country-${country}-name`}>{language.country(country)}</h3>
            <Content as="p" lang={text.locale}>
              {text.text}
            </Content>
            <p class="small">
              <Standing of={text} text={{ kind: 'country_note', id }} />
            </p>
            {can.edit && (
              <p class="small no-print">
                <Link path={countryPath(slug, country)}>
                  {t('glossary:countries.edit')}
                  <span class="visually-hidden"> {language.country(country)}</span>
                </Link>
              </p>
            )}
          </section>
        ))}
      </div>
    </section>
  );
}
