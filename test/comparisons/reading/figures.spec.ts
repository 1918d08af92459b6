import type { ComparisonData, DataAnswer, DataQuestion } from '../../../src/comparisons/comparison-data';
import { changesBetween } from '../../../src/comparisons/reading/changes';
import {
  byDimension,
  Figures,
  medianOf,
  rounded,
  scoreOf,
  stepOf,
} from '../../../src/comparisons/reading/figures';
import { shownCounts } from '../../../src/comparisons/reading/shown-counts';
import { wordsIn } from '../../../src/comparisons/reading/words-in';
import { comparisonData, wordsOf } from '../../factories/comparison-data';
import { dice } from '../../support/dice';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const drawn = (seed: number, more = {}): ComparisonData =>
  comparisonData({ countries: 6, questions: 60, dimensions: 6, seed, aggregate: true, ...more });

describe('Figures of a comparison', () => {
  it('counts a cell by hand: the mean of what was scored, and nothing else', () => {
    for (const seed of SEEDS) {
      const data = drawn(seed);
      const figures = Figures.of(data);
      for (const { id } of data.dimensions)
        for (const { code } of data.countries) {
          const statements = data.questions.filter(
            (each) => each.dimension === id && each.kind === 'statement',
          );
          const scores = statements.flatMap((question) => {
            const answer = data.answers.find(
              (each) => each.question === question.id && each.country === code,
            );
            if (answer?.standing !== 'value') return [];
            return [answer.score === null ? answer.groupResult!.spread!.median : Number(answer.score)];
          });
          const cell = figures.cell(code, id);
          expect([cell.asked, cell.answered]).toEqual([statements.length, scores.length]);
          if (scores.length < 3) expect([cell.mean, cell.step]).toEqual([null, null]);
          else expect(cell.mean).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / scores.length);
        }
    }
  });

  it('never takes don’t know, not applicable or missing for 0', () => {
    const data = drawn(3);
    const lessData = { ...data, answers: data.answers.filter(({ standing }) => standing === 'value') };
    for (const { id } of data.dimensions)
      for (const { code } of data.countries)
        expect(Figures.of(lessData).cell(code, id)).toEqual(Figures.of(data).cell(code, id));
    const nothing = Figures.of({ ...data, answers: [] });
    expect(nothing.cell(data.countries[0]!.code, data.dimensions[0]!.id).mean).toBeNull();
    const unknown = { ...data.answers[0]!, standing: 'unknown' as const, score: '0.00' };
    expect(scoreOf(unknown)).toBeNull();
  });

  it('puts every score into one of five classes', () => {
    expect([0, 1.9, 2, 3.9, 4, 5.9, 6, 7.9, 8, 10].map(stepOf)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    for (const seed of SEEDS) {
      const figures = Figures.of(drawn(seed));
      for (const { id } of figures.data.dimensions)
        for (const { code } of figures.countries) {
          const { mean, step } = figures.cell(code, id);
          if (mean === null) continue;
          expect([mean >= 0, mean <= 10]).toEqual([true, true]);
          // The class that the shown number lies in, not the one behind its rounding.
          expect(step).toBe(stepOf(rounded(mean)));
        }
    }
  });

  it('never ranks where a definition differs, nor words, nor categories, nor aggregates among countries', () => {
    for (const seed of SEEDS) {
      const data = drawn(seed, { questions: 120 });
      const figures = Figures.of(data);
      for (const question of data.questions) {
        const differs = data.answers.some(
          (each) => each.question === question.id && each.flags.includes('d'),
        );
        const counted = question.kind === 'number' || question.kind === 'statement';
        expect(figures.mayRank(question)).toBe(counted && !differs);
      }
      expect(figures.countries.map(({ code }) => code)).not.toContain('EU27_2020');
      expect(figures.answersTo(data.questions[0]!.id).at(-1)!.country).toBe('EU27_2020');
    }
  });

  it('orders countries by a dimension that may be ranked, and leaves all others as they are', () => {
    for (const seed of SEEDS) {
      const figures = Figures.of(drawn(seed));
      for (const dimension of figures.data.dimensions) {
        const ordered = byDimension(figures, dimension, figures.countries);
        expect(new Set(ordered)).toEqual(new Set(figures.countries));
        if (!figures.mayRankDimension(dimension.id)) expect(ordered).toEqual(figures.countries);
        const means = ordered.map(({ code }) => figures.cell(code, dimension.id).mean);
        const told = means.flatMap((mean) => (mean === null ? [] : rounded(mean)));
        expect(told).toEqual([...told].sort((a, b) => b - a));
        if (figures.mayRankDimension(dimension.id))
          expect(means.slice(told.length).every((mean) => mean === null));
      }
    }
  });

  it('does not order a dimension one of whose statements is understood differently', () => {
    const data = drawn(1);
    const statement = data.questions.find(({ kind }) => kind === 'statement')!;
    const answers = data.answers.map((answer) =>
      answer.question === statement.id ? { ...answer, flags: ['d' as const] } : answer,
    );
    expect(Figures.of({ ...data, answers }).mayRankDimension(statement.dimension)).toBe(false);
    expect(Figures.of({ ...data, answers }).range(statement.dimension)).toBeNull();
  });

  it('has a middle of countries only where three have a number', () => {
    expect([medianOf([]), medianOf([3]), medianOf([1, 9, 2]), medianOf([1, 2, 3, 10])]).toEqual([
      null,
      3,
      2,
      2.5,
    ]);
    const data = drawn(2);
    const two = data.countries.slice(0, 2).map(({ code }) => code);
    const few = { ...data, answers: data.answers.filter(({ country }) => two.includes(country)) };
    for (const { id } of data.dimensions) expect(Figures.of(few).median(id)).toBeNull();
  });

  it('takes the newest period, and finds the others by name', () => {
    const data = drawn(1);
    const first = data.answers[0]!;
    const older: DataAnswer = { ...first, id: 'older', period: '2009' };
    const newest: DataAnswer = { ...first, id: 'newest', period: '2031' };
    const figures = Figures.of({ ...data, answers: [older, newest, ...data.answers.slice(1)] });
    expect(figures.answer(first.question, first.country)!.id).toBe('newest');
    expect(figures.answer(first.question, first.country, '2009')!.id).toBe('older');
    expect(figures.answer(first.question, first.country, '1999')).toBeUndefined();
  });

  it('sees a difference only between what is known', () => {
    const data = comparisonData({ countries: 2, questions: 1 });
    const [question] = data.questions as [DataQuestion];
    const [one, other] = data.countries.map(({ code }) => code);
    const answer = (country: string, score: string, standing: DataAnswer['standing'] = 'value') => ({
      ...comparisonData().answers[0]!,
      question: question.id,
      country,
      score,
      standing,
      groupResult: null,
    });
    const differ = (...answers: DataAnswer[]) => Figures.of({ ...data, answers }).differsTo(question);
    expect(differ(answer(one!, '2'), answer(other!, '9'))).toBe(true);
    expect(differ(answer(one!, '8'), answer(other!, '9'))).toBe(false);
    expect(differ(answer(one!, '2'), answer(other!, '9', 'unknown'))).toBe(false);
    expect(differ(answer(one!, '2'))).toBe(false);
  });
});

describe('Person counts', () => {
  const persons = { unit: 'PS', unitMultiplier: 0 } as const;
  const counts = (
    number: number | null,
    women: number | null,
    men: number | null,
    notStated: number | null,
  ) => {
    const given = { number, women, men, notStated };
    const [n, w, m, o] = Object.values(given).map((each) => (each === null ? null : String(each)));
    return { number: n!, women: w!, men: m!, notStated: o! };
  };

  it('of one to four are not shown, nor what would give them away', () => {
    expect(shownCounts(persons, counts(40, 3, 37, null))).toEqual({
      ...{ number: '40', women: 'suppressed', men: 'suppressed', notStated: null },
    });
    expect(shownCounts(persons, counts(3, 3, 0, null))).toMatchObject({ number: 'suppressed', men: '0' });
    expect(shownCounts(persons, counts(12, 1, 1, 10))).toEqual({
      ...{ number: '12', women: 'suppressed', men: 'suppressed', notStated: 'suppressed' },
    });
    expect(shownCounts(persons, counts(0, 0, 0, 0))).toEqual(counts(0, 0, 0, 0));
    expect(shownCounts(persons, counts(null, 4, 20, null))).toMatchObject({ women: 'suppressed', men: '20' });
    expect(shownCounts({ ...persons, unit: 'NR' }, counts(3, 1, 2, 0))).toEqual(counts(3, 1, 2, 0));
  });

  it('cannot be worked out from what is shown, whatever they are', () => {
    const roll = dice(11);
    for (let turn = 0; turn < 3000; turn += 1) {
      const parts = [roll(9), roll(14), roll(6)] as const;
      const sum = parts[0] + parts[1] + parts[2];
      const shown = shownCounts(persons, counts(sum, ...parts));
      const hidden = (['women', 'men', 'notStated'] as const).filter((part) => shown[part] === 'suppressed');
      for (const value of Object.values(shown))
        if (value !== 'suppressed') expect(Number(value) === 0 || Number(value) > 4).toBe(true);
      if (hidden.length === 0 || shown.number === 'suppressed') continue;
      const seen = Object.entries(shown).reduce(
        (left, [part, value]) => (part === 'number' || value === 'suppressed' ? left : left - Number(value)),
        Number(shown.number),
      );
      // More than one way remains to fill in what is missing with at least one person each.
      expect([hidden.length > 1, seen > hidden.length]).toEqual([true, true]);
    }
  });
});

describe('Changes between two versions', () => {
  it('are none between a version and itself, and turn round', () => {
    for (const seed of SEEDS) {
      const [one, other] = [drawn(seed), drawn(seed + 100, { version: 2 })];
      expect(changesBetween(one, one)).toEqual({ questions: [], answers: [] });
      const there = changesBetween(one, other).answers;
      const back = changesBetween(other, one).answers;
      const count = (all: typeof there, kind: string) => all.filter((each) => each.kind === kind).length;
      expect(count(there, 'added')).toBe(count(back, 'withdrawn'));
      expect(count(there, 'changed')).toBe(count(back, 'changed'));
    }
  });

  it('tell old and new, and do not mind translations or how a number is written', () => {
    const data = drawn(1);
    const number = data.answers.find((answer) => answer.number !== null)!;
    const same = {
      ...number,
      number: `${number.number}.000000`,
      text: number.text && { ...number.text, translations: [] },
    };
    const with_ = (answer: DataAnswer) => ({
      ...data,
      answers: data.answers.map((each) => (each.id === answer.id ? answer : each)),
    });
    expect(changesBetween(data, with_(same)).answers).toEqual([]);
    const [change] = changesBetween(data, with_({ ...number, number: '77' })).answers;
    expect(change).toMatchObject({
      kind: 'changed',
      before: { number: number.number },
      after: { number: '77' },
    });
    const asked = { ...data, questions: data.questions.slice(1) };
    expect(changesBetween(data, asked).questions).toMatchObject([{ kind: 'withdrawn', after: null }]);
  });
});

describe('Words of a comparison', () => {
  const words = wordsOf('answer', 0, 'Hello', 'en');

  it('are given in the first language that has them, marked as what they are', () => {
    const [translation] = words.translations;
    expect(wordsIn(words, [translation!.locale, 'en'])).toMatchObject({
      ...{ text: translation!.text, locale: translation!.locale, state: translation!.status },
      ...{ outdated: translation!.outdated, originalLocale: 'en' },
    });
    expect(wordsIn(words, ['en', translation!.locale])).toMatchObject({ text: 'Hello', state: 'original' });
    expect(wordsIn(words, [])).toMatchObject({ text: 'Hello', state: 'original', by: null });
  });
});
