import { randomUUID } from 'node:crypto';
import { Invalid } from '../../src/core/errors/refusal';
import { XmlElement } from '../../src/core/xml/xml-element';
import { readXml } from '../../src/core/xml/read-xml';
import { readContents } from '../../src/translations/exchange/contents';
import { readPairs, writePairs } from '../../src/translations/exchange/csv-of-pairs';
import { FORMATS, WRITERS, type Format } from '../../src/translations/exchange/formats';
import { markedPieces } from '../../src/translations/exchange/marks';
import type { ConceptRecord } from '../../src/glossary/exchange/concept-record';
import type { Pair } from '../../src/translations/exchange/pair';
import { writeTbx } from '../../src/translations/exchange/tbx';
import { readTbx } from '../../src/translations/exchange/tbx-reading';
import { readTmx, writeTmx } from '../../src/translations/exchange/tmx';
import { baseOf, textOf, type Incoming, type Parcel, type Unit } from '../../src/translations/exchange/unit';
import { dice } from '../support/dice';
import { randomText } from '../support/random-text';

type Chance = (sides: number) => number;

const STATES = ['missing', 'machine', 'outdated', 'draft', 'in_review', 'reviewed'] as const;

const MARKDOWN = [
  'See [the report](https://example.org/a_(b)?c=d&e) by **Åsa** and `code <b>`.',
  '*one **two** three* ~~four~~ and __five__',
  'Line one\nline two with \\* and &amp; and https://example.org/x.',
  '[![not an image](a)](b) [a][b] ^x^ <https://example.org> {{name}} @anna 🙂',
  '**crossing _marks** here_',
];

const anyText = (chance: Chance): string =>
  chance(3) === 0 ? MARKDOWN[chance(MARKDOWN.length)]! : `${randomText(chance)}x${randomText(chance)}`;

function anyUnit(chance: Chance, position: number): Unit {
  const state = STATES[chance(STATES.length)]!;
  const markdown = chance(2) === 0;
  const source = anyText(chance);
  const target = state === 'missing' ? null : chance(3) === 0 ? source : anyText(chance);
  return {
    ...{ string: 'body', position, state, limit: chance(2) === 0 ? 120 : null },
    source: markedPieces(source, markdown),
    target: target === null ? null : markedPieces(target, markdown),
  };
}

function anyParcel(seed: number): Parcel {
  const chance = dice(seed);
  const texts = Array.from({ length: chance(4) + 1 }, () => ({
    ...{
      kind: 'post',
      id: randomUUID(),
      title: randomText(chance),
      address: 'https://hub.example.org/a?b&c',
    },
    units: Array.from({ length: chance(5) + 1 }, (_, position) => anyUnit(chance, position)),
  }));
  return { from: 'sl', to: 'sv', texts };
}

const bytesOf = (parcel: Parcel, format: Format): Buffer => Buffer.from(WRITERS[format].write(parcel));

/** What must come back of a parcel. */
const expected = ({ texts }: Parcel) =>
  texts.flatMap(({ kind, id, units }) =>
    units.map(({ string, position, source, target }) => ({
      ...{ kind, id, string, position, source: textOf(source) },
      target: target && textOf(target),
      base: baseOf(target && textOf(target)),
    })),
  );

const said = ({ units }: Incoming) => units.map(({ line: _, ...unit }) => unit);

const ID = '0f0f0f0f-0000-4000-8000-000000000000';

const xliff2 = (inside: string, head = 'version="2.0" srcLang="sl" trgLang="sv"'): Buffer =>
  Buffer.from(`<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${head}>${inside}</xliff>`);
const unit2 = (inside: string, id = 'body.0') => `<unit id="${id}">${inside}</unit>`;
const file2 = (inside: string, id = `post.${ID}`) => `<file id="${id}">${inside}</file>`;
const xliff12 = (inside: string, head = 'source-language="sl" target-language="sv"'): Buffer =>
  Buffer.from(
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="post.${ID}" ${head}
       datatype="plaintext"><body>${inside}</body></file></xliff>`,
  );

async function readFile(bytes: Buffer): Promise<Incoming> {
  const contents = await readContents(bytes);
  if (contents.kind !== 'translations') throw new Error(`It brings ${contents.kind}`);
  return contents.incoming;
}

/** The key of the refusal, or nothing. */
async function refusalOf(bytes: Buffer): Promise<string | undefined> {
  try {
    await readContents(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof Invalid) return error.fields[0]!.key.replace(/^translations:exchange\./, '');
    throw error;
  }
}

describe.each(FORMATS)('Translations as %s', (format) => {
  it('come back as they went, whatever the texts, and make the same file for the same translations', async () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const parcel = anyParcel(seed);
      const bytes = bytesOf(parcel, format);
      expect(bytesOf(parcel, format).equals(bytes)).toBe(true);
      const incoming = await readFile(bytes);
      expect({ seed, units: said(incoming) }).toEqual({ seed, units: expected(parcel) });
      expect([incoming.from, incoming.to, incoming.problems]).toEqual(['sl', 'sv', []]);
    }
  });

  it('stay at home when they cannot be written, or come back all the same', async () => {
    const source = 'before \ufffe\uffff after `\ufffe` [\uffff](b)';
    const unit = {
      ...anyUnit(dice(1), 0),
      source: markedPieces(source, true),
      target: markedPieces(source, true),
    };
    const parcel: Parcel = {
      ...{ from: 'sl', to: 'sv' },
      texts: [{ kind: 'post', id: ID, title: '\ufffe', address: 'https://hub.example.org', units: [unit] }],
    };
    const [back] = (await readFile(bytesOf(parcel, format))).units;
    expect([back!.source, back!.target]).toEqual([source, source]);
  });
});

describe('XLIFF 2.0', () => {
  const walk = (element: XmlElement): XmlElement[] => [element, ...element.elements().flatMap(walk)];
  const NAME = /^[\w.:-]+$/;

  it('keeps the rules of the specification', async () => {
    const STATE = ['initial', 'translated', 'reviewed', 'final'];
    for (let seed = 1; seed <= 60; seed += 1) {
      const root = await readXml(bytesOf(anyParcel(seed), 'xliff2'));
      expect(['version', 'srcLang', 'trgLang'].map((name) => root.attribute(name))).toEqual([
        '2.0',
        'sl',
        'sv',
      ]);
      const files = root.elements('file');
      expect(new Set(files.map((file) => file.attribute('id'))).size).toBe(files.length);
      for (const file of files) {
        const units = file.elements('unit');
        expect(new Set(units.map((unit) => unit.attribute('id'))).size).toBe(units.length);
        expect(file.elements().map(({ name }) => name)).toEqual(['notes', ...units.map(() => 'unit')]);
        for (const unit of units) {
          const data = unit.element('originalData')?.elements('data') ?? [];
          const names = unit.elements().map(({ name }) => name);
          expect(names).toEqual(data.length > 0 ? ['originalData', 'segment'] : ['segment']);
          const segment = unit.element('segment')!;
          expect(STATE).toContain(segment.attribute('state'));
          expect(segment.attribute('subState')).toMatch(/^polylog:[a-z_]+$/);
          expect(['source', 'source,target']).toContain(
            segment
              .elements()
              .map(({ name }) => name)
              .join(),
          );
          const known = data.map((each) => each.attribute('id')!);
          for (const side of segment.elements()) {
            const codes = walk(side).filter(({ name }) => ['ph', 'pc', 'sc'].includes(name));
            const ids = codes.map((code) => code.attribute('id')!);
            expect(new Set(ids).size).toBe(ids.length);
            expect([...ids, 's1'].every((id) => NAME.test(id))).toBe(true);
            expect(ids).not.toContain('s1');
            const references = walk(side).flatMap((code) =>
              ['dataRef', 'dataRefStart', 'dataRefEnd'].flatMap((name) => code.attribute(name) ?? []),
            );
            expect(references.filter((reference) => !known.includes(reference))).toEqual([]);
            const starts = walk(side)
              .filter(({ name }) => name === 'sc')
              .map((code) => code.attribute('id'));
            const ends = walk(side)
              .filter(({ name }) => name === 'ec')
              .map((code) => code.attribute('startRef'));
            expect(ends.sort()).toEqual(starts.sort());
          }
        }
      }
    }
  });

  it('protects code, links and emphasis from the translator, in the same numbers on both sides', () => {
    const source = markedPieces('Read [the report](https://example.org) and `npm`.', true);
    const target = markedPieces('Läs `npm` och [rapporten](https://example.org).', true);
    const unit: Unit = { string: 'body', position: 0, source, target, state: 'draft', limit: null };
    const written = WRITERS.xliff2.write({
      ...{ from: 'en', to: 'sv' },
      texts: [{ kind: 'post', id: ID, title: 't', address: 'https://hub.example.org', units: [unit] }],
    });
    const link = '<pc id="1" type="link" dataRefStart="d1" dataRefEnd="d2">';
    expect(written).toContain(
      `<source>Read ${link}the report</pc> and <ph id="2" canDelete="no" dataRef="d3"/>.</source>`,
    );
    expect(written).toContain(
      `<target>Läs <ph id="2" canDelete="no" dataRef="d3"/> och ${link}rapporten</pc>.</target>`,
    );
    expect(written).toContain('<data id="d2" xml:space="preserve">](https://example.org)</data>');
  });

  it('is read as tools leave it: in groups, cut into segments, with comments, marks and other attributes', async () => {
    const bytes = xliff2(
      `<?tool x?><file id="post.${ID}" xmlns:o="urn:other"><o:skeleton/><notes><note>n</note></notes><group id="g"><!-- c -->
       <unit id="body.0" o:x="1"><originalData><data id="d1">\`a\`</data></originalData>
         <segment id="1" state="final"><source>One <ph id="1" dataRef="d1"/>.</source><target order="3">Ett <ph id="1"/>.</target></segment>
         <ignorable><source> </source></ignorable>
         <segment><source><mrk id="m1" type="term">Two</mrk><![CDATA[ &]]><sm id="m2"/>!<em startRef="m2"/></source><target order="1">Två &amp;!</target></segment>
       </unit></group></file>`,
    );
    expect(said(await readFile(bytes))).toEqual([
      {
        ...{ kind: 'post', id: ID, string: 'body', position: 0, base: undefined },
        ...{ source: 'One `a`. Two &!', target: 'Två &! Ett `a`.' },
      },
    ]);
  });

  it('counts a unit as not translated while a part of it is missing', async () => {
    const parts =
      '<segment><source>a</source><target>b</target></segment><segment><source>c</source></segment>';
    expect((await readFile(xliff2(file2(unit2(parts))))).units[0]!.target).toBeNull();
  });

  const segment = (target: string, source = 'a') =>
    `<segment><source>${source}</source><target>${target}</target></segment>`;

  it.each([
    ['another id of a text', file2(unit2(segment('b')), 'chapter-1'), 'id'],
    ['a text without a proper id', file2(unit2(segment('b')), `post.${ID.slice(1)}x`), 'id'],
    ['another id of a unit', file2(unit2(segment('b'), 'u1')), 'id'],
    ['an id with a path in it', file2(unit2(segment('b'), '../body.0')), 'id'],
    ['a unit twice', file2(unit2(segment('b')) + unit2(segment('c'))), 'doubled'],
    ['a text twice with the same unit', file2(unit2(segment('b'))).repeat(2), 'doubled'],
    [
      'a third language',
      file2(unit2('<segment><source>a</source><target xml:lang="it">b</target></segment>')),
      'language',
    ],
    [
      'another original language',
      file2(unit2('<segment><source xml:lang="en">a</source></segment>')),
      'language',
    ],
    ['a mark that nobody knows', file2(unit2(segment('<ph id="9"/>'))), 'code'],
    ['a mark that refers to nothing', file2(unit2(segment('<ph id="9" dataRef="d9"/>'))), 'code'],
    ['an element of another kind in the text', file2(unit2(segment('<b>x</b>'))), 'code'],
    [
      'an element of another namespace in the text',
      file2(unit2(segment('<ph xmlns="urn:x" id="1"/>'))),
      'code',
    ],
    ['a character beyond all', file2(unit2(segment('<cp hex="110000"/>'))), 'code'],
    ['no original', file2(unit2('<segment><target>b</target></segment>')), 'source'],
  ])('says of %s where it stands, and takes the rest', async (_, inside, code) => {
    const more = file2(unit2(segment('b')), `room.${ID}`);
    const incoming = await readFile(xliff2(`\n${inside}${more}`));
    expect(incoming.problems).toEqual([expect.objectContaining({ code, line: 2 })]);
    expect(incoming.units.some(({ kind }) => kind === 'room')).toBe(true);
  });
});

describe('XLIFF 1.2', () => {
  it('keeps the rules of the specification', async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const root = await readXml(bytesOf(anyParcel(seed), 'xliff12'));
      expect(root.attribute('version')).toBe('1.2');
      for (const file of root.elements('file')) {
        const wanted = ['original', 'source-language', 'target-language', 'datatype'];
        expect(wanted.filter((name) => !file.attribute(name))).toEqual([]);
        expect(file.elements().map(({ name }) => name)).toEqual(['header', 'body']);
        const units = file.element('body')!.elements('trans-unit');
        expect(new Set(units.map((unit) => unit.attribute('id'))).size).toBe(units.length);
        for (const unit of units) {
          expect(['source', 'source,target']).toContain(
            unit
              .elements()
              .map(({ name }) => name)
              .join(),
          );
          for (const side of unit.elements()) {
            const ids = side.elements().map((code) => `${code.name} ${code.attribute('id')}`);
            expect(new Set(ids).size).toBe(ids.length);
            const of = (name: string) =>
              side
                .elements(name)
                .map((code) => code.attribute('id'))
                .sort();
            expect(of('ept')).toEqual(of('bpt'));
          }
        }
      }
    }
  });

  it('is read as tools leave it: in groups, with segments marked, with suggestions and notes', async () => {
    const bytes = xliff12(
      `<group><trans-unit id="body.0"><source>a <g id="1">x</g></source></trans-unit></group>
       <trans-unit id="body.1"><source>a. b <ph id="1">\`c\`</ph></source><seg-source><mrk mtype="seg">a.</mrk></seg-source>
         <target state="final"><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B <ph id="1">\`c\`</ph></mrk></target>
         <note>n</note><alt-trans><target>no</target></alt-trans></trans-unit>
       <trans-unit id="body.2"><source>c</source><target/></trans-unit>`,
    );
    const incoming = await readFile(bytes);
    expect(incoming.problems).toEqual([expect.objectContaining({ code: 'code' })]);
    expect(said(incoming).map(({ source, target }) => [source, target])).toEqual([
      ['a. b `c`', 'A. B `c`'],
      ['c', null],
    ]);
  });

  it('refuses the files of other languages in the same document', async () => {
    const two = xliff12('<trans-unit id="body.0"><source>a</source></trans-unit>')
      .toString()
      .replace(
        '</xliff>',
        `<file original="room.${ID}" source-language="it" target-language="sv" datatype="plaintext"><body/></file></xliff>`,
      );
    expect((await readFile(Buffer.from(two))).problems).toEqual([
      expect.objectContaining({ code: 'language', what: 'it → sv' }),
    ]);
  });
});

describe('Files of other kinds', () => {
  const laughs = `<!DOCTYPE xliff [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><xliff>&b;</xliff>`;

  it.each([
    ['nothing', Buffer.alloc(0), 'fault.empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'fault.not_csv'],
    ['words', Buffer.from('hello'), 'fault.not_csv'],
    ['a table of something else', Buffer.from('a,b\n1,2\n'), 'fault.not_csv'],
    [
      'a table with loose quotation marks',
      Buffer.from('text,unit,from,source,to,target\n"a'),
      'fault.not_csv',
    ],
    ['a table in Latin 1', Buffer.from('text,unit,from,source,to,target\né', 'latin1'), 'fault.not_csv'],
    ['a page', Buffer.from('<html><body/></html>'), 'fault.unknown'],
    [
      'XLIFF of no namespace',
      Buffer.from('<xliff version="2.0" srcLang="sl" trgLang="sv"/>'),
      'fault.not_xliff',
    ],
    [
      'XLIFF of a later version',
      xliff2('', 'version="3.0" srcLang="sl" trgLang="sv"'),
      'fault.xliff_version',
    ],
    ['a document type', Buffer.from(laughs), 'xml.doctype'],
    ['an entity', xliff2('&x;'), 'xml.entity'],
    ['what is not closed', xliff2('<file>'), 'xml.malformed'],
    ['half a document', bytesOf(anyParcel(1), 'xliff2').subarray(0, -20), 'xml.malformed'],
    ['UTF-7', Buffer.from('<?xml version="1.0" encoding="UTF-7"?><xliff/>'), 'xml.encoding'],
    ['Latin 1', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1'), 'xml.encoding'],
    ['depth without end', xliff2('<group id="g">'.repeat(5000)), 'xml.too_deep'],
  ])('are refused in words: %s', async (_, bytes, key) => {
    expect(await refusalOf(bytes)).toBe(key);
  });

  it('are read in UTF-16 too, which some tools write', async () => {
    const bytes = Buffer.from(
      `\ufeff${xliff2(file2(unit2('<segment><source>ž</source></segment>'))).toString()}`,
      'utf16le',
    );
    expect((await readFile(bytes)).units.map(({ source }) => source)).toEqual(['ž']);
  });

  it('that are cut or changed at any place are refused or read, and nothing else happens', async () => {
    const chance = dice(99);
    for (const format of FORMATS) {
      const whole = bytesOf(anyParcel(3), format);
      for (let round = 0; round < 300; round += 1) {
        const bytes = Buffer.from(whole);
        for (let times = chance(3); times >= 0; times -= 1) bytes[chance(bytes.length)] = chance(256);
        const cut = chance(4) === 0 ? bytes.subarray(0, chance(bytes.length)) : bytes;
        expect(typeof ((await refusalOf(cut)) ?? 'read')).toBe('string');
      }
    }
  });
});

describe('The translation memory', () => {
  const pairs = (chance: Chance): Pair[] =>
    Array.from({ length: 20 }, () => ({
      ...{ from: 'sl', to: 'sv', source: `s${randomText(chance)}s`, target: `t${randomText(chance)}t` },
    }));

  it('comes back as it went, as TMX and as a table', async () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const memory = pairs(dice(seed));
      const tmx = await readXml(Buffer.from(writeTmx(memory)));
      for (const back of [readTmx(tmx), readPairs(writePairs(memory))])
        expect(back.map(({ line: _, ...pair }) => pair)).toEqual(memory);
    }
  });

  it('keeps the rules of TMX 1.4', async () => {
    const root = await readXml(Buffer.from(writeTmx(pairs(dice(1)))));
    expect([root.name, root.attribute('version')]).toEqual(['tmx', '1.4']);
    expect(root.elements().map(({ name }) => name)).toEqual(['header', 'body']);
    const wanted = [
      'creationtool',
      'creationtoolversion',
      'segtype',
      'o-tmf',
      'adminlang',
      'srclang',
      'datatype',
    ];
    expect(wanted.filter((name) => !root.element('header')!.attribute(name))).toEqual([]);
    for (const tu of root.element('body')!.elements())
      expect(tu.elements().map((tuv) => [tuv.name, tuv.elements().length])).toEqual([
        ['tuv', 1],
        ['tuv', 1],
      ]);
  });

  it('is read as other tools write it: several languages, countries, their own marks', async () => {
    const tmx = await readXml(
      Buffer.from(`<tmx version="1.4"><header creationtool="X" srclang="EN-GB"/><body>
        <tu><tuv xml:lang="SL-si"><seg>dve <bpt i="1">&lt;b></bpt>besedi<ept i="1">&lt;/b></ept></seg></tuv>
            <tuv xml:lang="en-GB"><seg>two <hi>words</hi></seg></tuv><tuv lang="it"><seg>due parole</seg></tuv></tu>
        <tu srclang="*all*"><tuv xml:lang="sv"><seg>ett</seg></tuv><tuv xml:lang="sl"><seg> </seg></tuv></tu>
      </body></tmx>`),
    );
    expect(readTmx(tmx).map(({ line: _, ...pair }) => pair)).toEqual([
      { from: 'en', source: 'two words', to: 'sl', target: 'dve besedi' },
      { from: 'en', source: 'two words', to: 'it', target: 'due parole' },
    ]);
  });
});

describe('The termbase', () => {
  const term = (locale: string, word: string, more: Partial<ConceptRecord['terms'][number]> = {}) => ({
    ...{ locale, word, standing: 'preferred', confidence: 'high', partOfSpeech: 'noun', gender: null },
    ...{ note: null, sources: [], ...more },
  });
  const concept = (chance: Chance): ConceptRecord =>
    ({
      ...{
        slug: `concept-${chance(1000)}`,
        domain: 'law',
        locale: 'en',
        definition: `d${randomText(chance)}d`,
      },
      ...{
        note: chance(2) ? `n${randomText(chance)}` : null,
        sources: chance(2) ? ['eu-2011', 'a & b'] : [],
      },
      terms: [
        term('en', 'social enterprise', { note: `n${randomText(chance)}` }),
        term('en', 'SE', { standing: 'acronym' }),
        term('sl', 'socialno podjetje', { gender: 'neuter', sources: ['zsocp'] }),
        term('sv', 'sociala företag', { standing: 'forbidden', partOfSpeech: 'proper_noun' }),
      ],
      countryNotes: [{ country: 'SI', locale: 'sl', text: `t${randomText(chance)}` }],
    }) as ConceptRecord;

  it('goes out as TBX-Basic and comes back with all that it has words for', async () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const records = [concept(dice(seed))];
      const back = readTbx(await readXml(Buffer.from(writeTbx(records))));
      const { terms, note, sources, ...rest } = records[0]!;
      const known = terms.map(({ confidence: _, ...each }) =>
        Object.fromEntries(
          Object.entries(each).filter(([, value]) => value !== null && (value as unknown[]).length !== 0),
        ),
      );
      expect(back.map(({ line: _, ...each }) => each)).toEqual([{ ...rest, note, sources, terms: known }]);
    }
  });

  it('keeps the rules of TBX-Basic', async () => {
    const root = await readXml(Buffer.from(writeTbx([concept(dice(1))])));
    expect([root.name, root.namespace, root.attribute('type'), root.attribute('style')]).toEqual([
      ...['tbx', 'urn:iso:std:iso:30042:ed-2', 'TBX-Basic', 'dca'],
    ]);
    expect(root.elements().map(({ name }) => name)).toEqual(['tbxHeader', 'text']);
    const entries = root.element('text')!.element('body')!.elements('conceptEntry');
    for (const entry of entries) {
      expect(entry.attribute('id')).toMatch(/^[A-Za-z_][\w.-]*$/);
      const languages = entry.elements('langSec');
      expect(new Set(languages.map((each) => each.attribute('xml:lang'))).size).toBe(languages.length);
      for (const section of languages.flatMap((each) => each.elements('termSec')))
        expect(section.elements()[0]!.name).toBe('term');
    }
  });

  it('is read as other tools write it, of 2008 too, with what they leave out left out', async () => {
    const martif = await readXml(
      Buffer.from(`<martif type="TBX" xml:lang="en"><martifHeader/><text><body><termEntry id="eid-1">
        <descrip type="subjectField">x</descrip>
        <langSet xml:lang="EN-gb"><descripGrp><descrip type="definition">A farm.</descrip></descripGrp>
          <tig><term>Farm &amp; yard</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
        <langSet xml:lang="sl"><ntig><termGrp><term>kmetija</term>
          <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termGrp></ntig></langSet>
      </termEntry></body></text></martif>`),
    );
    expect(readTbx(martif)).toEqual([
      {
        ...{ slug: 'farm-yard', line: 1, domain: 'x', definition: 'A farm.', locale: 'en', sources: [] },
        countryNotes: [],
        terms: [
          { locale: 'en', word: 'Farm & yard', partOfSpeech: 'noun' },
          { locale: 'sl', word: 'kmetija', standing: 'forbidden' },
        ],
      },
    ]);
    for (const other of ['<tbx/>', '<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dct"/>'])
      await expect(readContents(Buffer.from(other))).rejects.toThrow(Invalid);
  });
});
