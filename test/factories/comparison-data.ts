import type { Flag, QuestionKind, Unit } from '../../src/comparisons/comparison-facts';
import type {
  ComparisonData,
  DataAnswer,
  DataCountry,
  DataDimension,
  DataEvidence,
  DataQuestion,
  Words,
} from '../../src/comparisons/comparison-data';
import { spreadOf, type GroupResult } from '../../src/comparisons/group-result';
import { LOCALES } from '../../src/core/i18n/locales';
import { dice } from '../support/dice';

/** By their names in their own languages, as protocol has it; those outside the Union last. */
const CODES =
  'BE BG CZ DK DE EE IE GR ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE IS NO GB'.split(' ');
const KINDS: QuestionKind[] = ['statement', 'statement', 'statement', 'category', 'number', 'text'];
const UNITS: Unit[] = ['PS', 'NR', 'EUR', 'PC'];

interface Options {
  countries?: number;
  questions?: number;
  /** Ten, unless there are fewer questions. */
  dimensions?: number;
  seed?: number;
  version?: number;
  /** Characters of an answer in words, about. */
  length?: number;
  aggregate?: boolean;
}

/** A uuid that is the same in every run. */
export const idOf = (kind: string, place: number): string => {
  const head = [...kind].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffffff, 7);
  return `${head.toString(16).padStart(8, '0')}-0000-4000-8000-${place.toString(16).padStart(12, '0')}`;
};

/** A text in the first language with what became of it in the others: reviewed, by a machine, outdated. */
export function wordsOf(
  kind: string,
  place: number,
  text: string,
  locale = LOCALES[place % LOCALES.length]!,
): Words {
  const statuses = ['reviewed', 'machine', 'draft', 'in_review'] as const;
  return {
    ...{ kind, id: idOf(kind, place), locale, revision: 1 + (place % 3), text },
    translations: LOCALES.filter((each) => each !== locale).map((each, number) => ({
      ...{ locale: each, text: `${text} (${each})`, status: statuses[(place + number) % 4]! },
      ...{ outdated: (place + number) % 7 === 0, by: number % 2 ? 'Ana Novak' : null },
    })),
  };
}

/**
 * A comparison of so many countries and questions, the same for the same options: questions of all kinds, answers that
 * are not known, not applicable or missing, flags, a definition that differs, groups with and without enough people.
 */
export function comparisonData(options: Options = {}): ComparisonData {
  const { countries = 4, questions = 24, seed = 1, version = 1, length = 90 } = options;
  const count = Math.min(options.dimensions ?? 10, questions);
  const roll = dice(seed);
  const dimensions = Array.from({ length: count }, (_, place) => aDimension(place));
  const asked = Array.from({ length: questions }, (_, place) => aQuestion(place, count));
  asked.sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
  const compared = [
    ...CODES.slice(0, countries).map(aCountry),
    ...(options.aggregate ? [{ ...aCountry('EU27_2020', 99), platform: null }] : []),
  ];
  let place = 0;
  const answers = asked.flatMap((question, number) =>
    compared.flatMap(({ code }) => {
      place += 1;
      return roll(12) === 0 ? [] : [anAnswer(question, code, { place, number, roll, length })];
    }),
  );
  return {
    ...{ id: idOf('comparison', 1), slug: 'ecosystems', version },
    ...{ publishedOn: version ? `2026-0${Math.min(version, 9)}-01` : null },
    title: wordsOf('comparison', 0, 'Ecosystems of social enterprises', 'en'),
    summary: wordsOf('comparison', 1, 'What is in place, and for whom.', 'en'),
    note: version > 1 ? { text: 'New figures.', locale: 'en' } : null,
    ...{ period: '2026', licence: 'CC BY 4.0', doi: null },
    partnership: {
      ...{ id: idOf('partnership', 1), slug: 'coop', name: 'Platforms in cooperation' },
      ...{ acronym: 'COOP', accent: 'green' },
    },
    ...{ countries: compared, dimensions, questions: asked, answers },
  };
}

function aCountry(code: string, place: number): DataCountry {
  return {
    ...{ code, platform: { id: idOf('platform', place), slug: `platform-${code.toLowerCase()}` } },
    summary: wordsOf('country_profile', place * 3, `In short: ${code}.`),
    strengths: wordsOf('country_profile', place * 3 + 1, 'Advice is free.'),
    gaps: place % 3 === 2 ? null : wordsOf('country_profile', place * 3 + 2, 'Few loans.'),
  };
}

function aDimension(place: number): DataDimension {
  const said = (number: number, text: string) => wordsOf('synthesis', place * 3 + number, text);
  return {
    ...{ id: idOf('dimension', place), code: `D${place + 1}` },
    title: wordsOf('dimension', place, `Dimension ${place + 1}`, 'en'),
    description: null,
    synthesis:
      place % 4 === 3
        ? null
        : {
            alike: said(0, 'All have advice.'),
            different: said(1, 'Money comes from other purses.'),
            reasons: place % 2 ? null : said(2, 'Laws are of different age.'),
          },
  };
}

function aQuestion(place: number, dimensions: number): DataQuestion {
  const [dimension, number] = [place % dimensions, Math.floor(place / dimensions)];
  const kind = KINDS[number % KINDS.length]!;
  const anchor = (score: number) => [
    String(score),
    wordsOf('question', 5000 + score, `Words for ${score}`, 'en'),
  ];
  const unit = kind === 'number' ? UNITS[dimension % UNITS.length]! : null;
  return {
    ...{ id: idOf('question', place), dimension: idOf('dimension', dimension), kind },
    code: `D${dimension + 1}.${number + 1}`,
    question: wordsOf('question', place, `Question ${dimension + 1}.${number + 1}?`, 'en'),
    help: place % 5 ? null : wordsOf('question', 2000 + place, 'What is meant.', 'en'),
    anchors: kind === 'statement' ? Object.fromEntries([0, 3, 5, 8, 10].map(anchor)) : {},
    options:
      kind === 'category'
        ? ['none', 'informal', 'law'].map((code, at) => ({
            code,
            label: wordsOf('question_option', place * 3 + at, `Option ${code}`, 'en'),
          }))
        : [],
    ...{ several: kind === 'category' && place % 2 === 0, unit, unitMultiplier: 0 },
    ...{ decimals: unit === 'PC' ? 1 : 0, bySex: unit === 'PS' },
  };
}

interface Turn {
  place: number;
  /** Of the question. */
  number: number;
  roll: (sides: number) => number;
  length: number;
}

const WORDS = 'municipalities tender together and advice is free where a federation stands behind it'.split(
  ' ',
);

function anAnswer(question: DataQuestion, country: string, turn: Turn): DataAnswer {
  const { place, number, roll, length } = turn;
  const fate = roll(14);
  const standing = fate === 0 ? 'unknown' : fate === 1 ? 'not_applicable' : 'value';
  const words = Array.from({ length: Math.max(4, Math.round(length / 7)) }, () => WORDS[roll(WORDS.length)]!);
  const has = standing === 'value';
  const text = has ? wordsOf('answer', place, `${country} ${place}: ${words.join(' ')}.`) : null;
  return {
    ...{ id: idOf('answer', place), question: question.id, country, standing, text, note: null },
    period: question.kind === 'number' ? String(2016 + roll(9)) : '',
    ...{ number: null, women: null, men: null, notStated: null, score: null, options: [] },
    ...(has && valuesOf(question, roll)),
    confidence: (['high', 'medium', 'low'] as const)[roll(3)]!,
    flags: flagsOf(question, number, roll),
    validOn: `2026-01-${String(1 + roll(28)).padStart(2, '0')}`,
    groupResult: has && question.kind === 'statement' ? aGroupResult(roll) : null,
    ...{ state: 'published', version: 1 + roll(3), evidence: [aSource(place)] },
  };
}

function valuesOf({ kind, options, bySex, several }: DataQuestion, roll: Turn['roll']): Partial<DataAnswer> {
  if (kind === 'statement') return { score: `${roll(11)}.00` };
  if (kind === 'category') {
    const first = roll(options.length);
    const codes = options.filter((_, at) => at === first || (several && at === first + 1));
    return { options: codes.map(({ code }) => code) };
  }
  if (kind === 'text') return {};
  if (!bySex) return { number: String(roll(400_000)) };
  const [women, men, notStated] = [roll(12), roll(40), roll(4)];
  const number = String(women + men + notStated);
  return { number, women: String(women), men: String(men), notStated: String(notStated) };
}

/** Every fifth number counts something else somewhere. */
function flagsOf({ kind }: DataQuestion, number: number, roll: Turn['roll']): Flag[] {
  const flags: Flag[] = [];
  if (kind === 'number' && number % 5 === 0 && roll(2)) flags.push('d');
  if (roll(8) === 0) flags.push('e');
  if (roll(20) === 0) flags.push('b');
  return flags;
}

function aGroupResult(roll: Turn['roll']): GroupResult | null {
  if (roll(3) === 0) return null;
  const scores = Array.from({ length: roll(12) }, () => roll(11));
  const [public_, social] = [scores.filter((_, at) => at % 2), scores.filter((_, at) => at % 2 === 0)];
  const groups = [
    { group: 'public-sector', spread: spreadOf(public_) },
    { group: 'social-enterprises', spread: spreadOf(social) },
  ].flatMap(({ group, spread }) => (spread ? [{ group, ...spread }] : []));
  return {
    scored: scores.length,
    unknown: roll(3),
    notApplicable: roll(2),
    spread: spreadOf(scores),
    groups,
  };
}

function aSource(place: number): DataEvidence {
  return {
    ...{ id: idOf('evidence', place), relation: 'rests_on', kind: 'source', ground: idOf('source', place) },
    ...{ revision: null, standing: place % 17 === 0 ? 'dead' : 'sound' },
    source: {
      ...{ title: `Register ${place}`, locale: 'en', publisher: 'Office of statistics' },
      ...{ address: `https://example.org/register/${place}`, published: '2024', readOn: '2026-01-15' },
    },
  };
}
