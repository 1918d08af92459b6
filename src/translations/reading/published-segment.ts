import { documentHtml, type DocumentSurroundings } from '../../core/documents/html';
import { parseDocument } from '../../core/documents/parse';

/** What is called by its number alone has no number outside its book. */
const NUMBERED = /\[\]\((?:chapter|figure):[\w-]+\)/g;

/** A segment holds words and their marks; boxes, tables and pictures are around it. */
const NOTHING_AROUND: DocumentSurroundings = {
  ...{ prefix: '', firstHeading: 3, reference: () => undefined, figure: () => undefined },
  ...{ inclusion: () => undefined, address: (address: string) => address },
  words: {
    ...{ gone: '…', tones: { key: '', example: '', caution: '' }, footnotes: '', table: '' },
    ...{ footnote: String, back: String },
  },
};

/** One segment of a published text as it is read. */
export const segmentHtml = (source: string): string =>
  documentHtml(parseDocument(source.replace(NUMBERED, '…')), NOTHING_AROUND);
