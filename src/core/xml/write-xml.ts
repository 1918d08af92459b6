/** An element to be written. `inline`: nothing may be put between its children, since white space counts there. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string | undefined>;
  children: (XmlNode | string)[];
  inline: boolean;
}

type Attributes = XmlNode['attributes'];

/** An element whose children stand on lines of their own. */
export const block = (name: string, attributes: Attributes, children: XmlNode[] = []): XmlNode => ({
  name,
  attributes,
  children,
  inline: false,
});

/** An element that holds text, and whatever stands in the middle of text. */
export const inline = (
  name: string,
  attributes: Attributes = {},
  children: (XmlNode | string)[] = [],
): XmlNode => ({
  name,
  attributes,
  children,
  inline: true,
});

/** The same document for the same nodes, byte by byte: UTF-8 without a mark, line feeds, two spaces. */
export function writeXml(root: XmlNode): string {
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  write(root, '', lines);
  return lines.join('');
}

function write(node: XmlNode, indent: string, lines: string[]): void {
  if (node.inline || node.children.length === 0) {
    lines.push(indent, inOneLine(node), '\n');
    return;
  }
  lines.push(`${indent}<${node.name}${written(node.attributes)}>\n`);
  for (const child of node.children) if (typeof child !== 'string') write(child, `${indent}  `, lines);
  lines.push(`${indent}</${node.name}>\n`);
}

function inOneLine({ name, attributes, children }: XmlNode): string {
  const start = `<${name}${written(attributes)}`;
  if (children.length === 0) return `${start}/>`;
  const inside = children.map((child) => (typeof child === 'string' ? escapeText(child) : inOneLine(child)));
  return `${start}>${inside.join('')}</${name}>`;
}

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`))
    .join('');

/** What XML 1.0 has no way to write, not even by number; with /u halves of pairs are found alone. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/u;

export const isWritable = (text: string): boolean => !UNWRITABLE.test(text);

/** The text in parts: what can be written, and single characters that cannot. */
export function writableParts(text: string): { text: string; writable: boolean }[] {
  if (isWritable(text)) return [{ text, writable: true }];
  return text
    .split(/([\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff])/u)
    .map((part, place) => ({ text: part, writable: place % 2 === 0 }))
    .filter((part) => part.text !== '');
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** @throws RangeError for characters that are not of XML: a document that nobody can read is worse than none. */
export function escapeText(text: string): string {
  return escape(text, /[&<>\r]/g);
}

/** Readers make spaces of line breaks in attributes unless they are written by number. */
export function escapeAttribute(text: string): string {
  return escape(text, /[&<>"\t\n\r]/g);
}

function escape(text: string, special: RegExp): string {
  if (!isWritable(text)) throw new RangeError('A character that XML cannot hold');
  return text.replace(special, (character) => ESCAPES[character]!);
}
