import type { XmlElement } from '../../core/xml/xml-element';
import { refused } from './refused';
import { Gathered, UnknownCode, type Said } from './gathered';
import { languageIn, readTextId, readUnitId, type Incoming } from './unit';
import { POLYLOG, XLIFF_2 } from './xliff2-writing';

/** Tools write 2.1 in the same namespace; it differs by modules that we do not use. */
const VERSIONS = new Set(['2.0', '2.1']);

/** @throws Invalid when it is another document altogether */
export function readXliff2(root: XmlElement): Incoming {
  if (root.namespace !== XLIFF_2 || root.name !== 'xliff') throw refused('not_xliff');
  if (!VERSIONS.has(root.attribute('version') ?? '')) throw refused('xliff_version');
  const [from, to] = [languageIn(root.attribute('srcLang')), languageIn(root.attribute('trgLang'))];
  const gathered = new Gathered(from, to);
  for (const file of root.elements('file')) readFile(file, gathered);
  return gathered.incoming;
}

function readFile(file: XmlElement, gathered: Gathered): void {
  const text = readTextId(file.attribute('id'));
  if (!text) return gathered.wrong(file, 'id', file.attribute('id'));
  for (const unit of unitsIn(file)) {
    const place = readUnitId(unit.attribute('id'));
    if (!place) gathered.wrong(unit, 'id', unit.attribute('id'));
    else
      gathered.add(
        { ...text, ...place },
        unit,
        unit.attribute(`{${POLYLOG}}base`),
        () => new UnitReading(unit),
      );
  }
}

/** Tools may put units into groups. */
const unitsIn = (parent: XmlElement): XmlElement[] =>
  parent
    .elements()
    .flatMap((child) => (child.name === 'unit' ? [child] : child.name === 'group' ? unitsIn(child) : []));

/** What one unit says, its segments put together again where a tool has cut it. */
class UnitReading implements Said {
  readonly source: string;
  readonly target: string | null;
  readonly sourceLanguages: string[];
  readonly targetLanguages: string[];
  private readonly data: Map<string, string>;
  private readonly codes = new Map<string, string>();

  constructor(unit: XmlElement) {
    const data = unit.element('originalData')?.elements('data') ?? [];
    this.data = new Map(data.map((each) => [each.attribute('id') ?? '', this.said(each)]));
    const parts = unit.elements().filter(({ name }) => name === 'segment' || name === 'ignorable');
    this.source = parts.map((part) => this.said(part.element('source'), true)).join('');
    const targets = parts.flatMap((part) => part.element('target') ?? []);
    this.sourceLanguages = parts.flatMap((part) => part.element('source')?.attribute('xml:lang') ?? []);
    this.targetLanguages = targets.flatMap((target) => target.attribute('xml:lang') ?? []);
    const complete = parts.every((part) => part.name === 'ignorable' || part.element('target'));
    this.target = complete && targets.length > 0 ? this.ordered(parts) : null;
  }

  /** A translation may need its sentences in another order. */
  private ordered(parts: readonly XmlElement[]): string {
    const said = parts.map((part, place) => {
      const target = part.element('target');
      return {
        order: Number(target?.attribute('order') ?? place + 1),
        text: this.said(target ?? part.element('source')),
      };
    });
    return said
      .sort((a, b) => a.order - b.order)
      .map(({ text }) => text)
      .join('');
  }

  /** @param first whether the marks that stand here are those that translations refer to */
  private said(element: XmlElement | undefined, first = false): string {
    return (element?.children ?? [])
      .map((child) => (typeof child === 'string' ? child : this.inline(child, first)))
      .join('');
  }

  private inline(element: XmlElement, first: boolean): string {
    if (element.namespace !== XLIFF_2) throw new UnknownCode(element.name);
    const inner = () => this.said(element, first);
    switch (element.name) {
      case 'cp':
        return character(element.attribute('hex'));
      case 'mrk':
        return inner();
      case 'sm':
      case 'em':
        return '';
      case 'ph':
      case 'sc':
        return this.code(element, 'dataRef', `${element.attribute('id')}`, first);
      case 'ec':
        return this.code(
          element,
          'dataRef',
          `${element.attribute('startRef') ?? element.attribute('id')} end`,
          first,
        );
      case 'pc': {
        const id = `${element.attribute('id')}`;
        const start = this.code(element, 'dataRefStart', id, first);
        return start + inner() + this.code(element, 'dataRefEnd', `${id} end`, first);
      }
      default:
        throw new UnknownCode(element.name);
    }
  }

  /** By its own reference, else as the mark with the same number in the original. */
  private code(element: XmlElement, reference: string, id: string, first: boolean): string {
    const text = this.data.get(element.attribute(reference) ?? '') ?? this.codes.get(id);
    if (text === undefined) throw new UnknownCode(id);
    if (first) this.codes.set(id, text);
    return text;
  }
}

function character(hex: string | undefined): string {
  const point = /^[\da-f]{1,6}$/i.test(hex ?? '') ? parseInt(hex!, 16) : Infinity;
  if (point > 0x10ffff) throw new UnknownCode(`cp ${hex ?? ''}`);
  return String.fromCodePoint(point);
}
