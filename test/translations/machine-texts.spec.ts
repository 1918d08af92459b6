import { compose, segmentsOf } from '../../src/core/markdown/segments';
import { Defective, type Defect } from '../../src/translations/machine/marked/piece';
import type { Form } from '../../src/core/texts/text-kind';
import { ProtectedText } from '../../src/translations/machine/marked/protected-text';
import type { Wire } from '../../src/translations/machine/marked/wire';
import { dice } from '../support/dice';
import { aDocument } from '../support/machine/documents';
import { WITH_TEXTS, honestly, spoilt } from '../support/machine/mischief';
import { expectSameForm } from '../support/machine/same-form';
import { PATHOLOGICAL } from '../support/pathological';

const WIRES: Wire[] = ['xml', 'html'];

const sent = (source: string, form: Form = 'markdown', wire: Wire = 'xml') =>
  new ProtectedText(source, form, wire).requests;

function back(
  source: string,
  answer: (sent: string) => string,
  wire: Wire = 'xml',
  form: Form = 'markdown',
): string {
  const text = new ProtectedText(source, form, wire);
  return text.restored(text.requests.map(answer));
}

function defect(
  source: string,
  answer: (sent: string) => string,
  wire: Wire = 'xml',
  form: Form = 'markdown',
): Defect {
  try {
    back(source, answer, wire, form);
  } catch (error) {
    if (error instanceof Defective) return error.defect;
    throw error;
  }
  throw new Error('It was taken');
}

describe('what a machine is sent', () => {
  it('is words; code, addresses, mentions, emoji and marks are numbers', () => {
    expect(sent('See `a = <b>`, https://coop.si/a_b. and @anna.novak 👩‍👩‍👧 **now**')).toEqual([
      'See <x id="1"/>, <x id="2"/>. and <x id="3"/> <x id="4"/> <g id="5">now</g>',
    ]);
  });

  it('has the words of a link, and neither its address nor its title', () => {
    expect(sent('[the *forum*](https://example.org "A title") and [this][ref]')).toEqual([
      '<g id="1">the <g id="2">forum</g></g> and <g id="3">this</g>',
    ]);
  });

  it('is one text for each item, cell and heading, so that their marks cannot be hurt', () => {
    expect(sent('# Aims ##\n- one\n  more\n- [x] two\n\n| a b | c |\n|---|:-:|\n| d | 1 |')).toEqual([
      ...['Aims', 'one<x id="1"/>more', 'two', 'a b', 'c', 'd'],
    ]);
  });

  it('is nothing for code, numbers, addresses and definitions', () => {
    for (const source of [
      '```\nconst a;\n```',
      '12,5 %',
      'https://example.org',
      '[a]: https://b.example',
      '---',
      '✅',
    ])
      expect(sent(source)).toEqual([]);
  });

  it('holds no term that must stay', () => {
    const known = { terms: ['COOP', 'COOP Forum'], labels: new Set<string>() };
    const text = new ProtectedText('The COOP Forum of COOP and COOPs', 'line', 'xml', known);
    expect(text.requests).toEqual(['The <x id="1"/> of <x id="2"/> and COOPs']);
  });

  it('keeps lines and addresses of plain paragraphs, where marks are only marks', () => {
    const [text] = sent('One *two*\n\nthree: https://a.example', 'prose');
    expect(text).toBe('One <x id="1"/>two<x id="2"/>three: <x id="3"/>');
  });

  it('shows a mark with words in HTML, since some put an empty one anywhere', () => {
    expect(sent('a word `b`', 'markdown', 'html')).toEqual(['a word <code id="x1" translate="no">X1</code>']);
  });

  it('becomes the same text again, to the last character, whatever the text is', () => {
    for (const source of [
      ...Object.values(PATHOLOGICAL),
      ...Array.from({ length: 60 }, (_, n) => aDocument(n)),
    ]) {
      const text = new ProtectedText(source, 'markdown', 'xml');
      const parts = (text as unknown as { parts: ({ text: string } | { pieces: { text: string }[] })[] })
        .parts;
      const whole = parts.map((part) =>
        'pieces' in part ? part.pieces.map((each) => each.text).join('') : part.text,
      );
      expect(whole.join('')).toBe(source);
    }
  });
});

describe('what comes back', () => {
  it('may stand in another order', () => {
    expect(back('Read **this** `now`', () => '<x id="2"/> läs <g id="1">detta</g>')).toBe(
      '`now` läs **detta**',
    );
  });

  it('is mended where letters are large and spaces are new', () => {
    expect(back('Read **this** `now`', () => "Läs < G ID = '1' > detta < / G >  <X id=“2” / >")).toBe(
      'Läs  **detta**   `now`',
    );
    expect(back('Read `now`', () => 'Läs <CODE ID="X1" TRANSLATE="NO"> x1 </CODE>', 'html')).toBe(
      'Läs `now`',
    );
  });

  it.each<[Defect, string, string]>([
    ['lost', 'Read `a` b', 'Läs b'],
    ['doubled', 'Read `a` b', 'Läs <x id="1"/> <x id="1"/>'],
    ['invented', 'Read `a` b', 'Läs <x id="1"/> <x id="2"/>'],
    ['nesting', '**a b** *c d*', '<g id="1">a <g id="2">b</g>'],
    ['nesting', 'Read **this**', 'Läs</g> detta<g id="1">'],
    ['nesting', 'Read **this**', 'Läs detta <g id="1"/>'],
    ['nesting', 'Read `a` b', 'Läs <x id="1">inuti</x>'],
    ['markup', 'Read `a` b', 'Läs <x id="1"/> <script>alert(1)</script>'],
    ['markup', 'Read `a` b', 'Läs <x id="1"/> <'],
    ['markup', 'Read `a` b', 'Läs <x id="1" onclick="x"/>'],
    ['markup', 'Read that', 'Läs &lt;img src=x onerror=alert(1)&gt;'],
    ['markup', 'Read that', 'Läs **det**'],
    ['markup', 'Read that', 'Läs [det](javascript:alert(1))'],
    ['markup', 'Read that', 'Läs &amp;lt;script&amp;gt;'],
    ['structure', 'Read that', '# Läs det'],
    ['structure', 'Read that', '- Läs det'],
    ['markup', 'Read that', 'Läs https://evil.example'],
    ['characters', 'Read that', 'Läs\u202E det'],
    ['characters', 'Read that', 'Läs det\u0000'],
    ['characters', 'Read that', 'Läs \ud800'],
    ['number', 'It began in 1998', 'Det började 1989'],
    ['empty', 'Read that', '   '],
    ['empty', 'Read **that**', '<g id="1">1</g>'],
    ['length', 'Read that', 'Läs '.repeat(500)],
    ['unchanged', 'Everybody in this room was asked', 'Everybody in this room was asked'],
  ])('is refused as %s: %s → %s', (expected, source, answer) => {
    expect(defect(source, () => answer)).toBe(expected);
  });

  it('may write a large number as its language does', () => {
    expect(back('It cost 1,234.50 in 1998', () => 'Det kostade 1 234,50 år 1998')).toBe(
      'Det kostade 1 234,50 år 1998',
    );
  });

  it('is plain text where the text is: no mark can make more of it', () => {
    expect(defect('A name', () => '<b>Ett</b> namn', 'xml', 'line')).toBe('markup');
    expect(back('A name & more', () => 'Ett namn &amp; &quot;mer&quot;', 'xml', 'line')).toBe(
      'Ett namn & "mer"',
    );
  });

  describe.each(WIRES)('in %s', (wire) => {
    it.each(WITH_TEXTS)('is the same in form, or refused, when a provider does this to it: %s', (how) => {
      const counts = { taken: 0, refused: 0 };
      for (let seed = 0; seed < 12; seed += 1) {
        for (const { text: segment } of segmentsOf(aDocument(seed), 'markdown').segments) {
          const text = new ProtectedText(segment, 'markdown', wire);
          if (text.requests.length === 0) continue;
          const roll = dice(seed + segment.length);
          try {
            const result = text.restored(
              text.requests.map((each) => spoilt(honestly(each, 'sl'), how, wire, roll)),
            );
            expectSameForm(segment, result);
            counts.taken += 1;
          } catch (error) {
            if (!(error instanceof Defective)) throw error;
            counts.refused += 1;
          }
        }
      }
      expect(counts.taken + counts.refused).toBeGreaterThan(50);
      if (['script', 'entities', 'markdown', 'invented', 'link', 'empty'].includes(how))
        expect(counts.taken).toBe(0);
      if (['case', 'spaces'].includes(how)) expect(counts.refused / counts.taken).toBeLessThan(0.25);
    });

    it('is taken whole when the provider is honest', () => {
      for (let seed = 0; seed < 15; seed += 1) {
        const source = aDocument(seed);
        const whole = segmentsOf(source, 'markdown');
        const result = compose(
          whole,
          whole.segments.map(({ text }) => back(text, (each) => honestly(each, 'sl'), wire)),
        );
        expectSameForm(source, result);
        expect(result).not.toBe(source);
      }
    });
  });

  it('takes no time, whatever the text is', () => {
    for (const source of Object.values(PATHOLOGICAL)) {
      const text = new ProtectedText(source, 'markdown', 'xml');
      try {
        text.restored(text.requests.map((each) => honestly(each, 'sl')));
      } catch (error) {
        if (!(error instanceof Defective)) throw error;
      }
    }
  });
});
