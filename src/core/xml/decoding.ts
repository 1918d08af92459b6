import { XmlFault } from './xml-fault';

/** What a document may be written in. */
export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const MARKS: [XmlEncoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** UTF-16 without its mark, and UTF-32 with or without, have zeros where a document has its first character. */
const ZEROS = 4;

/**
 * Translators' tools write UTF-8, and some UTF-16 with the mark that the recommendation demands. Anything else is
 * refused: who guesses an encoding keeps what nobody wrote.
 * @throws XmlFault
 */
export function encodingOf(bytes: Buffer): XmlEncoding {
  const known = MARKS.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte));
  const start = bytes.subarray(known?.[1].length ?? 0, ZEROS);
  const zeros = start.filter((byte) => byte === 0).length;
  const wide = known !== undefined && known[0] !== 'utf-8';
  if (wide ? zeros > start.length / 2 : zeros > 0) throw new XmlFault('encoding', 1, 1);
  return known?.[0] ?? 'utf-8';
}

/** Whether what a document says of itself is what it is. */
export function agrees(declared: string | undefined, encoding: XmlEncoding): boolean {
  const name = (declared ?? encoding).toLowerCase();
  return name === encoding || (name === 'utf-16' && encoding !== 'utf-8');
}
