import { useHref, useLanguage } from '../../../ui/language';
import { Choice } from '../../../ui/parts/choice';
import { Facts } from '../../../ui/parts/facts';
import { FilterBar } from '../../../ui/parts/filter-bar';
import { SectionHead } from '../../../ui/parts/section-head';
import { Time } from '../../../ui/parts/time';
import { TitleBlock } from '../../../ui/parts/title-block';
import { wordsIn } from '../../reading/words-in';
import { keyOf } from '../catalogue/distributions';
import { FILE_NAMES } from '../data-files';
import { countryName } from '../formats/tidy';
import { licenceAddress } from '../licence';
import { permanentAddress, type Publication } from '../publication';

interface DataPageProps {
  /** As it is narrowed. */
  publication: Publication;
  /** Of the comparison, in the version that is read. */
  path: string;
  locales: readonly string[];
}

/** Every format, what it is good for, and what must be known before numbers are used. */
export function DataPage({ publication, path, locales }: DataPageProps) {
  const { t } = useLanguage();
  const { data } = publication;
  const title = wordsIn(data.title, locales);
  return (
    <div class="page">
      <TitleBlock
        title={t('comparisons:data.title')}
        above={
          <>
            <span lang={title.locale}>{title.text}</span>
            <span>
              {t('comparisons:data.version')} {data.version}
              {data.publishedOn && (
                <>
                  , <Time value={data.publishedOn} as="calendar" />
                </>
              )}
            </span>
          </>
        }
        lead={t('comparisons:data.lead')}
      />
      <Narrowing publication={publication} path={path} locales={locales} />
      <FileTable publication={publication} path={path} />
      <Rules />
      <About publication={publication} path={path} />
    </div>
  );
}

function Narrowing({ publication: { narrowing, whole }, path, locales }: DataPageProps) {
  const language = useLanguage();
  const { t } = language;
  const countries = whole.countries.map(({ code }) => ({
    value: code.toLowerCase(),
    label: countryName(language, code),
  }));
  const dimensions = whole.dimensions.map(({ code, title }) => {
    const { text, locale } = wordsIn(title, locales);
    return { value: code.toLowerCase(), label: `${code} ${text}`, lang: locale };
  });
  return (
    <FilterBar
      path={`${path}/data`}
      values={{ country: narrowing.country ?? '', dimension: narrowing.dimension ?? '' }}
    >
      <Choice
        name="country"
        label={t('comparisons:data.country')}
        options={countries}
        empty={t('comparisons:data.all_countries')}
        optional="silently"
      />
      <Choice
        name="dimension"
        label={t('comparisons:data.dimension')}
        options={dimensions}
        empty={t('comparisons:data.all_dimensions')}
        optional="silently"
      />
    </FilterBar>
  );
}

/** What narrows the page narrows its files. */
function queryOf({ narrowing }: Publication): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(narrowing))
    if (value !== undefined) query.set(name, String(value));
  return query.size > 0 ? `?${query.toString()}` : '';
}

function FileTable({ publication, path }: Pick<DataPageProps, 'publication' | 'path'>) {
  const { t } = useLanguage();
  const href = useHref();
  const query = queryOf(publication);
  return (
    <section class="section stack" aria-labelledby="files">
      <SectionHead id="files" title={t('comparisons:data.files')} />
      <div class="scroll" role="group" aria-labelledby="files" tabIndex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t('comparisons:data.format')}</th>
              <th scope="col">{t('comparisons:data.use')}</th>
            </tr>
          </thead>
          <tbody>
            {FILE_NAMES.map((name) => (
              <tr>
                <th scope="row">
                  <a href={`${href(`${path}/data/${name}`)}${query}`} download>
                    {t(`comparisons:data.file.${keyOf(name)}.name`)}
                  </a>
                </th>
                <td>{t(`comparisons:data.file.${keyOf(name)}.use`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Rules() {
  const { t } = useLanguage();
  return (
    <section class="section stack" aria-labelledby="to-know">
      <SectionHead id="to-know" title={t('comparisons:data.to_know')} />
      <ul class="list list-close">
        <li>{t('comparisons:data.no_rank')}</li>
        <li>{t('comparisons:data.different_things')}</li>
        <li>{t('comparisons:data.few_persons')}</li>
        <li>{t('comparisons:data.not_nought')}</li>
        <li>{t('comparisons:data.codes_words')}</li>
        <li>{t('comparisons:data.by_people')}</li>
      </ul>
    </section>
  );
}

function About({ publication, path }: Pick<DataPageProps, 'publication' | 'path'>) {
  const { t } = useLanguage();
  const href = useHref();
  const { data, contact } = publication;
  const licence = licenceAddress(data.licence);
  const permanent = permanentAddress(publication);
  return (
    <section class="section stack" aria-labelledby="about">
      <SectionHead id="about" title={t('comparisons:data.about')} />
      <Facts
        facts={[
          { label: t('comparisons:data.permanent'), value: <a href={permanent}>{permanent}</a> },
          {
            label: t('comparisons:data.licence'),
            value: licence ? <a href={licence}>{data.licence}</a> : data.licence,
          },
          { label: t('comparisons:data.publisher'), value: data.partnership.name },
          { label: t('comparisons:data.contact'), value: contact },
          {
            label: t('comparisons:data.programs'),
            value: <code>{`/api/v1/comparisons/${data.slug}/versions/${data.version}`}</code>,
          },
          {
            label: t('comparisons:data.portals'),
            value: (
              <>
                <a href={href(`${path}/data/dcat.jsonld`)}>DCAT-AP, JSON-LD</a> ·{' '}
                <a href={href(`${path}/data/dcat.ttl`)}>DCAT-AP, Turtle</a> ·{' '}
                <a href={href('/comparisons/catalogue.jsonld')}>{t('comparisons:data.catalogue_title')}</a>
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
