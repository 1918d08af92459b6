import type { XmlNode } from '../../core/xml/write-xml';
import { run, value, words, x, type Look } from './ooxml';

/** A picture with what is said of it. */
export interface DrawnPicture {
  bytes: Buffer;
  type: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
  alt: string;
}

const EMU = 9525;
/** The text is as wide and as high as this, in EMU. */
const WIDEST = 5_760_000;
const HIGHEST = 7_200_000;
/** The first two are the lines between text and notes. */
const FIRST_NOTE = 2;
const BULLETS = 1;

/** What a document keeps beside its text, each with a number of its own: notes, pictures, lists, places. */
export class Stock {
  readonly media: { name: string; bytes: Buffer; relation: string }[] = [];
  readonly notes: { id: number; paragraphs: XmlNode[] }[] = [];
  /** Where numbered lists begin, by the number of the list. */
  readonly lists = new Map<number, number>();
  private readonly places = new Map<string, number>();
  private readonly marked = new Set<string>();
  private drawings = 0;

  /** @param start undefined: bullets, which are all one list */
  list(start: number | undefined): number {
    if (start === undefined) return BULLETS;
    const id = BULLETS + 1 + this.lists.size;
    this.lists.set(id, start);
    return id;
  }

  note(paragraphs: XmlNode[], look: Look): XmlNode {
    const id = FIRST_NOTE + this.notes.length;
    this.notes.push({ id, paragraphs });
    return run({ ...look, style: 'FootnoteReference' }, x('w:footnoteReference', { 'w:id': id }));
  }

  /** Around what others refer to; what stands twice is found at its first place. */
  mark(place: string, ...content: XmlNode[]): XmlNode[] {
    if (this.marked.has(place)) return content;
    this.marked.add(place);
    const id = this.placeOf(place);
    return [
      x('w:bookmarkStart', { 'w:id': id, 'w:name': `place${id}` }),
      ...content,
      x('w:bookmarkEnd', { 'w:id': id }),
    ];
  }

  linkTo(place: string, label: string, look: Look): XmlNode {
    return x(
      'w:hyperlink',
      { 'w:anchor': `place${this.placeOf(place)}` },
      words(label, { ...look, style: 'Hyperlink' }),
    );
  }

  picture({ bytes, type, width, height, alt }: DrawnPicture, look: Look): XmlNode {
    const number = this.media.length + 1;
    const relation = `picture${number}`;
    this.media.push({
      name: `media/picture${number}.${type === 'image/png' ? 'png' : 'jpeg'}`,
      bytes,
      relation,
    });
    const scale = Math.min(1, WIDEST / (width * EMU), HIGHEST / (height * EMU));
    const size = { cx: Math.round(width * EMU * scale), cy: Math.round(height * EMU * scale) };
    this.drawings += 1;
    const named = { id: this.drawings, name: `Picture ${this.drawings}`, descr: alt };
    return run(look, x('w:drawing', {}, drawing(named, size, relation)));
  }

  private placeOf(place: string): number {
    if (!this.places.has(place)) this.places.set(place, this.places.size + 1);
    return this.places.get(place)!;
  }
}

function drawing(
  named: { id: number; name: string; descr: string },
  size: { cx: number; cy: number },
  relation: string,
): XmlNode {
  const picture = x(
    'pic:pic',
    {},
    x('pic:nvPicPr', {}, x('pic:cNvPr', named), x('pic:cNvPicPr')),
    x('pic:blipFill', {}, x('a:blip', { 'r:embed': relation }), x('a:stretch', {}, x('a:fillRect'))),
    x(
      'pic:spPr',
      {},
      x('a:xfrm', {}, x('a:off', { x: 0, y: 0 }), x('a:ext', size)),
      x('a:prstGeom', { prst: 'rect' }, x('a:avLst')),
    ),
  );
  const uri = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
  return x(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    x('wp:extent', size),
    x('wp:docPr', named),
    x('wp:cNvGraphicFramePr'),
    x('a:graphic', {}, x('a:graphicData', { uri }, picture)),
  );
}

/** The lists of a document: bullets, and a numbered one for each that counts from its own start. */
export function numbering(lists: ReadonlyMap<number, number>, namespaces: Record<string, string>): XmlNode {
  const levels = (format: 'bullet' | 'decimal') =>
    Array.from({ length: 9 }, (_, level) =>
      x(
        'w:lvl',
        { 'w:ilvl': level },
        value('start', 1),
        value('numFmt', format),
        value('lvlText', format === 'bullet' ? '•' : `%${level + 1}.`),
        value('lvlJc', 'left'),
        x('w:pPr', {}, x('w:ind', { 'w:left': 360 * (level + 1), 'w:hanging': 360 })),
      ),
    );
  const kinds = (['bullet', 'decimal'] as const).map((format, id) =>
    x(
      'w:abstractNum',
      { 'w:abstractNumId': id },
      value('multiLevelType', 'hybridMultilevel'),
      ...levels(format),
    ),
  );
  const numbered = [...lists].map(([id, start]) =>
    x(
      'w:num',
      { 'w:numId': id },
      value('abstractNumId', 1),
      ...Array.from({ length: 9 }, (_, level) =>
        x('w:lvlOverride', { 'w:ilvl': level }, value('startOverride', start)),
      ),
    ),
  );
  const bullets = x('w:num', { 'w:numId': BULLETS }, value('abstractNumId', 0));
  return x('w:numbering', namespaces, ...kinds, bullets, ...numbered);
}
