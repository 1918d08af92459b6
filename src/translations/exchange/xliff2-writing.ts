import { block, inline, writableParts, writeXml, type XmlNode } from '../../core/xml/write-xml';
import { coded, nested, type Coded, type Nested } from './codes';
import { baseOf, textId, textOf, unitId, type Parcel, type Unit, type UnitsOfText } from './unit';

export const XLIFF_2 = 'urn:oasis:names:tc:xliff:document:2.0';
const SIZES = 'urn:oasis:names:tc:xliff:sizerestriction:2.0';
/** Our own attributes, which tools keep or drop as they like. */
export const POLYLOG = 'urn:polylog:exchange';

/** What a translator is to do with it; the exact state stands beside. */
const STATES: Record<Unit['state'], string> = {
  missing: 'initial',
  machine: 'initial',
  outdated: 'initial',
  draft: 'translated',
  in_review: 'reviewed',
  reviewed: 'final',
};

/** XLIFF 2.0: one file element for each text, one unit with one segment for each block. */
export function writeXliff2({ from, to, texts }: Parcel): string {
  const attributes = {
    ...{ xmlns: XLIFF_2, 'xmlns:slr': SIZES, 'xmlns:polylog': POLYLOG },
    ...{ version: '2.0', srcLang: from, trgLang: to },
  };
  return writeXml(block('xliff', attributes, texts.map(file)));
}

function file(text: UnitsOfText): XmlNode {
  const notes = [...writableParts(text.title)].filter(({ writable }) => writable).map((part) => part.text);
  return block('file', { id: textId(text), original: text.address }, [
    block('slr:profiles', { generalProfile: 'xliff:codepoints' }),
    block('notes', {}, [inline('note', { category: 'title' }, [notes.join('')])]),
    ...text.units.map(unit),
  ]);
}

function unit(of: Unit): XmlNode {
  const data = new OriginalData();
  const original = coded(of.source);
  const source = inline('source', {}, content(original, data));
  const target = of.target && inline('target', {}, content(coded(of.target, original), data));
  const attributes = {
    ...{ id: unitId(of), name: of.string, 'xml:space': 'preserve' },
    'slr:sizeRestriction': of.limit === null ? undefined : String(of.limit),
    'polylog:base': baseOf(of.target && textOf(of.target)),
  };
  const segment = { id: 's1', state: STATES[of.state], subState: `polylog:${of.state}` };
  return block('unit', attributes, [
    ...data.element(),
    block('segment', segment, target ? [source, target] : [source]),
  ]);
}

/** The marks of a unit as they are written in Markdown, each text once. */
class OriginalData {
  private readonly ids = new Map<string, string>();

  refer(text: string): string {
    const id = this.ids.get(text) ?? `d${this.ids.size + 1}`;
    this.ids.set(text, id);
    return id;
  }

  element(): XmlNode[] {
    if (this.ids.size === 0) return [];
    const data = [...this.ids].map(([text, id]) =>
      inline('data', { id, 'xml:space': 'preserve' }, plain(text)),
    );
    return [block('originalData', {}, data)];
  }
}

/** What XML cannot write has an element for each character. */
const plain = (text: string): (XmlNode | string)[] =>
  writableParts(text).map((part) =>
    part.writable
      ? part.text
      : inline('cp', { hex: part.text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0') }),
  );

function content(pieces: readonly Coded[], data: OriginalData): (XmlNode | string)[] {
  const tree = nested(pieces);
  return tree
    ? tree.flatMap((piece) => enclosing(piece, data))
    : pieces.flatMap((piece) => crossing(piece, data));
}

function enclosing(piece: Nested, data: OriginalData): (XmlNode | string)[] {
  if (piece.kind === 'text') return plain(piece.text);
  if (piece.kind === 'atom') return [alone(piece.id, piece.text, data)];
  const attributes = {
    ...{ id: piece.id, type: piece.open === '[' ? 'link' : 'fmt' },
    ...{ dataRefStart: data.refer(piece.open), dataRefEnd: data.refer(piece.close) },
  };
  return [
    inline(
      'pc',
      attributes,
      piece.inner.flatMap((inner) => enclosing(inner, data)),
    ),
  ];
}

function crossing(piece: Coded, data: OriginalData): (XmlNode | string)[] {
  if (piece.kind === 'text') return plain(piece.text);
  if (piece.kind === 'atom') return [alone(piece.id, piece.text, data)];
  const dataRef = data.refer(piece.text);
  if (piece.kind === 'open') return [inline('sc', { id: piece.id, canOverlap: 'yes', dataRef })];
  return [inline('ec', { startRef: piece.id, canOverlap: 'yes', dataRef })];
}

/** A line's end may go, an address may not. */
const alone = (id: string, text: string, data: OriginalData): XmlNode =>
  inline('ph', { id, canDelete: text.trim() === '' ? undefined : 'no', dataRef: data.refer(text) });
