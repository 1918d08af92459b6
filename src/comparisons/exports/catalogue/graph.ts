/** A node of linked data: what it is, and what is said of it in the order in which it is written. */
export interface GraphNode {
  /** Its address; absent: it is known only by what it belongs to. */
  id?: string;
  types: readonly Name[];
  says: readonly (readonly [Name, readonly GraphValue[]])[];
}

/** In one of the vocabularies below: `dct:title`. */
export type Name = `${keyof typeof VOCABULARIES}:${string}`;

export type GraphValue =
  GraphNode | { address: string } | { text: string; lang: string } | { text: string; type?: Name };

export const VOCABULARIES = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

type Json = string | { [name: string]: Json } | Json[];

/** JSON-LD 1.1 with a context of its own, so that nobody must be asked what it means. */
export const jsonLd = (node: GraphNode): string =>
  JSON.stringify({ '@context': VOCABULARIES, ...(asJson(node) as object) }, null, 1);

function asJson(value: GraphValue): Json {
  if ('address' in value) return { '@id': value.address };
  if ('lang' in value) return { '@language': value.lang, '@value': value.text };
  if ('text' in value) return value.type ? { '@type': value.type, '@value': value.text } : value.text;
  const said = value.says.filter(([, values]) => values.length > 0);
  return {
    ...(value.id !== undefined && { '@id': value.id }),
    ...(value.types.length > 0 && { '@type': [...value.types] }),
    ...Object.fromEntries(said.map(([name, values]) => [name, values.map(asJson)])),
  };
}

/** The same in Turtle. */
export function turtle(node: GraphNode): string {
  const prefixes = Object.entries(VOCABULARIES).map(([name, address]) => `@prefix ${name}: <${address}> .`);
  const subjects = new Map<string, GraphNode>();
  collect(node, subjects);
  const blocks = [...subjects.values()].map((each) => `${iri(each.id!)} ${statements(each, '  ')} .`);
  return [...prefixes, '', ...blocks, ''].join('\n');
}

/** Nodes with an address are told once, on their own. */
function collect(node: GraphNode, subjects: Map<string, GraphNode>): void {
  if (node.id !== undefined && node.says.length > 0) subjects.set(node.id, node);
  for (const [, values] of node.says)
    for (const value of values) if ('says' in value) collect(value, subjects);
}

function statements({ types, says }: GraphNode, indent: string): string {
  const kinds = types.length > 0 ? [`a ${types.join(', ')}`] : [];
  const said = says
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `${name} ${values.map((value) => inTurtle(value, indent)).join(', ')}`);
  return [...kinds, ...said].join(` ;\n${indent}`);
}

function inTurtle(value: GraphValue, indent: string): string {
  if ('address' in value) return iri(value.address);
  if ('lang' in value) return `${literal(value.text)}@${value.lang}`;
  if ('text' in value) return literal(value.text) + (value.type ? `^^${value.type}` : '');
  if (value.id !== undefined && value.says.length > 0) return iri(value.id);
  if (value.id !== undefined) return iri(value.id);
  return `[\n${indent}  ${statements(value, `${indent}  `)}\n${indent}]`;
}

/** Signs that no address in Turtle may hold are written as they stand in addresses. */
const iri = (address: string): string =>
  `<${address.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (sign) => encodeURIComponent(sign))}>`;

const ESCAPES: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const literal = (text: string): string => `"${text.replace(/["\\\n\r\t]/g, (sign) => ESCAPES[sign]!)}"`;
