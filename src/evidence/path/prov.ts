import type { PathLink, PathView, Station } from './path.schema';

/** Of the terms of PROV (W3C, 2013) and Dublin Core that the export speaks, without looking anything up. */
const CONTEXT = {
  prov: 'http://www.w3.org/ns/prov#',
  dcterms: 'http://purl.org/dc/terms/',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: { '@id': 'dcterms:title', '@container': '@language' },
  inLanguage: 'schema:inLanguage',
  kind: 'dcterms:type',
  quote: { '@id': 'prov:value' },
  url: { '@id': 'schema:url', '@type': '@id' },
  generatedAtTime: { '@id': 'prov:generatedAtTime', '@type': 'xsd:dateTime' },
  wasDerivedFrom: { '@id': 'prov:wasDerivedFrom', '@type': '@id' },
  wasQuotedFrom: { '@id': 'prov:wasQuotedFrom', '@type': '@id' },
  hadPrimarySource: { '@id': 'prov:hadPrimarySource', '@type': '@id' },
  wasRevisionOf: { '@id': 'prov:wasRevisionOf', '@type': '@id' },
};

/** What people said themselves, or what lies outside the hub: nothing here is derived from anything before it. */
const PRIMARY = new Set(['post', 'source', 'file']);

/** A path in the terms of PROV, as JSON-LD. No person is named: the pages of the stations say who spoke. */
export function asProv(view: PathView, origin: string, locale: string): Record<string, unknown> {
  const stations = new Map(view.stations.map((station) => [station.key, station]));
  const links = [...view.below, ...view.above];
  const name = (key: string) => nameOf(stations.get(key)!, origin);
  return {
    '@context': CONTEXT,
    '@graph': [
      ...view.stations.map((station) => ({
        ...entity(station, origin, locale),
        ...derivations(
          links.filter(({ statement }) => statement === station.key),
          stations,
          origin,
        ),
      })),
      ...links.flatMap((link) => revisions(link, stations.get(link.ground)!, name(link.ground))),
    ],
  };
}

const nameOf = ({ key, kind, id }: Station, origin: string): string =>
  id === null ? `_:hidden-${key}` : `${origin}/path/${kind}/${id}`;

function entity(station: Station, origin: string, locale: string): Record<string, unknown> {
  const { kind, title, path, address, at } = station;
  const url = path === null ? address : `${origin}/${locale}${path}`;
  return {
    '@id': nameOf(station, origin),
    '@type': 'prov:Entity',
    ...(kind && { kind }),
    ...(title && { title: { [title.locale]: title.text }, inLanguage: title.originalLocale }),
    ...(url && { url }),
    ...(at && { generatedAtTime: at }),
  };
}

/** As it stood when it was cited: the ground itself, or an earlier revision of it. */
function cited({ ground, revision }: PathLink, stations: Map<string, Station>, origin: string): string {
  const station = stations.get(ground)!;
  const name = nameOf(station, origin);
  return isEarlier(revision, station) ? `${name}#revision-${revision}` : name;
}

const isEarlier = (revision: number | null, station: Station): revision is number =>
  revision !== null && station.revision !== null && revision < station.revision;

function derivations(
  links: PathLink[],
  stations: Map<string, Station>,
  origin: string,
): Record<string, unknown> {
  const all = (chosen: PathLink[]) => [...new Set(chosen.map((link) => cited(link, stations, origin)))];
  const quoted = all(links.filter(({ quote }) => quote !== null));
  const primary = all(links.filter(({ ground }) => PRIMARY.has(stations.get(ground)!.kind ?? '')));
  return {
    ...(links.length > 0 && { wasDerivedFrom: all(links) }),
    ...(quoted.length > 0 && { wasQuotedFrom: quoted }),
    ...(primary.length > 0 && { hadPrimarySource: primary }),
  };
}

/** What the ground said when it was cited, where it says something else now. */
function revisions({ revision, quote }: PathLink, station: Station, name: string): Record<string, unknown>[] {
  if (!isEarlier(revision, station)) return [];
  const earlier = `${name}#revision-${revision}`;
  return [
    {
      '@id': earlier,
      '@type': 'prov:Entity',
      ...(quote && { quote: { '@value': quote.text, '@language': quote.locale } }),
    },
    { '@id': name, wasRevisionOf: earlier },
  ];
}
