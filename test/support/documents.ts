import { crc32, deflateRawSync } from 'node:zlib';
import sharp from 'sharp';

export interface Part {
  name: string;
  content: Buffer | string;
  stored?: boolean;
  /** What the directory says of its length, when that is a lie. */
  claimed?: number;
  encrypted?: boolean;
}

/** A ZIP file, also one that lies. */
export function zipOf(parts: Part[], behind = ''): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, stored, claimed, encrypted } of parts) {
    const bytes = Buffer.from(content);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(encrypted ? 1 : 0, 2);
    facts.writeUInt16LE(stored ? 0 : 8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claimed ?? bytes.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, rest, Buffer.from(name));
    bodies.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, list, Buffer.from('PK\x05\x06', 'latin1'), end, Buffer.from(behind)]);
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A letter in Word's format. @param more parts that it holds besides @param type of its main part */
export const aLetter = (more: Part[] = [], type = `${WORD}.document.main+xml`): Buffer =>
  zipOf([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    },
    { name: 'word/document.xml', content: '<w:document/>' },
    ...more,
  ]);

/** A text in OpenDocument's format. */
export const anOpenText = (more: Part[] = []): Buffer =>
  zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    { name: 'content.xml', content: '<office:document-content/>' },
    { name: 'META-INF/manifest.xml', content: '<manifest:manifest/>' },
    ...more,
  ]);

export const aPdf = (behind = ''): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n${behind}`);

/** An image of one colour, or of noise, which cannot be packed. */
export function anImage(
  format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif',
  width = 800,
  height = 500,
  noise = false,
): Promise<Buffer> {
  const background = { r: 20, g: 120, b: 60 };
  const image = sharp({
    create: {
      ...{ width, height, channels: 3, background },
      ...(noise && { noise: { type: 'gaussian', mean: 120, sigma: 60 } }),
    },
  });
  return image.toFormat(format).toBuffer();
}

/** A photograph that a telephone has taken lying on its side, and that tells where. */
export const aPhotograph = (): Promise<Buffer> =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#884422' } })
    .withExif({
      IFD0: { Copyright: 'A secret of the owner' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '46/1 33/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** Sixty bytes that say they are an image of such a size. */
export function aPromise(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    chunk('IDAT', Buffer.from('x')),
    chunk('IEND', Buffer.of()),
  ]);
}
