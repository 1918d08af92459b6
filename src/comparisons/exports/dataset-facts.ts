import { type Locale, LOCALES } from '../../core/i18n/locales';
import type { ComparisonData } from '../comparison-data';
import { DATA_FILES, FILE_NAMES } from './data-files';
import { licenceAddress } from './licence';
import { periodsTold } from './periods';
import { said } from './said';
import { wholeStretch } from './stretch';

interface Where {
  /** `https://hub.example` */
  origin: string;
  locale: Locale;
}

/** A published comparison in the words of schema.org, for the head of its page. */
export function datasetFacts({ origin, locale }: Where, data: ComparisonData): Record<string, unknown> {
  const { slug, version, publishedOn, licence, doi, partnership } = data;
  const permanent = `${origin}/comparisons/${slug}/versions/${version}`;
  const [title, summary] = [said(data.title, locale), data.summary && said(data.summary, locale)];
  const stretch = wholeStretch(periodsTold(data));
  return {
    '@context': 'https://schema.org',
    ...{ '@type': 'Dataset', '@id': permanent, url: permanent, name: title.text },
    ...{ inLanguage: [...LOCALES], isAccessibleForFree: true, version: String(version) },
    ...(summary && { description: summary.text }),
    license: licenceAddress(licence) ?? licence,
    creator: {
      '@type': 'Organization',
      name: partnership.name,
      url: `${origin}/partnerships/${partnership.slug}`,
    },
    ...(publishedOn && { datePublished: publishedOn }),
    ...(doi && { identifier: `https://doi.org/${doi}` }),
    ...(stretch && { temporalCoverage: `${stretch.from}/${stretch.to}` }),
    spatialCoverage: data.countries.map(({ code }) => ({ '@type': 'Place', identifier: code })),
    keywords: data.dimensions.map((dimension) => said(dimension.title, locale).text),
    distribution: FILE_NAMES.map((name) => ({
      '@type': 'DataDownload',
      encodingFormat: DATA_FILES[name].type.split(';')[0],
      contentUrl: `${origin}/${locale}/comparisons/${slug}/versions/${version}/data/${name}`,
    })),
  };
}
