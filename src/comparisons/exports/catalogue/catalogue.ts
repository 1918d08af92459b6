import { Language } from '../../../core/i18n/language';
import { LOCALES } from '../../../core/i18n/locales';
import type { Publication } from '../publication';
import { languageAddress, THEMES } from './authorities';
import { dataset } from './dataset';
import type { GraphNode, GraphValue } from './graph';

const HUB = 'Polylog';

/** All published comparisons of a hub, for portals of open data. */
export function catalogue(origin: string, publications: readonly Publication[]): GraphNode {
  const address = `${origin}/comparisons`;
  const dates = publications.flatMap(({ data }) => data.publishedOn ?? []).sort();
  const day = (date: string | undefined): GraphValue[] => (date ? [{ text: date, type: 'xsd:date' }] : []);
  const inAll = (key: 'catalogue_title' | 'catalogue_words'): GraphValue[] =>
    LOCALES.map((lang) => ({ text: Language.of(lang).t(`comparisons:data.${key}`), lang }));
  return {
    id: `${address}/catalogue`,
    types: ['dcat:Catalog'],
    says: [
      ['dct:title', inAll('catalogue_title')],
      ['dct:description', inAll('catalogue_words')],
      ['dct:publisher', [hub(origin)]],
      ['foaf:homepage', [{ address }]],
      ['dct:language', LOCALES.flatMap(languageAddress).map((each) => ({ address: each }))],
      ['dcat:themeTaxonomy', [{ address: THEMES }]],
      ['dct:issued', day(dates[0])],
      ['dct:modified', day(dates.at(-1))],
      ['dcat:dataset', publications.map(dataset)],
    ],
  };
}

const hub = (origin: string): GraphNode => ({
  id: origin,
  types: ['foaf:Organization', 'foaf:Agent'],
  says: [
    ['foaf:name', [{ text: HUB }]],
    ['foaf:homepage', [{ address: origin }]],
  ],
});
