import type { XmlElement } from '../../core/xml/xml-element';
import { Gathered, UnknownCode, type Said } from './gathered';
import { refused } from './refused';
import { languageIn, readTextId, readUnitId, type Incoming } from './unit';
import { CHARACTER, XLIFF_12 } from './xliff12-writing';
import { POLYLOG } from './xliff2-writing';

/** @throws Invalid when it is another document altogether */
export function readXliff12(root: XmlElement): Incoming {
  if (root.namespace !== XLIFF_12 || root.name !== 'xliff') throw refused('not_xliff');
  if (root.attribute('version') !== '1.2') throw refused('xliff_version');
  const files = root.elements('file');
  const [from = '', to = ''] = languagesOf(files[0]);
  const gathered = new Gathered(from, to);
  for (const file of files) {
    const own = languagesOf(file);
    if (own[0] !== from || own[1] !== to) gathered.wrong(file, 'language', own.join(' → '));
    else readFile(file, gathered);
  }
  return gathered.incoming;
}

const languagesOf = (file: XmlElement | undefined): string[] =>
  ['source-language', 'target-language'].map((name) => languageIn(file?.attribute(name)));

function readFile(file: XmlElement, gathered: Gathered): void {
  const text = readTextId(file.attribute('original'));
  if (!text) return gathered.wrong(file, 'id', file.attribute('original'));
  for (const unit of unitsIn(file.element('body'))) {
    const place = readUnitId(unit.attribute('id'));
    if (!place) gathered.wrong(unit, 'id', unit.attribute('id'));
    else gathered.add({ ...text, ...place }, unit, unit.attribute(`{${POLYLOG}}base`), () => saidIn(unit));
  }
}

const unitsIn = (parent: XmlElement | undefined): XmlElement[] =>
  (parent?.elements() ?? []).flatMap((child) =>
    child.name === 'trans-unit' ? [child] : child.name === 'group' ? unitsIn(child) : [],
  );

function saidIn(unit: XmlElement): Said {
  const [source, target] = [unit.element('source'), unit.element('target')];
  const languages = (element: XmlElement | undefined) => {
    const tag = element?.attribute('xml:lang');
    return tag === undefined ? [] : [tag];
  };
  return {
    source: source ? textIn(source) : '',
    target: target && target.children.length > 0 ? textIn(target) : null,
    sourceLanguages: languages(source),
    targetLanguages: languages(target),
  };
}

/** Marks hold what they stand for, so that their text is the text. */
function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : inline(child))).join('');
}

function inline(element: XmlElement): string {
  if (element.namespace !== XLIFF_12) throw new UnknownCode(element.name);
  switch (element.name) {
    case 'mrk':
    case 'sub':
      return textIn(element);
    case 'ph':
      return element.attribute('ctype') === CHARACTER ? character(element.text) : textIn(element);
    case 'bpt':
    case 'ept':
    case 'it':
      return textIn(element);
    default:
      throw new UnknownCode(element.name);
  }
}

function character(written: string): string {
  const [, hex] = /^U\+([\dA-F]{4,5})$/.exec(written) ?? [];
  if (hex === undefined) throw new UnknownCode(written);
  return String.fromCodePoint(parseInt(hex, 16));
}
