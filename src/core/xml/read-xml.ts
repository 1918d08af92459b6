import { setImmediate } from 'node:timers/promises';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { agrees, encodingOf } from './decoding';
import { XmlElement } from './xml-element';
import { XmlFault, type XmlFaultKind } from './xml-fault';

/** An honest document of translations has ten levels and five attributes. */
const DEEPEST = 64;
const MOST_ATTRIBUTES = 64;
/** Ten elements for each of fifty thousand segments. Each takes memory, however short it is. */
const MOST_ELEMENTS = 500_000;
/** Bytes between two pauses in which the process serves others. */
const SLICE = 128 * 1024;

const XML = 'http://www.w3.org/XML/1998/namespace';

/**
 * Reads a document of XML 1.0 strictly: well-formed with namespaces, UTF-8 or UTF-16, no document type and therefore
 * no entities but the five. How long it is, is the caller's to limit.
 * @throws XmlFault at the first thing that is wrong
 */
export async function readXml(bytes: Buffer): Promise<XmlElement> {
  const encoding = encodingOf(bytes);
  const reading = new Reading(encoding);
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += SLICE) {
    reading.write(() => decoder.decode(bytes.subarray(at, at + SLICE), { stream: true }));
    await setImmediate();
  }
  reading.write(() => decoder.decode());
  return reading.end();
}

class Reading {
  private readonly parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  private readonly open: XmlElement[] = [];
  private root?: XmlElement;
  private elements = 0;
  private attributes = 0;
  /** Where the element begins whose attributes are being read. */
  private line = 1;

  constructor(encoding: ReturnType<typeof encodingOf>) {
    const { parser } = this;
    parser.on('error', (error) =>
      this.refuse(/entit/.test(error.message) ? 'entity' : 'malformed', error.message),
    );
    parser.on('doctype', () => this.refuse('doctype'));
    parser.on('xmldecl', ({ version, encoding: declared }) => {
      if (version !== '1.0') this.refuse('malformed');
      if (!agrees(declared, encoding)) this.refuse('encoding');
    });
    parser.on('opentagstart', () => this.begin());
    parser.on('attribute', () => {
      if (++this.attributes > MOST_ATTRIBUTES) this.refuse('crowded');
    });
    parser.on('opentag', (tag) => this.opened(tag));
    parser.on('closetag', () => void this.open.pop());
    parser.on('text', (text) => this.said(text));
    parser.on('cdata', (text) => this.said(text));
  }

  write(decode: () => string): void {
    this.parser.write(this.decoded(decode));
  }

  end(): XmlElement {
    this.parser.close();
    return this.root ?? this.refuse('malformed');
  }

  private decoded(decode: () => string): string {
    try {
      return decode();
    } catch {
      return this.refuse('encoding');
    }
  }

  private begin(): void {
    if (this.open.length >= DEEPEST) this.refuse('too_deep');
    if (++this.elements > MOST_ELEMENTS) this.refuse('crowded');
    this.attributes = 0;
    this.line = this.parser.line;
  }

  private opened({ local, uri, attributes }: SaxesTagNS): void {
    const named = Object.values(attributes).map(({ local: name, uri: space, value }): [string, string] => [
      space === '' ? name : space === XML ? `xml:${name}` : `{${space}}${name}`,
      value,
    ]);
    const element = new XmlElement(local, uri, new Map(named), this.line);
    this.open.at(-1)?.children.push(element);
    this.root ??= element;
    this.open.push(element);
  }

  /** What stands outside the root is white space. */
  private said(text: string): void {
    this.open.at(-1)?.children.push(text);
  }

  private refuse(kind: XmlFaultKind, detail?: string): never {
    throw new XmlFault(kind, this.parser.line, this.parser.column, detail);
  }
}
