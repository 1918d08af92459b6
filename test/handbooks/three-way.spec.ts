import { sequenceDifference } from '../../src/core/texts/sequence-difference';
import { joinPassages, passagesOf } from '../../src/handbooks/writing/passages';
import { threeWay, type Piece } from '../../src/handbooks/writing/three-way';
import { PATHOLOGICAL } from '../support/pathological';
import { dice } from '../support/dice';

/** What stands where nobody has to choose; conflicts in angles. */
const merged = (base: string, theirs: string, yours: string): string =>
  joinPassages(
    threeWay(base, theirs, yours).flatMap((piece: Piece) =>
      piece.kind === 'conflict'
        ? [`<${piece.theirs.join('').trimEnd()}|${piece.yours.join('').trimEnd()}>\n\n`]
        : piece.passages,
    ),
  ).trimEnd();

const text = (...passages: string[]) => passages.join('\n\n');

describe('Two people who change the same text', () => {
  it('meet where only one of them changed a paragraph, also when they are neighbours', () => {
    const base = text('One', 'Two', 'Three');
    expect(merged(base, text('One!', 'Two', 'Three'), text('One', 'Two?', 'Three'))).toBe(
      text('One!', 'Two?', 'Three'),
    );
    expect(merged(base, text('One', 'Three'), text('One', 'Two', 'Three', 'Four'))).toBe(
      text('One', 'Three', 'Four'),
    );
    expect(merged(base, text('New', 'One', 'Two', 'Three'), text('One?', 'Two', 'Three'))).toBe(
      text('New', 'One?', 'Two', 'Three'),
    );
  });

  it('agree when they changed the same to the same', () => {
    expect(merged(text('One', 'Two'), text('Uno', 'Two'), text('Uno', 'Two', 'Tre'))).toBe(
      text('Uno', 'Two', 'Tre'),
    );
    expect(threeWay('One', 'Uno', 'Uno')).toMatchObject([{ kind: 'agreed' }]);
  });

  it('must choose where both changed the same paragraph, or wrote something new at the same place', () => {
    const base = text('One', 'Two', 'Three');
    expect(merged(base, text('One', 'Dva', 'Three'), text('One', 'Två', 'Three'))).toBe(
      text('One', '<Dva|Två>', 'Three'),
    );
    expect(merged('One', text('One', 'Dva'), text('One', 'Två'))).toBe(text('One', '<Dva|Två>'));
    expect(merged(base, text('One', 'Three'), text('One', 'Two?', 'Three'))).toBe(
      text('One', '<|Two?>', 'Three'),
    );
    expect(merged('', 'Dva', 'Två')).toBe('<Dva|Två>');
  });

  it('lose nothing that only one of them wrote, whatever they do', () => {
    const any = dice(5);
    for (let round = 0; round < 300; round += 1) {
      const base = Array.from({ length: any(12) }, (_, place) => `p${place}`);
      const change = (who: string) =>
        base.flatMap((passage, place) => {
          const way = any(8);
          if (way === 0) return [];
          if (way === 1) return [`${passage}-${who}`];
          return way === 2 ? [passage, `${who}${round}-${place}`] : [passage];
        });
      const [theirs, yours] = [change('t'), change('y')];
      const result = merged(text(...base), text(...theirs), text(...yours));
      for (const passage of [...theirs, ...yours])
        if (!base.includes(passage)) expect(result.split(/[\n<|>]+/)).toContain(passage);
      expect(merged(text(...base), text(...theirs), text(...base))).toBe(text(...theirs));
      expect(merged(text(...base), text(...base), text(...yours))).toBe(text(...yours));
    }
  });
});

describe('A text taken apart into passages', () => {
  it('gives itself again, with code in one piece', () => {
    const source = '# Title\n\n\nOne\nline\n\n```\na\n\nb\n```\n\n> quote\n';
    expect(passagesOf(source)).toEqual([
      '# Title\n\n\n',
      'One\nline\n\n',
      '```\na\n\nb\n```\n\n',
      '> quote\n',
    ]);
    for (const hostile of Object.values(PATHOLOGICAL)) expect(passagesOf(hostile).join('')).toBe(hostile);
  });
});

describe('The difference of two sequences', () => {
  it('leads from one to the other, however long they are', () => {
    const below = dice(7);
    const apply = (old: string[], young: string[]) => {
      const result: string[] = [];
      let place = 0;
      for (const hunk of sequenceDifference(old, young)) {
        result.push(...old.slice(place, hunk.old[0]), ...young.slice(...hunk.young));
        place = hunk.old[1];
      }
      return [...result, ...old.slice(place)];
    };
    for (const length of [0, 1, 2, 5, 20, 60]) {
      const any = () => Array.from({ length: below(length + 1) }, () => `${below(4)}`);
      for (let round = 0; round < 60; round += 1) {
        const [old, young] = [any(), any()];
        expect(apply(old, young)).toEqual(young);
      }
    }
    const many = (seed: string) => Array.from({ length: 20_000 }, (_, place) => `${seed}${place % 977}`);
    const before = process.cpuUsage();
    expect(apply(many('a'), many('b'))).toEqual(many('b'));
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(4000);
  });
});
