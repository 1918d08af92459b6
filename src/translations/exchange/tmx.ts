import type { XmlElement } from '../../core/xml/xml-element';
import { block, inline, isWritable, writeXml, type XmlNode } from '../../core/xml/write-xml';
import type { IncomingPair, Pair } from './pair';
import { refused } from './refused';
import { languageIn } from './unit';

const TOOL = 'Polylog';

/** TMX 1.4: one unit for each pair. Words that XML cannot hold stay at home; nobody has written them to be read. */
export function writeTmx(pairs: readonly Pair[]): string {
  const header = {
    ...{ creationtool: TOOL, creationtoolversion: '1', segtype: 'block', 'o-tmf': TOOL },
    ...{ adminlang: 'en', srclang: '*all*', datatype: 'plaintext' },
  };
  const units = pairs.filter(({ source, target }) => isWritable(source) && isWritable(target)).map(unit);
  return writeXml(block('tmx', { version: '1.4' }, [block('header', header), block('body', {}, units)]));
}

const unit = ({ from, to, source, target }: Pair): XmlNode =>
  block('tu', { srclang: from }, [variant(from, source), variant(to, target)]);

const variant = (locale: string, text: string): XmlNode =>
  block('tuv', { 'xml:lang': locale }, [inline('seg', {}, [text])]);

/**
 * Takes the pairs of every unit: its original, and each other language of it.
 * @throws Invalid when it is another document altogether
 */
export function readTmx(root: XmlElement): IncomingPair[] {
  if (root.name !== 'tmx' || root.namespace !== '') throw refused('not_tmx');
  const header = root.element('header');
  const own = header?.attribute('creationtool') === TOOL;
  const original = languageIn(header?.attribute('srclang'));
  return (root.element('body')?.elements('tu') ?? []).flatMap((tu) => {
    const from = languageIn(tu.attribute('srclang') ?? original);
    const variants = tu.elements('tuv').map((tuv) => said(tuv, own));
    const source = variants.find(({ locale }) => locale === from) ?? variants[0];
    return variants
      .filter(({ locale, text }) => source && text && source.text && locale !== source.locale)
      .map(({ locale, text }) => ({
        ...{ from: source!.locale, source: source!.text, to: locale, target: text, line: tu.line },
      }));
  });
}

function said(tuv: XmlElement, own: boolean): { locale: string; text: string } {
  const seg = tuv.element('seg');
  const locale = languageIn(tuv.attribute('xml:lang') ?? tuv.attribute('lang'));
  return { locale, text: seg ? words(seg, own).trim() : '' };
}

/** Marks of other tools hold their own code, which means nothing here. What a mark encloses is text. */
function words(element: XmlElement, own: boolean): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      return own || child.name === 'hi' || child.name === 'sub' ? words(child, own) : '';
    })
    .join('');
}
