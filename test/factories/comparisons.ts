import { randomUUID } from 'node:crypto';
import { ANSWER_FACTS, EVIDENCE_FACTS, EVIDENCE_FROM } from '../../src/comparisons/answering/answer-facts';
import type { AnswerState, QuestionKind } from '../../src/comparisons/comparison-facts';
import type { TestHub } from '../support/hub';
import { aPartnership } from './partnerships';
import type { TestPlatform } from './platforms';

type Columns = Record<string, unknown>;

/** A row by the names of its columns; returns its id. */
async function insert(hub: TestHub, table: string, row: Columns): Promise<string> {
  const id = randomUUID();
  const all = { id, ...row };
  const names = Object.keys(all);
  await hub.database.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
    Object.values(all),
  );
  return id;
}

async function next(hub: TestHub, table: string, owner: string, id: string): Promise<number> {
  const [{ count }] = await hub.database.query<[{ count: number }]>(
    `select count(*)::int as count from ${table} where ${owner} = $1`,
    [id],
  );
  return count;
}

export interface TestComparison {
  id: string;
  slug: string;
  partnershipId: string;
}

interface ComparisonOptions {
  partnershipId?: string;
  slug?: string;
  title?: string;
  locale?: string;
  status?: 'draft' | 'open' | 'closed';
  columns?: Columns;
}

/** A comparison that is being answered, unless it is said to be a draft. */
export async function aComparison(hub: TestHub, options: ComparisonOptions = {}): Promise<TestComparison> {
  const partnershipId = options.partnershipId ?? (await aPartnership(hub)).id;
  const slug = options.slug ?? `comparison-${randomUUID().slice(0, 8)}`;
  const { title = 'Social enterprises compared', locale = 'en', status = 'open' } = options;
  const row = { partnership_id: partnershipId, slug, title, locale, status, ...options.columns };
  return { id: await insert(hub, 'comparisons', row), slug, partnershipId };
}

export interface TestCountry {
  id: string;
  code: string;
  comparison: TestComparison;
  /** Null: several countries together, or one that nobody answers for. */
  platform: TestPlatform | null;
}

const CODES = [
  'SE',
  'SI',
  'IT',
  'AT',
  'BE',
  'HR',
  'CZ',
  'DK',
  'EE',
  'FI',
  'FR',
  'DE',
  'GR',
  'HU',
  'IE',
  'PL',
];

/** Under an address of its own: several comparisons of one file may have the same countries. */
async function itsPlatform(hub: TestHub, country: string, partnershipId: string): Promise<TestPlatform> {
  const slug = `${country.toLowerCase()}-${randomUUID().slice(0, 8)}`;
  const row = { slug, country, partnership_id: partnershipId, name: `Platform ${country}`, locale: 'en' };
  return { id: await insert(hub, 'platforms', row), slug, country, partnershipId };
}

/** A country with a platform of the same partnership, which is made unless it is named; null: without one. */
export async function aCountry(
  hub: TestHub,
  comparison: TestComparison,
  options: { code?: string; platform?: TestPlatform | null; columns?: Columns } = {},
): Promise<TestCountry> {
  const position = await next(hub, 'comparison_countries', 'comparison_id', comparison.id);
  const code =
    options.code ?? options.platform?.country ?? (options.platform === null ? 'EU27_2020' : CODES[position]!);
  const platform =
    options.platform === undefined
      ? await itsPlatform(hub, code, comparison.partnershipId)
      : options.platform;
  const id = await insert(hub, 'comparison_countries', {
    ...{ comparison_id: comparison.id, code, platform_id: platform?.id ?? null, position, locale: 'en' },
    ...options.columns,
  });
  return { id, code, comparison, platform };
}

export interface TestDimension {
  id: string;
  code: string;
  comparison: TestComparison;
}

export async function aDimension(
  hub: TestHub,
  comparison: TestComparison,
  options: { code?: string; title?: string; locale?: string; columns?: Columns } = {},
): Promise<TestDimension> {
  const position = await next(hub, 'dimensions', 'comparison_id', comparison.id);
  const code = options.code ?? `D${position + 1}`;
  const { title = `Dimension ${code}`, locale = 'en' } = options;
  const row = { comparison_id: comparison.id, position, code, title, locale, ...options.columns };
  return { id: await insert(hub, 'dimensions', row), code, comparison };
}

export interface TestQuestion {
  id: string;
  code: string;
  kind: QuestionKind;
  dimension: TestDimension;
  comparison: TestComparison;
}

const ASKED: Record<QuestionKind, Columns> = {
  text: { question: 'Which words are used?' },
  category: { question: 'Is there a law?' },
  number: { question: 'How many enterprises are there?', unit: 'NR' },
  statement: {
    question: 'Advice is free.',
    ...{ anchor_0: 'Nothing in place', anchor_5: 'In part of the country', anchor_10: 'Evaluated' },
  },
};

interface QuestionOptions {
  code?: string;
  locale?: string;
  /** Codes of what can be chosen. */
  options?: string[];
  /** unit, unit_multiplier, decimals, minimum, maximum, by_sex, several, retired_at, anchors, words. */
  columns?: Columns;
}

/** A question of any kind; those with a list offer none, informal and law. Its dimension is made unless it is named. */
export async function aQuestion(
  hub: TestHub,
  of: TestComparison | TestDimension,
  kind: QuestionKind = 'statement',
  options: QuestionOptions = {},
): Promise<TestQuestion> {
  const dimension = 'comparison' in of ? of : await aDimension(hub, of);
  const position = await next(hub, 'questions', 'dimension_id', dimension.id);
  const code = options.code ?? `${dimension.code}.${position + 1}`;
  const { comparison } = dimension;
  const id = await insert(hub, 'questions', {
    ...{ comparison_id: comparison.id, dimension_id: dimension.id, position, code, kind },
    ...{ locale: options.locale ?? 'en', ...ASKED[kind], ...options.columns },
  });
  const offered = options.options ?? (kind === 'category' ? ['none', 'informal', 'law'] : []);
  for (const [place, option] of offered.entries())
    await insert(hub, 'question_options', {
      ...{ question_id: id, position: place, code: option, label: `Option ${option}`, locale: 'en' },
    });
  return { id, code, kind, dimension, comparison };
}

const SAID: Record<QuestionKind, Columns> = {
  text: {},
  category: { options: ['law'] },
  number: { number: '254' },
  statement: { score: '7.5' },
};

export interface TestAnswer {
  id: string;
  question: TestQuestion;
  country: TestCountry;
}

interface AnswerOptions {
  state?: AnswerState;
  period?: string;
  text?: string | null;
  locale?: string;
  /** Without a source that it rests on. */
  bare?: boolean;
  /** number, women, score, options, standing, flags, confidence, owner_id and so on. */
  columns?: Columns;
}

const SIGNED: readonly AnswerState[] = ['agreed', 'checked', 'disputed', 'published'];

/** An answer in any state: those that were signed off have their version. A published one still has to be gathered. */
export async function anAnswer(
  hub: TestHub,
  question: TestQuestion,
  country: TestCountry,
  options: AnswerOptions = {},
): Promise<TestAnswer> {
  const { state = 'draft', period = '', text = 'It is in place.', locale = 'en' } = options;
  const version = SIGNED.includes(state) ? 1 : 0;
  const id = await insert(hub, 'answers', {
    ...{ comparison_id: question.comparison.id, question_id: question.id, country: country.code, period },
    ...{ platform_id: country.platform?.id ?? null, text, locale, state, version },
    ...{ published_version: state === 'published' ? version : 0, confidence: 'high', valid_on: '2024-05-31' },
    ...{ ...SAID[question.kind], ...options.columns },
  });
  if (!options.bare) await aSourceOf(hub, 'answer', id);
  if (version > 0) await signedOff(hub, id);
  return { id, question, country };
}

/** A source outside the hub that a statement rests on. */
export async function aSourceOf(
  hub: TestHub,
  kind: string,
  statement: string,
  options: { title?: string; standing?: string } = {},
): Promise<{ link: string; source: string }> {
  const { title = 'Register of enterprises', standing = 'sound' } = options;
  const source = await insert(hub, 'sources', {
    ...{ title, locale: 'en', publisher: 'Ministry', address: 'https://example.org/register' },
    ...{ published: '2024-01', read_on: '2024-05-31' },
  });
  const link = await insert(hub, 'evidence', {
    ...{ relation: 'rests_on', statement_kind: kind, statement_id: statement, standing },
    ...{ ground_kind: 'source', ground_id: source },
  });
  return { link, source };
}

async function signedOff(hub: TestHub, id: string): Promise<void> {
  await hub.database.query(
    `insert into answer_versions (answer_id, version, locale, revision, strings, facts, evidence)
     select id, version, locale, revision, jsonb_build_object('text', text, 'note', note), ${ANSWER_FACTS},
       coalesce((select jsonb_agg(${EVIDENCE_FACTS}) from ${EVIDENCE_FROM} where link.statement_id = answer.id), '[]')
     from answers answer where id = $1`,
    [id],
  );
}
