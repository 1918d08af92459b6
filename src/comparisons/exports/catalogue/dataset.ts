import { Language } from '../../../core/i18n/language';
import { LOCALES } from '../../../core/i18n/locales';
import type { ComparisonData, Words } from '../../comparison-data';
import { periodsTold } from '../periods';
import { fundingText, permanentAddress, type Publication } from '../publication';
import { labelIn } from '../said';
import { wholeStretch } from '../stretch';
import { countryAddress, languageAddress, OPEN_TO_ALL, themeAddress } from './authorities';
import { distributions } from './distributions';
import type { GraphNode, GraphValue } from './graph';

const address = (iri: string): GraphValue => ({ address: iri });
const day = (date: string | null): GraphValue[] => (date ? [{ text: date, type: 'xsd:date' }] : []);

/** Words in every language in which people have said them. */
const inAllLanguages = (words: Words): GraphValue[] =>
  [...new Set([words.locale, ...LOCALES])].flatMap((lang) => {
    const text = labelIn(words, lang);
    return text === '' ? [] : [{ text, lang }];
  });

/** A version of a comparison as DCAT-AP 3 describes data sets. */
export function dataset(publication: Publication): GraphNode {
  const { data, origin } = publication;
  const { slug, version, publishedOn, title } = data;
  const permanent = permanentAddress(publication);
  const earlier = version > 1 ? [address(permanent.replace(/\d+$/, String(version - 1)))] : [];
  return {
    id: permanent,
    types: ['dcat:Dataset'],
    says: [
      ['dct:title', inAllLanguages(title)],
      ['dct:description', descriptions(data)],
      [
        'dct:identifier',
        [{ text: permanent }, ...(data.doi ? [{ text: `https://doi.org/${data.doi}` }] : [])],
      ],
      ['dcat:landingPage', [address(permanent)]],
      ['dct:publisher', [publisher(publication)]],
      ['dcat:contactPoint', [contact(publication)]],
      ['dcat:theme', [address(themeAddress('SOCI')), address(themeAddress('ECON'))]],
      ['dcat:keyword', data.dimensions.flatMap((each) => inAllLanguages(each.title))],
      ['dct:language', LOCALES.flatMap(languageAddress).map(address)],
      ['dct:spatial', data.countries.flatMap(({ code }) => countryAddress(code)).map(address)],
      ['dct:temporal', temporal(data)],
      ['dct:accessRights', [address(OPEN_TO_ALL)]],
      ['dct:issued', day(publishedOn)],
      ['dct:modified', day(publishedOn)],
      ['dcat:version', [{ text: String(version) }]],
      ['adms:versionNotes', data.note ? [{ text: data.note.text, lang: data.note.locale }] : []],
      ['dcat:isVersionOf', [address(`${origin}/comparisons/${slug}`)]],
      ['dcat:previousVersion', earlier],
      ['dct:provenance', provenance(publication)],
      ['dcat:distribution', distributions(publication)],
    ],
  };
}

/** What it says of itself, or else what it holds: a description is asked for. */
function descriptions({ summary, questions, countries }: ComparisonData): GraphValue[] {
  const said = summary ? inAllLanguages(summary) : [];
  const spoken = new Set(said.map((value) => ('lang' in value ? value.lang : '')));
  const counted = LOCALES.filter((locale) => !spoken.has(locale)).map((locale): GraphValue => {
    const { t } = Language.of(locale);
    const text = `${t('comparisons:data.countries', { count: countries.length })}, ${t('comparisons:data.questions', { count: questions.length })}.`;
    return { text, lang: locale };
  });
  return [...said, ...counted];
}

const publisher = ({ data: { partnership }, origin }: Publication): GraphNode => ({
  id: `${origin}/partnerships/${partnership.slug}`,
  types: ['foaf:Organization', 'foaf:Agent'],
  says: [
    ['foaf:name', [{ text: partnership.name }]],
    ['foaf:homepage', [address(`${origin}/partnerships/${partnership.slug}`)]],
  ],
});

const contact = ({ data: { partnership }, origin, contact: email }: Publication): GraphNode => ({
  types: ['vcard:Organization', 'vcard:Kind'],
  says: [
    ['vcard:fn', [{ text: partnership.name }]],
    ['vcard:hasEmail', email ? [address(`mailto:${email}`)] : []],
    ['vcard:hasURL', [address(`${origin}/partnerships/${partnership.slug}`)]],
  ],
});

/** From the first period that an answer is of to the last. */
function temporal(data: ComparisonData): GraphNode[] {
  const stretch = wholeStretch(periodsTold(data));
  if (!stretch) return [];
  return [
    {
      types: ['dct:PeriodOfTime'],
      says: [
        ['dcat:startDate', day(stretch.from)],
        ['dcat:endDate', day(stretch.to)],
      ],
    },
  ];
}

/** In the wording of the grant, in its language. */
function provenance(publication: Publication): GraphNode[] {
  const text = fundingText(publication);
  if (text === '') return [];
  const { funding, language } = publication;
  const lang = funding?.statement ? funding.lang : language.locale;
  return [{ types: ['dct:ProvenanceStatement'], says: [['rdfs:label', [{ text, lang }]]] }];
}
