import { type Locale, LOCALES } from '../../../core/i18n/locales';
import { Language } from '../../../core/i18n/language';
import { DATA_FILES, FILE_NAMES, type FileName } from '../data-files';
import { licenceAddress } from '../licence';
import { permanentAddress, type Publication } from '../publication';
import { fileType, languageAddress, licenceAuthority, STAYS } from './authorities';
import type { GraphNode, GraphValue } from './graph';

const TYPES: Record<FileName, { code: string; conformsTo?: string }> = {
  'data.xlsx': { code: 'XLSX' },
  'data.csv': { code: 'CSV', conformsTo: 'https://www.rfc-editor.org/rfc/rfc4180' },
  'data.excel.csv': { code: 'CSV' },
  'data.sdmx.csv': { code: 'CSV', conformsTo: 'https://github.com/sdmx-twg/sdmx-csv' },
  'data.tsv': { code: 'TSV' },
  'data.json': { code: 'JSON' },
  'data.jsonstat.json': { code: 'JSON', conformsTo: 'https://json-stat.org/full/' },
  'codes.csv': { code: 'CSV', conformsTo: 'https://www.rfc-editor.org/rfc/rfc4180' },
  'brief.pdf': { code: 'PDF', conformsTo: 'https://www.iso.org/standard/64599.html' },
};

const address = (iri: string): GraphValue => ({ address: iri });

/** Every file of a version; those that speak a language once in each. */
export const distributions = (publication: Publication): GraphNode[] =>
  FILE_NAMES.flatMap((name) =>
    DATA_FILES[name].spoken
      ? LOCALES.map((locale) => distribution(publication, name, locale))
      : [distribution(publication, name)],
  );

function distribution(publication: Publication, name: FileName, locale?: Locale): GraphNode {
  const { data, origin } = publication;
  const permanent = permanentAddress(publication);
  const path = permanent.slice(origin.length);
  const file = `${origin}/${locale ?? data.title.locale}${path}/data/${name}`;
  const { code, conformsTo } = TYPES[name];
  const titles = (locale ? [locale] : LOCALES).map((each): GraphValue => {
    const { t } = Language.of(each);
    return { text: t(`comparisons:data.file.${keyOf(name)}.name`), lang: each };
  });
  const uses = (locale ? [locale] : LOCALES).map((each): GraphValue => {
    const { t } = Language.of(each);
    return { text: t(`comparisons:data.file.${keyOf(name)}.use`), lang: each };
  });
  return {
    id: `${permanent}/data/${name}${locale ? `#${locale}` : ''}`,
    types: ['dcat:Distribution'],
    says: [
      ['dct:title', titles],
      ['dct:description', uses],
      ['dcat:accessURL', [address(`${permanent}/data`)]],
      ['dcat:downloadURL', [address(file)]],
      ['dcat:mediaType', [address(mediaType(DATA_FILES[name].type))]],
      ['dct:format', [address(fileType(code))]],
      ['dct:conformsTo', conformsTo ? [address(conformsTo)] : []],
      ['dct:language', (locale ? [locale] : LOCALES).flatMap(languageAddress).map(address)],
      ['dct:license', licenceOf(data.licence)],
      ['dcatap:availability', [address(STAYS)]],
    ],
  };
}

const mediaType = (type: string): string =>
  `https://www.iana.org/assignments/media-types/${type.split(';')[0]!}`;

const licenceOf = (licence: string): GraphValue[] =>
  [...licenceAuthority(licence), licenceAddress(licence)]
    .filter((each): each is string => each !== undefined)
    .slice(0, 1)
    .map(address);

const KEYS = {
  'data.xlsx': 'xlsx',
  'data.csv': 'csv',
  'data.excel.csv': 'desk',
  'data.sdmx.csv': 'sdmx',
  'data.tsv': 'tsv',
  'data.json': 'json',
  'data.jsonstat.json': 'json_stat',
  'codes.csv': 'codes',
  'brief.pdf': 'brief',
} as const satisfies Record<FileName, string>;

/** By which its words are found. */
export const keyOf = (name: FileName) => KEYS[name];
