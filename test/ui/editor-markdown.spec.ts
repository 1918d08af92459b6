import { type Node } from 'prosemirror-model';
import { bare, essence } from '../../src/ui/browser/editor/essence';
import { read } from '../../src/ui/browser/editor/kept';
import { schema } from '../../src/ui/browser/editor/schema';
import { write } from '../../src/ui/browser/editor/whole';
import { dice } from '../support/dice';
import { RandomText } from '../support/editing';
import { aDocument } from '../support/machine/documents';
import { PATHOLOGICAL } from '../support/pathological';

const SEEDS = Array.from({ length: Number(process.env['EDITED_DOCUMENTS'] ?? 60) }, (_, place) => place + 1);

function rolling(seed: number) {
  const roll = dice(seed * 7919);
  roll(2);
  return roll;
}

/** What a reader would see of it. */
const essential = (document: Node): string =>
  document.children
    .flatMap((node) => bare(node) ?? [])
    .map((node) => JSON.stringify(essence(node).toJSON()))
    .join('\n');

const CHAPTER = `Uvod z opombo.[^1]

## Naslov ##

::: key
Najprej *razdelite* naročilo,
potem zapišite merilo.
:::
::: definition zadruga
:::

* ena
* dve, __krepko__
    1. noter

| Država|Članov |
|:------|------:|
| SI    | 12    |
| SE    | 1 050 |

![Slika _ena_](/files/0b6f6f44-6a94-4f0b-9d7e-3f1f2f9b2f10)

Glej [](chapter:uvod) in [](figure:0b6f6f44-6a94-4f0b-9d7e-3f1f2f9b2f10), [tu][vir].

::: neznano
ostane
:::

<div>tudi</div>

[vir]: https://example.org/a
[^1]: Vir: COOP.

    Druga vrstica opombe.
`;

const texts = (): [number | string, string][] => [
  ['chapter', CHAPTER],
  ['nothing', ''],
  ['empty lines', '\n\n  \n'],
  ['one line', 'a'],
  ['indented', '\n\n    code\n\n\n'],
  ['no break at the end', '# a\n\n- b'],
  ['a box without end', '::: key\na\n\nb'],
  ['a no-break space', '&nbsp;\n\na'],
  ...Object.entries(PATHOLOGICAL).map(([name, text]): [string, string] => [name, text.slice(0, 35)]),
  ...SEEDS.map((seed): [number, string] => [seed, aDocument(seed)]),
  ...SEEDS.map((seed): [number, string] => [
    seed,
    write(new RandomText(rolling(seed)).document(), read('').kept),
  ]),
];

describe('Editing Markdown', () => {
  it('says the same again, whatever was made in the editor', () => {
    for (const seed of SEEDS) {
      const document = new RandomText(rolling(seed)).document();
      const text = write(document, read('').kept);
      expect(`${seed} ${essential(read(text).document)}`).toBe(`${seed} ${essential(document)}`);
    }
  });

  it('writes a text that nobody has changed as it was, byte for byte', () => {
    for (const [name, text] of texts()) {
      const { document, kept } = read(text);
      const { blocks } = kept;
      expect(kept.before + blocks.map(({ source, after }) => source + after).join('')).toBe(text);
      const drawnAnew = schema.nodeFromJSON(document.toJSON());
      expect(`${name} ${write(drawnAnew, kept)}`).toBe(`${name} ${text}`);
    }
  });

  it('leaves the bytes of all other blocks alone when one is changed, added or taken away', () => {
    for (const [name, text] of texts()) {
      const { document, kept } = read(text);
      const chance = rolling(text.length + 1);
      const place = chance(document.childCount);
      // What others lead to is missed by them: their links are kept by writing them anew.
      if (['raw', 'footnote'].includes(document.child(place).type.name)) continue;
      const fresh = schema.node('paragraph', null, schema.text(`Nov odstavek ${name}.`));
      const around = (added: Node[], taken: number) => [
        ...document.children.slice(0, place),
        ...added,
        ...document.children.slice(place + taken),
      ];
      for (const [added, taken] of [
        [[fresh], 1],
        [[fresh], 0],
        [[], document.childCount > 1 ? 1 : 0],
      ] as const) {
        const changed = schema.node('doc', null, around([...added], taken));
        const written = write(changed, kept);
        // What now stands beside another block may need other marks, so as not to become a part of it.
        const seam = added.length === 0 ? 1 : 0;
        const others = kept.blocks.filter((_, at) => at < place || at >= place + taken + seam);
        for (const { source } of others) expect(written).toContain(source);
        if (added.length > 0) expect(written).toContain('Nov odstavek');
      }
    }
  });

  it('leaves the other items, rows and paragraphs of a changed block alone too', () => {
    const text = '* _ena_\n* dve\n  vrstici\n* tri\n\n| a|b |\n|--|---|\n| 1|2  |\n| 3|4  |\n';
    const { document, kept } = read(text);
    const json = JSON.stringify(document.toJSON())
      .replace('tri', 'štiri')
      .replace('"text":"4"', '"text":"5"');
    expect(write(schema.nodeFromJSON(JSON.parse(json)), kept)).toBe(
      '* _ena_\n* dve\n  vrstici\n* štiri\n\n| a|b |\n|--|---|\n| 1|2  |\n| 3 | 5 |\n',
    );
  });

  it('keeps what it has no shape for as it stands', () => {
    const { document } = read(
      'a\n\n![x](https://elsewhere.example/x.png) and words\n\n[vir]: https://example.org/a\n',
    );
    expect(document.children.map(({ type, textContent }) => `${type.name} ${textContent}`)).toEqual([
      'paragraph a',
      'raw ![x](https://elsewhere.example/x.png) and words',
      'raw [vir]: https://example.org/a',
    ]);
  });
});
