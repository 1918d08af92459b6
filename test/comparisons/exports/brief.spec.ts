import { Language } from '../../../src/core/i18n/language';
import { LOCALES } from '../../../src/core/i18n/locales';
import { briefOf } from '../../../src/comparisons/exports/brief/brief-of';
import { briefPdf } from '../../../src/comparisons/exports/brief/brief-pdf';
import { narrowed, type Narrowing } from '../../../src/comparisons/exports/narrowing';
import type { Publication } from '../../../src/comparisons/exports/publication';
import type { ComparisonData } from '../../../src/comparisons/comparison-data';
import { Figures, rounded } from '../../../src/comparisons/reading/figures';
import { comparisonData } from '../../factories/comparison-data';
import { everyTag, readPdf } from '../../support/pdf';

const publicationOf = (whole: ComparisonData, narrowing: Narrowing = {}, locale = 'en'): Publication => ({
  ...{ data: narrowed(whole, narrowing), whole, narrowing, language: Language.of(locale) },
  ...{ origin: 'https://hub.example', contact: undefined },
  funding: {
    statement: 'Funded by the Fund.',
    disclaimer: 'Views differ.',
    lang: 'en',
    emblem: true,
    name: 'Fund',
  },
});

const plain = (text: string): string => text.replace(/\s+/g, ' ');

describe('Briefs', () => {
  it('show a comparison on one page, with the same numbers as everywhere', async () => {
    const data = comparisonData({ countries: 4, questions: 40, aggregate: true, version: 2 });
    const figures = Figures.of(data);
    const heat = briefOf(publicationOf(data)).blocks.find((block) => block.kind === 'heat')!;
    const shown =
      heat.kind === 'heat'
        ? heat.rows.map(({ cells }) => cells.map(({ text, step }) => (step === null ? null : text)))
        : [];
    const want = data.dimensions.map(({ id }) =>
      figures.countries.map(({ code }) => {
        const { mean } = figures.cell(code, id);
        return mean === null ? null : String(rounded(mean));
      }),
    );
    expect(shown).toEqual(want);

    const pdf = readPdf(await briefPdf(publicationOf(data)));
    expect(pdf.pages).toHaveLength(1);
    const [text] = pdf.pages.map(({ words }) => plain(words));
    for (const words of [
      'Ecosystems of social enterprises',
      'Funded by the Fund.',
      'Views differ.',
      'CC BY 4.0',
      'This is no ranking',
    ])
      expect(text).toContain(words);
    expect(text).toContain('hub.example/comparisons/ecosystems/versions/2');
  });

  it('tell a country on two pages, beside the middle of all', async () => {
    const data = comparisonData({ countries: 4, questions: 20, dimensions: 5 });
    const brief = briefOf(publicationOf(data, { country: 'be' }, 'it'));
    expect(brief.title.text).toBe('Belgio');
    expect(brief.address).toBe('https://hub.example/comparisons/ecosystems/versions/1/countries/be');
    const heat = brief.blocks.find((block) => block.kind === 'heat')!;
    expect(heat.kind === 'heat' && heat.columns).toEqual(['Belgio', 'Mediana dei paesi']);
    const pdf = readPdf(await briefPdf(publicationOf(data, { country: 'be' }, 'it')));
    expect(pdf.pages.length).toBeLessThanOrEqual(2);
  });

  it.each(LOCALES)('can be listened to, each passage in its own language (%s)', async (locale) => {
    const data = comparisonData({ countries: 3, questions: 12, dimensions: 2 });
    for (const { text } of data.answers) if (text) text.translations = [];
    const pdf = readPdf(await briefPdf(publicationOf(data, { dimension: 'd1' }, locale)));
    const tags = pdf.pages.flatMap((each) => everyTag(each.tags));
    const names = new Set(tags.map(({ role }) => role));
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD', 'Figure']) expect(names).toContain(role);
    expect(pdf.language.slice(0, 2)).toBe(locale);
    expect(pdf.accessible).toBe(true);
    expect(new Set(pdf.languages.map((language) => language.slice(0, 2))).size).toBeGreaterThan(1);
  });

  it('print what nobody can print as a box, and perform nothing', async () => {
    const data = comparisonData({ countries: 3, questions: 12 });
    data.title.text = '#emph[x] \u{1f600} $x^2$ @ref *b* \\';
    data.title.translations = [];
    const pdf = readPdf(await briefPdf(publicationOf(data)));
    expect(plain(pdf.pages[0]!.words)).toContain('#emph[x] □ $x^2$ @ref *b* \\');
  });
});
