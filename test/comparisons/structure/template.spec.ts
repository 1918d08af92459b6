import { MEASURES, SEVERAL } from '../../../src/comparisons/structure/template/ten-dimensions';
import {
  templateWords,
  type TemplateWords,
} from '../../../src/comparisons/structure/template/template-words';
import { LOCALES } from '../../../src/core/i18n/locales';
import { aPartnership } from '../../factories/partnerships';
import { aPerson } from '../../factories/people';
import { TestClient } from '../../support/client';
import { startHub, type TestHub } from '../../support/hub';

/** Codes of everything that has words, in order. */
const shapeOf = (words: TemplateWords) =>
  Object.entries(words).map(([code, { questions }]) => [
    code,
    Object.entries(questions).map(([number, { anchors, options }]) => [
      number,
      Object.keys(anchors ?? {}),
      Object.keys(options ?? {}),
    ]),
  ]);

const wordsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(wordsOf);

describe('The ten dimensions', () => {
  const all = templateWords();
  const english = all.get('en')!;
  const questions = Object.values(english).flatMap((dimension) => Object.entries(dimension.questions));

  it.each(LOCALES)('are complete in %s, with the same codes in the same order', (locale) => {
    expect(shapeOf(all.get(locale)!)).toEqual(shapeOf(english));
  });

  it.each(LOCALES.filter((locale) => locale !== 'en'))('were not left in English in %s', (locale) => {
    const same = wordsOf(all.get(locale)).filter((text) => wordsOf(english).includes(text));
    expect(same.filter((text) => !['No', 'De minimis'].includes(text))).toEqual([]);
  });

  it.each(LOCALES)('have the marks of print in %s', (locale) => {
    const wrong = wordsOf(all.get(locale)).filter((text) => /["']|\s{2}|\.\.\.|^\s|\s$| %/.test(text));
    expect(wrong).toEqual([]);
  });

  it('measure every number and no other question', () => {
    const numbers = questions
      .filter(([, { anchors, options }]) => !anchors && !options)
      .map(([code]) => code);
    expect(Object.keys(MEASURES).filter((code) => !numbers.includes(code))).toEqual([]);
    const lists = questions.filter(([, { options }]) => options).map(([code]) => code);
    expect([...SEVERAL].filter((code) => !lists.includes(code))).toEqual([]);
    expect(Object.keys(english)).toEqual(Array.from({ length: 10 }, (_, place) => `D${place + 1}`));
  });

  describe('laid into a comparison', () => {
    let hub: TestHub;
    beforeAll(async () => {
      hub = await startHub();
    });
    afterAll(() => hub.close());

    it('stand there with their translations, which say that nobody has reviewed them', async () => {
      const partnership = await aPartnership(hub);
      const grants = [{ role: 'editor' as const, placeId: partnership.id }];
      const editor = await TestClient.as(hub, await aPerson(hub, { grants }));
      const begun = await editor.submit('/en/comparisons/new', {
        ...{ partnership: partnership.slug, title: 'Ten sides', locale: 'sl', period: '', template: 'true' },
      });
      expect(begun.status).toBe(303);
      const api = '/api/v1/comparisons/ten-sides/structure';
      const { dimensions } = (await editor.get(api)).body;
      expect(dimensions.map(({ code }: { code: string }) => code)).toEqual(Object.keys(english));
      const codes = dimensions.flatMap((row: { questions: { code: string }[] }) =>
        row.questions.map((q) => q.code),
      );
      expect(codes).toEqual(questions.map(([code]) => code));
      const slovenian = (await editor.get(`${api}?locale=sl`)).body.dimensions[0];
      expect([slovenian.title.text, slovenian.title.state, slovenian.title.originalLocale]).toEqual([
        all.get('sl')!['D1']!.title,
        'draft',
        'en',
      ]);
      expect(slovenian.questions[4].anchors['10'].text).toBe(
        all.get('sl')!['D1']!.questions['D1.5']!.anchors!['10'],
      );
      expect(slovenian.questions[1].options[3]).toMatchObject({ code: 'law', label: { text: 'V zakonu' } });
      const trained = dimensions[6].questions[7];
      expect(trained).toMatchObject({ kind: 'number', unit: 'PS', bySex: true, minimum: '0', decimals: 0 });
      const page = await editor.get('/sl/comparisons/ten-sides/edit/structure');
      expect(page.text).not.toContain('Manjkajo opisi ocen');
    });
  });
});
