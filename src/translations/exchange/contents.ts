import { isUtf8 } from 'node:buffer';
import { readXml } from '../../core/xml/read-xml';
import type { XmlElement } from '../../core/xml/xml-element';
import { XmlFault } from '../../core/xml/xml-fault';
import { readPairs } from './csv-of-pairs';
import { readUnits, tableIn } from './csv-of-units';
import type { IncomingPair } from './pair';
import { refused, refusedXml } from './refused';
import { readTbx, type IncomingConcept } from './tbx-reading';
import { readTmx } from './tmx';
import type { Incoming } from './unit';
import { readXliff12 } from './xliff12-reading';
import { XLIFF_12 } from './xliff12-writing';
import { readXliff2 } from './xliff2-reading';

/** What a file brings. */
export type Contents =
  | { kind: 'translations'; incoming: Incoming }
  | { kind: 'memory'; pairs: IncomingPair[] }
  | { kind: 'terms'; concepts: IncomingConcept[] };

/**
 * Files are known by what stands in them: browsers guess types, and people rename files.
 * @throws Invalid in words of what is wrong
 */
export async function readContents(bytes: Buffer): Promise<Contents> {
  return looksLikeXml(bytes) ? inDocument(await readDocument(bytes)) : inTable(tableText(bytes));
}

function inDocument(root: XmlElement): Contents {
  switch (root.name) {
    case 'tmx':
      return { kind: 'memory', pairs: readTmx(root) };
    case 'tbx':
    case 'martif':
      return { kind: 'terms', concepts: readTbx(root) };
    case 'xliff':
      return {
        kind: 'translations',
        incoming: root.namespace === XLIFF_12 ? readXliff12(root) : readXliff2(root),
      };
    default:
      throw refused('unknown');
  }
}

function inTable(table: string): Contents {
  const [head] = tableIn(table);
  return head?.cells.includes('unit')
    ? { kind: 'translations', incoming: readUnits(table) }
    : { kind: 'memory', pairs: readPairs(table) };
}

/** @throws Invalid in words of what is wrong with the XML */
async function readDocument(bytes: Buffer): Promise<XmlElement> {
  try {
    return await readXml(bytes);
  } catch (error) {
    if (error instanceof XmlFault) throw refusedXml(error);
    throw error;
  }
}

/** The first character that is more than space, in any of the encodings of XML. */
const looksLikeXml = (bytes: Buffer): boolean =>
  /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\u0000]*</.test(
    bytes.subarray(0, 200).toString('latin1'),
  );

/** @throws Invalid */
function tableText(bytes: Buffer): string {
  if (bytes.length === 0) throw refused('empty');
  if (!isUtf8(bytes) || bytes.includes(0)) throw refused('not_csv');
  return bytes.toString();
}
