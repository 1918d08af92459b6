import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parts } from '../../src/search/stemming/compounds';
import { stem, stems } from '../../src/search/stemming/stems';
import { fold, words } from '../../src/search/stemming/words';

/** Lemmas with their forms, separated by spaces. The first of every two was used while the rules were made. */
function wordsOf(locale: string): [string, string[]][] {
  const file = path.join(__dirname, 'words', `${locale}.json`);
  const lemmas = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
  return lemmas.map(([lemma, forms]) => [lemma, forms.split(' ')]);
}

function measured(locale: string, lemmas: [string, string[]][]) {
  const meet = (one: Set<string>, other: string[]) => other.some((form) => one.has(form));
  let [forms, found, matching] = [0, 0, 0];
  for (const [lemma, inflected] of lemmas)
    for (const form of inflected) {
      forms += 1;
      if (meet(new Set(stems(lemma, locale)), stems(form, locale))) found += 1;
    }
  // A pair is false when any form of the one is taken for any form of the other.
  const all = lemmas.map(([lemma, inflected]) =>
    [lemma, ...inflected].flatMap((form) => stems(form, locale)),
  );
  for (let one = 0; one < all.length; one += 1) {
    const known = new Set(all[one]);
    for (let other = one + 1; other < all.length; other += 1) if (meet(known, all[other]!)) matching += 1;
  }
  return { recall: found / forms, mistaken: matching / ((all.length * (all.length - 1)) / 2) };
}

const PROMISED = [
  ['sl', 0.95],
  ['sv', 0.9],
  ['it', 0.9],
  ['en', 0.9],
] as const;

describe.each(PROMISED)('the forms of words, %s', (locale, promised) => {
  const lemmas = wordsOf(locale);
  const halves = [0, 1].map((half) => lemmas.filter((_, index) => index % 2 === half));

  test('at least two hundred words are measured', () => {
    expect(lemmas.length).toBeGreaterThanOrEqual(200);
  });

  test.each([
    ['that the rules were made with', 0],
    ['that the rules had not seen', 1],
  ])('words %s are found in nearly all of their forms, and no others', (_, half) => {
    const { recall, mistaken } = measured(locale, halves[half]!);
    expect(recall).toBeGreaterThanOrEqual(promised);
    expect(mistaken).toBeLessThanOrEqual(0.001);
  });

  test('of all words together, hardly one is taken for another', () => {
    expect(measured(locale, lemmas).mistaken).toBeLessThanOrEqual(0.001);
  });
});

test('a language without rules is searched by its words as they are, without accents', () => {
  expect(stems('Genossenschaften', 'de')).toEqual(['genossenschaften']);
  expect(stem('Förderung', 'de')).toBe('forderung');
});

test('words know where they stand, whatever joins or parts them', () => {
  const text = 'L’impresa, EU-projekt: the company\'s "e\u0301lan" sam\u00adverkan 2023';
  expect(words(text).map(({ word }) => word)).toEqual(
    "L impresa EU projekt the company's élan samverkan 2023".split(' '),
  );
  for (const { start, end, word } of words(text).slice(0, 6)) expect(text.slice(start, end)).toBe(word);
});

test('words are what Unicode says, whatever stands beside what', () => {
  const letters =
    /[\p{L}\p{M}\p{N}](?:[\u00ad\u200c\u200d]*[\p{L}\p{M}\p{N}])*(?:['’]s(?![\p{L}\p{M}\p{N}]))?/gu;
  const signs =
    "a Š s ' ’ \u00ad \u200d \u0301 é e\u0301 ﬁ 1 ² - \u00a0 … 🎉 你 \u1100\u1161 \u212b \ud800 . 𝒜".split(
      ' ',
    );
  for (let turn = 0; turn < 20_000; turn += 1) {
    // Every row of three signs and a bit more, without chance.
    const text = [1, 22, 484, 7, 31].map((step) => signs[Math.floor(turn / step) % signs.length]).join('');
    const found = Array.from(text.matchAll(letters), (match) => [match.index, match.index + match[0].length]);
    expect([text, words(text).map(({ start, end }) => [start, end])]).toEqual([text, found]);
  }
});

test('accents can be left out', () => {
  expect(['Območje', 'Åtgärd', 'società', 'Đorđe', 'straße'].map(fold)).toEqual(
    'obmocje atgard societa dorde strasse'.split(' '),
  );
});

test('compounds are found by the words they are made of', () => {
  const expected: Record<string, string> = {
    socialföretagens: 'företag',
    samhällsnyttan: 'nytta',
    arbetsmarknaden: 'marknad',
    föreningsbidragen: 'bidrag',
    nätverksmötet: 'möten',
    projektledarnas: 'ledare',
    verksamhetsplaner: 'planen',
    innovationsupphandling: 'upphandlingar',
    länsstyrelsens: 'län',
    samverkansavtal: 'avtalet',
    regionorganisationens: 'organisationer',
    företagsutveckling: 'företaget',
    skolprojekten: 'skola',
  };
  for (const [compound, word] of Object.entries(expected))
    expect([compound, stems(word, 'sv').some((one) => parts(compound, 'sv').includes(one))]).toEqual([
      compound,
      true,
    ]);
});

test('words that are no compounds are not taken apart', () => {
  for (const word of ['förening', 'förändringar', 'offentlig', 'människorna', 'medlemmarna', 'ledamöterna'])
    expect([word, parts(word, 'sv')]).toEqual([word, []]);
  expect(parts('socialnega', 'sl')).toEqual([]);
});

test('strange words neither break the rules nor take time', () => {
  for (const word of [
    '',
    'a',
    "'s",
    '\u0000',
    '\ud800',
    '1234',
    'a'.repeat(10_000),
    'ij'.repeat(5_000),
    "l'",
  ])
    for (const locale of ['sv', 'sl', 'it', 'en', 'xx', '__proto__', 'constructor'])
      expect(Array.isArray(stems(word, locale))).toBe(true);
  expect(words('\ud800 \u0000 ()|&!:*')).toEqual([]);
});
