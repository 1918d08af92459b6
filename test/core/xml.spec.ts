import { randomText } from '../support/random-text';
import { readXml } from '../../src/core/xml/read-xml';
import { XmlFault } from '../../src/core/xml/xml-fault';
import {
  block,
  inline,
  isWritable,
  writableParts,
  writeXml,
  type XmlNode,
} from '../../src/core/xml/write-xml';
import { dice } from '../support/dice';

const bytes = (text: string): Buffer => Buffer.from(text);

/** What was wrong, or nothing. */
async function faultOf(document: Buffer | string): Promise<string | undefined> {
  try {
    await readXml(typeof document === 'string' ? bytes(document) : document);
    return undefined;
  } catch (error) {
    if (error instanceof XmlFault) return error.kind;
    throw error;
  }
}

const utf16 = (text: string, big = false): Buffer => {
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? little.swap16() : little;
};

describe('Reading XML', () => {
  it('gives elements with their namespaces, attributes, texts and lines', async () => {
    const root = await readXml(
      bytes(
        '<a xmlns="urn:a" xmlns:b="urn:b" b:c="1" xml:lang="sl">\n<!-- x --><d e="&lt;&#x17e;&#10;"/>ž<b:d/><![CDATA[<&]]></a>',
      ),
    );
    expect([root.name, root.namespace, root.attribute('{urn:b}c'), root.attribute('xml:lang')]).toEqual([
      ...['a', 'urn:a', '1', 'sl'],
    ]);
    expect(root.elements('d').map((each) => [each.attribute('e'), each.line])).toEqual([['<ž\n', 2]]);
    expect(root.text).toBe('\nž<&');
  });

  it('takes UTF-8 and UTF-16 with their marks, and what they say of themselves when it is true', async () => {
    const text = '<a>žščö 🙂</a>';
    const good = [
      bytes(text),
      bytes(`\ufeff${text}`),
      bytes(`<?xml version="1.0" encoding="utf-8" standalone="yes"?>${text}`),
      utf16(text),
      utf16(text, true),
      utf16(`<?xml version="1.0" encoding="UTF-16"?>${text}`),
    ];
    for (const document of good) expect((await readXml(document)).text).toBe('žščö 🙂');
  });

  it('refuses every other encoding, and what is not what it says', async () => {
    const wrong: Record<string, Buffer> = {
      'Latin 1 that says so': Buffer.from(
        '<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00e5</a>',
        'latin1',
      ),
      'Latin 1 that says nothing': Buffer.from('<a>\u00e5</a>', 'latin1'),
      'UTF-7': bytes('<?xml version="1.0" encoding="UTF-7"?>+ADw-a+AD4-'),
      'UTF-7 with its mark': bytes('+/v8-<?xml version="1.0" encoding="UTF-7"?><a/>'),
      'UTF-16 without a mark': Buffer.from('<a>b</a>', 'utf16le'),
      'UTF-16 that says UTF-8': utf16('<?xml version="1.0" encoding="UTF-8"?><a/>'),
      'UTF-8 that says UTF-16': bytes('<?xml version="1.0" encoding="UTF-16"?><a/>'),
      'UTF-32': Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0, 0x61, 0, 0, 0]),
      'UTF-16 cut in the middle': utf16('<a>b</a>').subarray(0, -1),
      'half a pair in UTF-16': utf16('<a>\ud800</a>'),
      'half a pair in UTF-8': Buffer.from([0x3c, 0x61, 0x3e, 0xed, 0xa0, 0x80, 0x3c, 0x2f, 0x61, 0x3e]),
      'a longer zero': Buffer.from([0x3c, 0x61, 0x3e, 0xc0, 0x80, 0x3c, 0x2f, 0x61, 0x3e]),
    };
    for (const [name, document] of Object.entries(wrong)) {
      const fault = await faultOf(document);
      expect({ name, refused: fault === 'encoding' || fault === 'malformed' }).toEqual({
        name,
        refused: true,
      });
    }
  });

  it('knows no entities but the five: laughs, files and addresses are refused before they are looked at', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, each) => `<!ENTITY l${each + 1} "${`&l${each};`.repeat(10)}">`,
    );
    const doctypes = [
      `<!DOCTYPE l [<!ENTITY l0 "ha">${laughs.join('')}]><l>&l9;</l>`,
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]><a/>',
      '<!DOCTYPE a SYSTEM "http://127.0.0.1/tmx14.dtd"><a/>',
      '<?xml version="1.0"?>\n<!DOCTYPE a>\n<a/>',
    ];
    for (const document of doctypes) expect(await faultOf(document)).toBe('doctype');
    for (const name of ['x', 'nbsp', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(await faultOf(`<a>&${name};</a>`)).toBe('entity');
    expect((await readXml(bytes('<a>&amp;&lt;&gt;&quot;&apos;&#382;</a>'))).text).toBe('&<>"\'ž');
  });

  it.each([
    '',
    ' ',
    'text',
    '<a>',
    '<a></b>',
    '<a><b></a></b>',
    '<a/><b/>',
    '<a/>x',
    'x<a/>',
    '<a b=c/>',
    '<a b="1" b="2"/>',
    '<a xmlns:x="urn:x" xmlns:y="urn:x" x:b="1" y:b="2"/>',
    '<a x:b="1"/>',
    '<x:a/>',
    '<a b="<"/>',
    '<a>&</a>',
    '<a>& b</a>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>&#xFFFE;</a>',
    '<a>\u0001</a>',
    '<a>]]></a>',
    '<a><!-- -- --></a>',
    '<a><![CDATA[</a>',
    '<a><?xml version="1.0"?></a>',
    ' <?xml version="1.0"?><a/>',
    '<?xml version="1.1"?><a/>',
    '<?xml version="2.0"?><a/>',
    '<1/>',
    '<a\u0000/>',
    '<!-- <a/>',
    '{"a":1}',
    '%PDF-1.7',
    'PK\u0003\u0004',
  ])('refuses what is not well-formed: %j', async (document) => {
    expect(await faultOf(document)).toBeDefined();
  });

  it('says in which line it stopped', async () => {
    await expect(readXml(bytes('<a>\n<b>\n</a>'))).rejects.toMatchObject({ kind: 'malformed', line: 3 });
  });

  it('refuses more depth, attributes and elements than honest documents have', async () => {
    expect(await faultOf('<a>'.repeat(65) + '</a>'.repeat(65))).toBe('too_deep');
    expect(await faultOf('<a>'.repeat(64) + '</a>'.repeat(64))).toBeUndefined();
    const attributes = Array.from({ length: 100_000 }, (_, each) => `a${each}=""`);
    expect(await faultOf(`<a ${attributes.join(' ')}/>`)).toBe('crowded');
    expect(await faultOf(`<a>${'<b/>'.repeat(500_000)}</a>`)).toBe('crowded');
  });
});

describe('Writing XML', () => {
  it('gives back what was written, whatever the characters', async () => {
    const chance = dice(4);
    for (let round = 0; round < 500; round += 1) {
      const texts = Array.from({ length: 3 }, () => randomText(chance));
      const node: XmlNode = block('a', { b: texts[0] }, [
        inline('c', {}, [texts[1]!, inline('d', { e: texts[2] }), texts[2]!]),
      ]);
      const document = writeXml(node);
      const root = await readXml(bytes(document));
      const inner = root.element('c')!;
      expect([root.attribute('b'), inner.text, inner.element('d')!.attribute('e')]).toEqual([
        texts[0],
        texts[1]! + texts[2]!,
        texts[2],
      ]);
    }
  });

  it('writes no document that cannot be read', () => {
    for (const character of ['\u0000', '\u001f', '\ud800', '\udc00x', '\ufffe', '\uffff']) {
      expect(() => writeXml(inline('a', {}, [character]))).toThrow(RangeError);
      expect(() => writeXml(inline('a', { b: character }))).toThrow(RangeError);
      expect(isWritable(character)).toBe(false);
      expect(
        writableParts(`a${character}b`)
          .map(({ text }) => text)
          .join(''),
      ).toBe(`a${character}b`);
    }
    expect(writableParts('🙂').map(({ writable }) => writable)).toEqual([true]);
  });
});
