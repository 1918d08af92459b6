import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { FLAGS, QUESTION_KINDS, UNITS, isAggregate } from '../comparisons/comparison-facts';
import { LOCALES } from '../core/i18n/locales';
import data from './data/comparison.json';
import { publishFirst } from './comparison-publishing';
import { minutesBefore } from './facts';
import { personId } from './people';
import { idOf, insert, type Row } from './rows';
import { insertTexts, text, type Text, type Translatable } from './texts';

const source = z.strictObject({
  title: z.string(),
  locale: z.string().default('en'),
  publisher: z.string().nullable(),
  address: z.url(),
  published: z.string().nullable(),
});

const question = z.strictObject({
  dimension: z.string(),
  code: z.string(),
  kind: z.enum(QUESTION_KINDS),
  unit: z.enum(UNITS).nullable(),
  question: text,
  help: text.nullable(),
});

const answer = z.strictObject({
  question: z.string(),
  country: z.string(),
  period: z.string(),
  text: text.optional(),
  number: z.string().optional(),
  flags: z.array(z.enum(FLAGS)),
  note: z.string().nullable(),
  source: z.string(),
});

const schema = z.strictObject({
  sources: z.record(z.string(), source),
  comparison: z.strictObject({
    slug: z.string(),
    partnership: z.string(),
    title: text,
    summary: text,
    note: z.strictObject({ locale: z.enum(LOCALES), text: z.string() }),
  }),
  countries: z.array(z.string()),
  dimensions: z.array(z.strictObject({ code: z.string(), title: text })),
  questions: z.array(question),
  notes: z.record(z.string(), text),
  answers: z.array(answer),
});

type Answer = z.infer<typeof answer>;

const facts = schema.parse(data);
const { slug, partnership } = facts.comparison;

export const comparisonId = idOf('comparison', slug);
const answerId = ({ question, country, period }: Answer): string =>
  idOf('answer', `${slug} ${question} ${country} ${period}`);
const sourceId = (key: string): string => idOf('source', key);
const questionId = (code: string): string => idOf('question', `${slug} ${code}`);
const dimensionId = (code: string): string => idOf('dimension', `${slug} ${code}`);

/** When the addresses of the figures were last looked at. */
const READ_ON = '2026-11-20';

/** Figures of public sources as the first comparison; every one of them can be looked up. */
export async function loadComparison(
  app: INestApplicationContext,
  tx: EntityManager,
  now: Date,
): Promise<number> {
  await insert(tx, 'sources', Object.entries(facts.sources).map(sourceRow));
  await insertTexts(tx, 'comparison', [comparison(now)]);
  await insert(tx, 'comparison_countries', facts.countries.map(country));
  await insertTexts(tx, 'dimension', facts.dimensions.map(dimension));
  await insertTexts(tx, 'question', facts.questions.map(asked));
  for (const each of facts.answers) await loadAnswer(tx, each, now);
  await insert(tx, 'evidence', facts.answers.map(evidence));
  await publishFirst(app, tx, {
    ...{ comparisonId, partnershipId: idOf('partnership', partnership) },
    ...{ note: facts.comparison.note, at: published(now) },
  });
  return facts.answers.length;
}

const published = (now: Date): Date => minutesBefore(now, 10 * 24 * 60);
const begun = (now: Date): Date => minutesBefore(now, 20 * 24 * 60);

const sourceRow = ([key, { ...columns }]: [string, z.infer<typeof source>]): Row => ({
  ...{ id: sourceId(key), ...columns, read_on: READ_ON, created_by: personId('organiser') },
  created_at: new Date(),
});

const comparison = (now: Date): Translatable => ({
  row: {
    ...{ id: comparisonId, slug, partnership_id: idOf('partnership', partnership), status: 'open' },
    ...{ revision: 1, licence: 'CC BY 4.0', version: 0, created_by: personId('organiser') },
    created_at: begun(now),
  },
  texts: { title: facts.comparison.title, summary: facts.comparison.summary },
});

const country = (code: string, position: number): Row => ({
  ...{ id: idOf('comparison country', `${slug} ${code}`), comparison_id: comparisonId, code, position },
  platform_id: isAggregate(code) ? null : idOf('platform', `npd-${code.toLowerCase()}`),
  ...{ locale: 'en', revision: 1 },
});

const dimension = ({ code, title }: { code: string; title: Text }, position: number): Translatable => ({
  row: { ...{ id: dimensionId(code), comparison_id: comparisonId, code, position }, revision: 1 },
  texts: { title },
});

const asked = (
  { dimension: of, code, kind, unit, ...texts }: z.infer<typeof question>,
  position: number,
): Translatable => ({
  row: {
    ...{ id: questionId(code), comparison_id: comparisonId, dimension_id: dimensionId(of), code, position },
    ...{ kind, unit, unit_multiplier: 0, decimals: 0, by_sex: false, several: false, revision: 1 },
  },
  texts,
});

/** No platform stands behind a figure that was taken from a source: whoever writes the comparison looks after it. */
function loadAnswer(tx: EntityManager, each: Answer, now: Date): Promise<void> {
  const { question: code, country: place, period, number, flags } = each;
  const row = {
    ...{
      id: answerId(each),
      comparison_id: comparisonId,
      question_id: questionId(code),
      country: place,
      period,
    },
    ...{ standing: 'value', number: number ?? null, options: [], flags, confidence: 'medium', revision: 1 },
    ...{ valid_on: READ_ON, state: 'checked', state_since: begun(now), version: 0, published_version: 0 },
    ...{ owner_id: personId('organiser'), created_at: begun(now) },
  };
  const note = each.note === null ? null : facts.notes[each.note]!;
  if (each.text || note)
    return insertTexts(tx, 'answer', [{ row, texts: { text: each.text ?? null, note } }]);
  return insert(tx, 'answers', [{ ...row, locale: 'en' }]);
}

const evidence = (each: Answer): Row => ({
  ...{ id: idOf('evidence', answerId(each)), relation: 'rests_on', position: 0, standing: 'sound' },
  ...{ statement_kind: 'answer', statement_id: answerId(each), cited_by: personId('organiser') },
  ...{ ground_kind: 'source', ground_id: sourceId(each.source) },
  ...{ standing_since: new Date(), cited_at: new Date() },
});
