import { compose, segmentsOf } from '../../src/core/markdown/segments';
import { figuresOf, wordsOf, type DocumentBlock } from '../../src/core/documents/document';
import { parseDocument } from '../../src/core/documents/parse';
import { PATHOLOGICAL } from '../support/pathological';
import { Refusal } from '../../src/core/errors/refusal';

const FILE = '0b0e7a44-57a5-4d9b-9c05-1a2b3c4d5e6f';
const CHAPTER = [
  '# Javno naročanje',
  '',
  'Glejte [](chapter:kdo-sedi) in [sliko](figure:' + FILE + ').[^1]',
  '',
  `![Trije *krogi*](/files/${FILE})`,
  '',
  '::: key',
  'Najprej razdelite naročilo.',
  '',
  '- Prva točka',
  ':::',
  '',
  '::: definition social-enterprise',
  ':::',
  '',
  '| Država | Število |',
  '| --- | ---: |',
  '| Švedska | 3 |',
  '',
  '[^1]: Opomba.',
  '',
].join('\n');

describe('A published text', () => {
  it('is one tree: headings with the same anchors in all languages, figures, boxes, notes', () => {
    const { blocks, footnotes } = parseDocument(CHAPTER);
    expect(blocks.map(({ kind }) => kind)).toEqual([
      ...['heading', 'paragraph', 'figure', 'callout', 'inclusion', 'table'],
    ]);
    expect(blocks[0]).toMatchObject({ level: 2, anchor: 'h-1' });
    expect(blocks[1]).toMatchObject({
      children: [
        { kind: 'text', text: 'Glejte ' },
        { kind: 'reference', to: 'chapter', of: 'kdo-sedi', children: [] },
        { kind: 'text', text: ' in ' },
        { kind: 'reference', to: 'figure', of: FILE },
        { kind: 'text', text: '.' },
        { kind: 'footnote', number: 1 },
      ],
    });
    expect(wordsOf((blocks[2] as DocumentBlock & { kind: 'figure' }).caption)).toBe('Trije krogi');
    expect(blocks[3]).toMatchObject({ tone: 'key', blocks: [{ kind: 'paragraph' }, { kind: 'list' }] });
    expect(blocks[4]).toEqual({ kind: 'inclusion', what: 'definition', of: 'social-enterprise' });
    expect(blocks[5]).toMatchObject({
      align: [null, 'right'],
      head: [[{ text: 'Država' }], [{ text: 'Število' }]],
    });
    expect(footnotes).toEqual([[{ kind: 'paragraph', children: [{ kind: 'text', text: 'Opomba.' }] }]]);
    expect(figuresOf(parseDocument(CHAPTER))).toEqual([FILE]);
  });

  it('is translated without its marks: captions are words, boxes and addresses are not', () => {
    const found = segmentsOf(CHAPTER, 'document');
    expect(found.segments.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: Javno naročanje',
      `paragraph: Glejte [](chapter:kdo-sedi) in [sliko](figure:${FILE}).[^1]`,
      'figure: Trije *krogi*',
      'paragraph: Najprej razdelite naročilo.',
      'item: Prva točka',
      'row: Država | Število',
      'row: Švedska | 3',
      'footnote: Opomba.',
    ]);
    expect(compose(found, [])).toBe(CHAPTER);
  });

  it('keeps its form whatever a translation says', () => {
    const found = segmentsOf(CHAPTER, 'document');
    const hostile = found.segments.map(() => '::: key\n](x) ![y](/files/z) [\\');
    const { blocks } = parseDocument(compose(found, hostile));
    expect(blocks.map(({ kind }) => kind)).toEqual(parseDocument(CHAPTER).blocks.map(({ kind }) => kind));
    expect(figuresOf({ blocks, footnotes: [] })).toEqual([FILE]);
  });

  it('takes pictures only from the hub itself, and leaves the rest as words', () => {
    const remote = parseDocument('![spy](https://example.org/pixel.gif)\n\n<script>alert(1)</script>');
    expect(figuresOf(remote)).toEqual([]);
    expect(JSON.stringify(remote)).not.toContain('pixel.gif');
    expect(JSON.stringify(remote)).toContain('<script>');
    const lure = parseDocument('[x](javascript:alert(1)) [y](chapter:../../etc) [z](data:text/html,x)');
    expect(JSON.stringify(lure)).not.toContain('"link"');
    expect(JSON.stringify(lure)).not.toContain('"reference"');
  });

  it.each(Object.entries(PATHOLOGICAL))('is read or refused in time: %s', (_, text) => {
    try {
      parseDocument(text);
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
    }
  });
});
