import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { POSITIONS } from '../conclusions/conclusion-facts';
import { standingConclusions } from '../conclusions/standing-conclusion';
import { ConclusionVersions } from '../conclusions/versions/conclusion-versions.service';
import { Actor } from '../core/access/actor';
import data from './data/conclusions.json';
import { fact, minutesBefore, record } from './facts';
import { people, personId } from './people';
import { idOf, insert, type Row } from './rows';
import { insertTexts, text, type Translatable } from './texts';

const schema = z.array(
  z.strictObject({
    key: z.string(),
    room: z.string(),
    thread: z.string(),
    number: z.int(),
    state: z.enum(['adopted', 'positions']),
    daysAgo: z.int().positive(),
    by: z.string(),
    statement: text,
    reasoning: text.nullable(),
    /** What it was concluded from, by the place of the post in its thread. */
    passages: z.array(z.strictObject({ post: z.int(), quote: z.string() })).min(1),
    positions: z.array(
      z.strictObject({ person: z.string(), position: z.enum(POSITIONS), reason: z.string().nullable() }),
    ),
  }),
);

type Conclusion = z.infer<typeof schema>[number];

const conclusions = schema.parse(data);
const DAY = 24 * 60;
/** How long people could say where they stand, and when one that is open closes. */
const ROUND = 7 * DAY;

export const conclusionId = (key: string): string => idOf('conclusion', key);

/** What the national rooms have agreed on, and what one of them is about to. */
export async function loadConclusions(
  app: INestApplicationContext,
  tx: EntityManager,
  now: Date,
): Promise<number> {
  await insertTexts(
    tx,
    'conclusion',
    conclusions.map((each) => row(each, now)),
  );
  await insert(
    tx,
    'evidence',
    conclusions.flatMap((each) => passages(each, now)),
  );
  for (const each of conclusions) await takePositions(tx, each, now);
  await insert(
    tx,
    'conclusion_moves',
    conclusions.flatMap((each) => moves(each, now)),
  );
  for (const each of conclusions.filter(({ state }) => state === 'adopted')) await adopt(app, tx, each, now);
  await record(
    tx,
    conclusions.map((each) => {
      const scope = { kind: 'room', id: idOf('room', each.room) };
      const circumstances = { at: opened(each, now), actorId: personId(each.by), scope };
      return fact(
        'conclusion.drafted',
        { kind: 'conclusion', id: conclusionId(each.key) },
        {},
        circumstances,
      );
    }),
  );
  return conclusions.length;
}

const adopted = ({ daysAgo }: Conclusion, now: Date): Date => minutesBefore(now, daysAgo * DAY);
const opened = (each: Conclusion, now: Date): Date =>
  each.state === 'adopted' ? minutesBefore(now, each.daysAgo * DAY + ROUND) : adopted(each, now);
const closes = (each: Conclusion, now: Date): Date =>
  each.state === 'adopted' ? adopted(each, now) : minutesBefore(now, -ROUND);

const row = (each: Conclusion, now: Date): Translatable => ({
  row: {
    ...{ id: conclusionId(each.key), room_id: idOf('room', each.room), number: each.number },
    thread_id: idOf('thread', `${each.room} ${each.thread}`),
    ...{ revision: 1, state: each.state, round: 1, version: 0, public: false },
    ...{ state_since: each.state === 'adopted' ? adopted(each, now) : opened(each, now) },
    ...{ positions_until: closes(each, now), created_by: personId(each.by), created_at: opened(each, now) },
    closing_told_at: each.state === 'adopted' ? adopted(each, now) : null,
  },
  texts: { statement: each.statement, reasoning: each.reasoning },
});

const passages = (each: Conclusion, now: Date): Row[] =>
  each.passages.map(({ post, quote }, position) => ({
    ...{ id: idOf('evidence', `${each.key} ${position}`), relation: 'concluded_from', position },
    ...{ statement_kind: 'conclusion', statement_id: conclusionId(each.key), standing: 'sound' },
    ...{ ground_kind: 'post', ground_id: idOf('post', `${each.room} ${each.thread} ${post}`) },
    ...{ ground_revision: 1, quote, quote_locale: each.statement.orig },
    ...{ cited_by: personId(each.by), cited_at: opened(each, now), standing_since: opened(each, now) },
  }));

/** Each for the seat that she has on a platform. */
async function takePositions(tx: EntityManager, each: Conclusion, now: Date): Promise<void> {
  for (const { person, position, reason } of each.positions)
    await tx.query(
      `insert into conclusion_positions (conclusion_id, round, person_id, position, reason, locale,
         stakeholder_group_id, organisation_id, country, taken_at)
       select $1, 1, person_id, $3, $4, $5, stakeholder_group_id, organisation_id, platform.country, $6
       from memberships join platforms platform on platform.id = platform_id where person_id = $2`,
      [
        ...[conclusionId(each.key), personId(person), position, reason],
        ...[people.find(({ key }) => key === person)!.locale, minutesBefore(opened(each, now), -DAY)],
      ],
    );
}

function moves(each: Conclusion, now: Date): Row[] {
  const own = { conclusion_id: conclusionId(each.key), version: 0, moved_by: personId(each.by) };
  const open = {
    ...{ ...own, from_state: 'draft', to_state: 'positions', until: closes(each, now) },
    moved_at: opened(each, now),
  };
  const end = { ...open, from_state: 'positions', to_state: 'adopted', until: null, version: 1 };
  return each.state === 'adopted' ? [open, { ...end, moved_at: adopted(each, now) }] : [open];
}

async function adopt(
  app: INestApplicationContext,
  tx: EntityManager,
  each: Conclusion,
  now: Date,
): Promise<void> {
  const id = conclusionId(each.key);
  const [standing] = await standingConclusions(tx, Actor.system, 'conclusion.id = $1', [id]);
  await app.get(ConclusionVersions, { strict: false }).adopt(tx, Actor.system, standing!, null);
  await tx.query('update conclusions set adopted_at = $2 where id = $1', [id, adopted(each, now)]);
  await tx.query('update conclusion_versions set adopted_at = $2, adopted_by = $3 where conclusion_id = $1', [
    id,
    adopted(each, now),
    personId(each.by),
  ]);
}
