import { Outline } from '../../src/handbooks/outline';

const FIGURES = ['0b0e7a44-57a5-4d9b-9c05-1a2b3c4d5e6f', '1b0e7a44-57a5-4d9b-9c05-1a2b3c4d5e6f'] as const;
const figure = (file: string) => `![Slika](/files/${file})`;

const chapter = (slug: string, parentId: string | null, position: number, more = {}) => ({
  ...{ id: slug, slug, parentId, position, numbered: true, body: null as string | null },
  ...more,
});

const CHAPTERS = [
  chapter('tenders', 'sectors', 4),
  chapter('why', null, 5, { body: figure(FIGURES[1]) }),
  chapter('preface', null, 0, { numbered: false }),
  chapter('sectors', null, 9),
  chapter('table', 'sectors', 1, { body: `${figure(FIGURES[0])}\n\n${figure(FIGURES[1])}` }),
  chapter('lots', 'tenders', 0),
  chapter('thanks', 'preface', 0),
];

describe('The outline of a handbook', () => {
  it('numbers parts, chapters and sections by their order; an introduction has no number, nor what is in it', () => {
    const outline = new Outline(CHAPTERS);
    expect(outline.all.map(({ chapter: { slug }, number, depth }) => [number, slug, depth])).toEqual([
      [null, 'preface', 1],
      [null, 'thanks', 2],
      ['1', 'why', 1],
      ['2', 'sectors', 1],
      ['2.1', 'table', 2],
      ['2.2', 'tenders', 2],
      ['2.2.1', 'lots', 3],
    ]);
    expect(outline.above(outline.at('lots')!).map(({ chapter: { slug } }) => slug)).toEqual([
      'sectors',
      'tenders',
    ]);
  });

  it('follows a move: the numbers change, the addresses do not', () => {
    const moved = CHAPTERS.map((each) => (each.slug === 'why' ? { ...each, position: 99 } : each));
    const outline = new Outline(moved);
    expect(outline.at('why')!.number).toBe('2');
    expect(outline.at('lots')!.number).toBe('1.2.1');
  });

  it('numbers figures through the whole book, each file once', () => {
    const outline = new Outline(CHAPTERS);
    expect(outline.figureNumber(FIGURES[1])).toBe(1);
    expect(outline.figureNumber(FIGURES[0])).toBe(2);
    expect(outline.figureNumber('unknown')).toBeUndefined();
  });
});
