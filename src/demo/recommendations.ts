import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { LOCALES } from '../core/i18n/locales';
import { COSTS, LEVELS, UPTAKE_STATES } from '../recommendations/recommendation-facts';
import { FollowUps } from '../recommendations/uptake/follow-ups.service';
import data from './data/recommendations.json';
import { minutesBefore } from './facts';
import { personId } from './people';
import { pilotAnswerId } from './pilot';
import { idOf, insert, type Row } from './rows';
import { insertTexts, text } from './texts';

const recommendation = z.strictObject({
  key: z.string(),
  dimension: z.string(),
  country: z.string().nullable(),
  level: z.enum(LEVELS),
  cost: z.enum(COSTS),
  addressee: text,
  text,
  reasoning: text.nullable(),
  /** Question and country. */
  answers: z.array(z.string()).min(1),
});

const schema = z.strictObject({
  comparison: z.string(),
  recommendations: z.array(recommendation),
  uptake: z.strictObject({
    recommendation: z.string(),
    organisation: z.string(),
    country: z.string(),
    state: z.enum(UPTAKE_STATES),
    since: z.iso.date(),
    by: z.string(),
    locale: z.enum(LOCALES),
    proof: z.string(),
  }),
});

const { comparison, recommendations, uptake } = schema.parse(data);
const DAY = 24 * 60;
const comparisonId = idOf('comparison', comparison);
const recommendationId = (key: string): string => idOf('recommendation', key);

/** What the trial advises, resting on its answers, and the first who has taken it up. */
export async function loadRecommendations(
  app: INestApplicationContext,
  tx: EntityManager,
  now: Date,
): Promise<number> {
  const at = minutesBefore(now, DAY);
  const dimensions = await dimensionIds(tx);
  await insertTexts(
    tx,
    'recommendation',
    recommendations.map(
      ({ key, dimension, country, level, cost, addressee, text: words, reasoning }, place) => ({
        row: {
          ...{ id: recommendationId(key), comparison_id: comparisonId, number: place + 1, revision: 1 },
          ...{ dimension_id: dimensions.get(dimension), country, level, cost, status: 'published' },
          ...{ author_id: personId('organiser'), created_at: at, published_at: at },
        },
        texts: { text: words, addressee, reasoning },
      }),
    ),
  );
  await insert(
    tx,
    'evidence',
    recommendations.flatMap((each) => links(each, at)),
  );
  await takeUp(app, tx, at);
  return recommendations.length;
}

async function dimensionIds(tx: EntityManager): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; code: string }[]>(
    'select id, code from dimensions where comparison_id = $1',
    [comparisonId],
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}

const links = ({ key, answers }: z.infer<typeof recommendation>, at: unknown): Row[] =>
  answers.map((answer, position) => ({
    ...{ id: idOf('evidence', `recommendation ${key} ${position}`), relation: 'recommends', position },
    ...{ statement_kind: 'recommendation', statement_id: recommendationId(key) },
    ...{ ground_kind: 'answer', ground_id: pilotAnswerId(answer), ground_revision: 1 },
    ...{ standing: 'sound', standing_since: at, cited_by: personId('organiser'), cited_at: at },
  }));

async function takeUp(app: INestApplicationContext, tx: EntityManager, at: unknown): Promise<void> {
  const { recommendation: key, organisation, country, state, since, by, locale, proof } = uptake;
  const id = idOf('uptake', `${key} ${organisation}`);
  const told = { state, since, told_by: personId(by), told_at: at };
  await insert(tx, 'uptakes', [
    {
      ...{ id, recommendation_id: recommendationId(key), country, ...told },
      organisation_id: idOf('organisation', organisation),
    },
  ]);
  await tx.query(
    `insert into uptake_states (uptake_id, state, since, proof, locale, told_by, told_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, state, since, proof, locale, personId(by), at],
  );
  const asked = { id, recommendationId: recommendationId(key), personId: personId(by) };
  await app.get(FollowUps, { strict: false }).ask(tx, asked);
}
