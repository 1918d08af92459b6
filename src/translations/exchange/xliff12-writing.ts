import { block, inline, writableParts, writeXml, type XmlNode } from '../../core/xml/write-xml';
import { coded, type Coded } from './codes';
import { baseOf, textId, textOf, unitId, type Parcel, type Unit, type UnitsOfText } from './unit';
import { POLYLOG } from './xliff2-writing';

export const XLIFF_12 = 'urn:oasis:names:tc:xliff:document:1.2';
/** A character that XML cannot hold, as its number. */
export const CHARACTER = 'x-polylog-character';

type State = { state: string; 'state-qualifier'?: string };

const STATES: Record<Exclude<Unit['state'], 'missing'>, State> = {
  machine: { state: 'needs-review-translation', 'state-qualifier': 'mt-suggestion' },
  outdated: { state: 'needs-adaptation' },
  draft: { state: 'translated' },
  in_review: { state: 'needs-review-translation' },
  reviewed: { state: 'final' },
};

/** XLIFF 1.2, for tools that have not learned version 2. */
export function writeXliff12({ from, to, texts }: Parcel): string {
  const attributes = { version: '1.2', xmlns: XLIFF_12, 'xmlns:polylog': POLYLOG };
  return writeXml(
    block(
      'xliff',
      attributes,
      texts.map((text) => file(text, from, to)),
    ),
  );
}

function file(text: UnitsOfText, from: string, to: string): XmlNode {
  const languages = { 'source-language': from, 'target-language': to };
  const title = writableParts(text.title).filter(({ writable }) => writable);
  return block('file', { original: textId(text), ...languages, datatype: 'x-markdown' }, [
    block('header', {}, [
      block('reference', {}, [inline('external-file', { href: text.address })]),
      inline('note', { from: 'title' }, [title.map((part) => part.text).join('')]),
    ]),
    block('body', {}, text.units.map(unit)),
  ]);
}

function unit(of: Unit): XmlNode {
  const original = coded(of.source);
  const attributes = {
    ...{ id: unitId(of), resname: of.string, approved: of.state === 'reviewed' ? 'yes' : undefined },
    ...(of.limit !== null && { maxwidth: String(of.limit), 'size-unit': 'char' }),
    ...{ 'xml:space': 'preserve', 'polylog:base': baseOf(of.target && textOf(of.target)) },
  };
  const source = inline('source', {}, original.flatMap(content));
  if (of.target === null || of.state === 'missing') return block('trans-unit', attributes, [source]);
  const target = inline('target', { ...STATES[of.state] }, coded(of.target, original).flatMap(content));
  return block('trans-unit', attributes, [source, target]);
}

const ELEMENTS: Record<Exclude<Coded['kind'], 'text'>, string> = { atom: 'ph', open: 'bpt', close: 'ept' };

/** The mark itself stands inside its element, as the version wants it. */
function content(piece: Coded, place: number): (XmlNode | string)[] {
  const text = plain(piece.text, `x${place}`);
  if (piece.kind === 'text') return text;
  const inside = text.map((part) => (typeof part === 'string' ? part : inline('sub', {}, [part])));
  return [inline(ELEMENTS[piece.kind], { id: piece.id }, inside)];
}

const plain = (text: string, id: string): (XmlNode | string)[] =>
  writableParts(text).map((part, place) =>
    part.writable
      ? part.text
      : inline('ph', { id: `${id}-${place}`, ctype: CHARACTER }, [numbered(part.text)]),
  );

const numbered = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
