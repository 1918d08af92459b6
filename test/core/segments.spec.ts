import { compose, segmentsOf, type Segments } from '../../src/core/markdown/segments';
import { Invalid } from '../../src/core/errors/refusal';
import { PATHOLOGICAL } from '../support/pathological';

const DOCUMENT = [
  '# Povzetek  ',
  '',
  'Prvi odstavek',
  'v dveh vrsticah.',
  '',
  '> Navedek',
  'ki se leno nadaljuje',
  '>',
  '> - točka v navedku',
  '>   še ena vrsta',
  '',
  '1. Prva',
  '2. Druga',
  '',
  '   Še odstavek druge.',
  '   - notranja',
  '',
  '| Država | Koda `a\\|b` |',
  '|:--|--:|',
  '| Švedska | se |',
  'Slovenija | si',
  '| | |',
  '',
  '```js',
  'koda("ostane")',
  '```',
  '',
  '---',
  '',
  'Naslov pod črto',
  '===',
  '',
  '[povezava]: https://example.org "naslov"',
  '',
  '[^1]: Opomba',
  '    se nadaljuje.',
  '',
].join('\n');

/** The same numbers for the same seed, and a long way to the first repetition (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * sides);
  };
}

const kindsOf = ({ segments }: Segments) => segments.map(({ kind }) => kind);
const texts = ({ segments }: Segments) => segments.map(({ text }) => text);

describe('Segments', () => {
  it('are what a translator would call a piece: headings, paragraphs, items, rows, without their marks', () => {
    const found = segmentsOf(DOCUMENT, 'markdown');
    expect(found.segments.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: Povzetek',
      'paragraph: Prvi odstavek\nv dveh vrsticah.',
      'quote: Navedek\nki se leno nadaljuje',
      'item: točka v navedku\nše ena vrsta',
      'item: Prva',
      'item: Druga',
      'item: Še odstavek druge.',
      'item: notranja',
      'row: Država | Koda `a\\|b`',
      'row: Švedska | se',
      'row: Slovenija | si',
      'heading: Naslov pod črto',
      'footnote: Opomba\nse nadaljuje.',
    ]);
    expect(compose(found, texts(found))).toBe(DOCUMENT);
  });

  it('keep the marks of quotes and lists when a translation has more lines, or fewer', () => {
    const found = segmentsOf('> - one\n>   two\n', 'markdown');
    expect(compose(found, ['ena\ndve\ntri'])).toBe('> - ena\n>   dve\n>   tri\n');
    expect(compose(found, ['ena'])).toBe('> - ena\n');
    expect(compose(segmentsOf('1. one', 'markdown'), ['ena\n\ndve'])).toBe('1. ena\n   dve');
  });

  it('let a date be a date, where Markdown would begin a list', () => {
    const found = segmentsOf('January 1, 2026\n\n- # 3', 'markdown');
    expect(compose(found, ['1. januar 2026', '> 3'])).toBe('1\\. januar 2026\n\n- # \\> 3');
  });

  it('hold rows to their cells', () => {
    const found = segmentsOf('a | b\n-|-\n| c | d |', 'markdown');
    expect(compose(found, ['x', 'y | z | q'])).toBe('x | …\n-|-\n| y | z \\| q |');
  });

  it('leave a segment its own words when there are no others', () => {
    const found = segmentsOf('One\n\nTwo\n\nThree', 'markdown');
    expect(compose(found, ['Ena', null, ' \n'])).toBe('Ena\n\nTwo\n\nThree');
  });

  it('take plain text apart at empty lines, and a line not at all', () => {
    const plain = segmentsOf('\n1. One\r\nmore\r\n \r\n\r\n# Two ', 'prose');
    expect(texts(plain)).toEqual(['1. One\nmore', '# Two']);
    expect(compose(plain, ['- Ena', 'Dve'])).toBe('\n- Ena\r\n \r\n\r\nDve ');
    expect(texts(segmentsOf(' # Name ', 'line'))).toEqual(['# Name']);
    expect(compose(segmentsOf(' # Name ', 'line'), ['- Ime\nin'])).toBe(' - Ime in ');
    expect(segmentsOf('', 'line')).toEqual({ segments: [], tail: '' });
    expect(segmentsOf('…\n\n***', 'markdown').segments).toEqual([]);
  });

  describe('of any Markdown', () => {
    const PARTS = [
      ...[
        '# ',
        '## ',
        '> ',
        '- ',
        '* ',
        '+ ',
        '1. ',
        '12) ',
        '  ',
        '    ',
        '\t',
        '|',
        ' | ',
        '\\',
        '\\|',
        '`',
        '```',
      ],
      ...[
        '~~~',
        '---',
        '===',
        '***',
        '___',
        '-',
        ':-:',
        '|---|',
        '|-|-|',
        '[^1]',
        '[^1]: ',
        '[a]: ',
        '[a]',
        '[',
        ']:',
      ],
      ...[
        '"',
        "'",
        '(',
        ')',
        '<div>',
        '&amp;',
        '#',
        ' #',
        '\u00a0',
        '😀',
        'beseda',
        'två ord',
        'Š',
        '1',
        '1. januar',
        'x',
      ],
      ...['[a](https://example.org)', '**b**', '_c_', '@ana', '/url "t', 'a | b', ' ', '  '],
    ];
    const LINE_ENDS = ['\n', '\n', '\n\n', '\n> ', '\n- ', '\r\n', '\r\n\r\n', '\n    ', '\r', '\n|'];

    function randomText(roll: (sides: number) => number): string {
      const parts = Array.from({ length: 1 + roll(24) }, () =>
        roll(3) === 0 ? LINE_ENDS[roll(LINE_ENDS.length)]! : PARTS[roll(PARTS.length)]!,
      );
      return parts.join('');
    }

    it('give it back character for character', () => {
      const roll = dice(4);
      for (let round = 0; round < 5_000; round += 1) {
        const text = randomText(roll);
        for (const form of ['markdown', 'prose', 'line'] as const) {
          const found = segmentsOf(text, form);
          expect({ text, form, back: compose(found, texts(found)) }).toEqual({ text, form, back: text });
          expect(compose(found, [])).toBe(text);
        }
      }
    });

    /** Documents as people write them: blocks of all kinds, in each other, with empty lines between. */
    function randomDocument(roll: (sides: number) => number): string {
      const words = () =>
        ['Beseda', 'två **ord**', 'una [parola](https://example.org)', 'a `b|c` d'][roll(4)]!;
      const block = (depth: number): string => {
        const inner = (prefix: string, first = prefix) =>
          block(depth + 1)
            .replace(/^/gm, prefix)
            .replace(prefix, first);
        const kinds = [
          () => `${words()}\n${words()}`,
          () => `${'#'.repeat(1 + roll(4))} ${words()}`,
          () => `${words()}\n${['===', '---'][roll(2)]}`,
          () => '```\ncode\n```',
          () => '---',
          () => `| ${words()} | b |\n|---|--:|\n| ${words()} | d |\n| e |`,
          () => `${words()} | b\n--|--\nc | ${words()}`,
          () => (depth > 2 ? words() : inner('> ')),
          () => (depth > 2 ? words() : inner('  ', '- ') + `\n- ${words()}`),
          () => (depth > 2 ? words() : inner('   ', '1. ')),
          () => (depth > 0 ? words() : `[^n]: ${words()}\n    ${words()}`),
        ];
        const one = () => kinds[roll(kinds.length)]!();
        return depth === 0 ? one() : Array.from({ length: 1 + roll(2) }, one).join('\n\n');
      };
      return Array.from({ length: 1 + roll(6) }, () => block(0)).join('\n\n');
    }

    function changed(text: string, roll: (sides: number) => number) {
      const found = segmentsOf(text, 'markdown');
      const others = found.segments.map(() => `${randomText(roll)}ž`);
      const composed = compose(found, others);
      const same = kindsOf(segmentsOf(composed, 'markdown')).join() === kindsOf(found).join();
      return { text, others, composed, same };
    }

    it('leave the same blocks in the same order, whatever a translator writes into them', () => {
      const roll = dice(5);
      const wrong = Array.from({ length: 5_000 }, () => changed(randomDocument(roll), roll)).filter(
        ({ same }) => !same,
      );
      expect(wrong.slice(0, 3)).toEqual([]);
    });

    it('leave them nearly always even in what nobody would write', () => {
      const roll = dice(6);
      const wrong = Array.from({ length: 5_000 }, () => changed(randomText(roll), roll)).filter(
        ({ same }) => !same,
      );
      expect(wrong.length).toBeLessThan(5);
    });

    it('are found in bounded time, or the text is refused', () => {
      for (const [name, text] of Object.entries(PATHOLOGICAL)) {
        const cost = () => {
          const before = process.cpuUsage();
          try {
            const found = segmentsOf(text, 'markdown');
            compose(
              found,
              texts(found).map((each) => `${each}ž`),
            );
          } catch (error) {
            expect(error).toBeInstanceOf(Invalid);
          }
          const { user, system } = process.cpuUsage(before);
          return (user + system) / 1000;
        };
        expect({ name, slow: Math.min(cost(), cost()) > 400 }).toEqual({ name, slow: false });
      }
    });
  });
});
