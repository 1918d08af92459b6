import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { signVersion } from '../comparisons/answering/workflow/answer-versions';
import { ANSWER_STATES, CONFIDENCES, FLAGS, STANDINGS } from '../comparisons/comparison-facts';
import { spreadOf, type GroupResult } from '../comparisons/group-result';
import { ComparisonTemplate } from '../comparisons/structure/template/comparison-template.service';
import { LOCALES, type Locale } from '../core/i18n/locales';
import { organiser, publishFirst } from './comparison-publishing';
import { conclusionId } from './conclusions';
import data from './data/pilot.json';
import { minutesBefore } from './facts';
import { people, personId } from './people';
import { idOf, insert, type Row } from './rows';
import { insertTexts, text } from './texts';

const passage = z.strictObject({ room: z.string(), thread: z.string(), post: z.int(), quote: z.string() });
const answer = z.strictObject({
  country: z.enum(['IT', 'SI', 'SE', 'GB']),
  question: z.string(),
  standing: z.enum(STANDINGS),
  score: z.string().nullable(),
  number: z.string().nullable(),
  options: z.array(z.string()),
  text: text.nullable(),
  flags: z.array(z.enum(FLAGS)),
  confidence: z.enum(CONFIDENCES).nullable(),
  /** What the members of the platform scored, one after the other. */
  respondents: z.array(z.number()).nullable(),
  evidence: z.array(z.union([passage, z.strictObject({ conclusion: z.string() })])).min(1),
  state: z.enum(ANSWER_STATES),
});

const schema = z.strictObject({
  comparison: z.strictObject({
    slug: z.string(),
    partnership: z.string(),
    title: text,
    summary: text,
    note: z.strictObject({ locale: z.enum(LOCALES), text: z.string() }),
  }),
  countries: z.array(z.string()),
  dimensions: z.array(z.string()),
  dispute: z.strictObject({ locale: z.enum(LOCALES), text: z.string() }),
  answers: z.array(answer),
});

type Answer = z.infer<typeof answer>;

const pilot = schema.parse(data);
const { slug, partnership } = pilot.comparison;
const DAY = 24 * 60;

const comparisonId = idOf('comparison', slug);
/** By its question and its country. */
export const pilotAnswerId = (key: string): string => idOf('answer', `${slug} ${key}`);
const answerId = ({ question, country }: Answer): string => pilotAnswerId(`${question} ${country}`);
const platformId = (country: string): string => idOf('platform', `npd-${country.toLowerCase()}`);

/** What the platforms speak at home. */
const LANGUAGES: Record<Answer['country'], Locale> = { IT: 'it', SI: 'sl', SE: 'sv', GB: 'en' };

/**
 * Two of the ten dimensions, answered by the people of the demonstration: what rests on their posts and conclusions,
 * how far each answer has come, and what the first version says.
 */
export async function loadPilot(app: INestApplicationContext, tx: EntityManager, now: Date): Promise<number> {
  await insertTexts(tx, 'comparison', [comparison(now)]);
  await insert(tx, 'comparison_countries', pilot.countries.map(country));
  await app.get(ComparisonTemplate, { strict: false }).lay(tx, comparisonId);
  await leaveOut(tx);
  const questions = await questionIds(tx);
  for (const each of pilot.answers) await loadAnswer(tx, each, questions.get(each.question)!, now);
  await insert(tx, 'evidence', pilot.answers.flatMap(links));
  for (const each of pilot.answers.filter(({ respondents }) => respondents))
    await respond(tx, each, questions.get(each.question)!);
  await move(tx, now);
  await publishFirst(app, tx, {
    ...{ comparisonId, partnershipId: idOf('partnership', partnership) },
    ...{ note: pilot.comparison.note, at: minutesBefore(now, 2 * DAY) },
  });
  return pilot.answers.length;
}

const comparison = (now: Date) => ({
  row: {
    ...{ id: comparisonId, slug, partnership_id: idOf('partnership', partnership), status: 'open' },
    ...{ revision: 1, licence: 'CC BY 4.0', version: 0, created_by: personId('organiser') },
    created_at: minutesBefore(now, 15 * DAY),
  },
  texts: { title: pilot.comparison.title, summary: pilot.comparison.summary },
});

const country = (code: string, position: number): Row => ({
  ...{ id: idOf('comparison country', `${slug} ${code}`), comparison_id: comparisonId, code, position },
  ...{ platform_id: platformId(code), locale: LANGUAGES[code as Answer['country']], revision: 1 },
});

/** A trial asks about two dimensions only. */
async function leaveOut(tx: EntityManager): Promise<void> {
  const others = `comparison_id = $1 and split_part(code, '.', 1) <> all($2::text[])`;
  for (const table of ['questions', 'dimensions'])
    await tx.query(`delete from ${table} where ${others}`, [comparisonId, pilot.dimensions]);
}

async function questionIds(tx: EntityManager): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; code: string }[]>(
    'select id, code from questions where comparison_id = $1',
    [comparisonId],
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** In the language of its platform. What is published later is checked until then. */
function loadAnswer(tx: EntityManager, each: Answer, questionId: string, now: Date): Promise<void> {
  const { country: place, score, number, options, standing, flags, confidence } = each;
  const host = `host.${place.toLowerCase()}`;
  const row = {
    ...{
      id: answerId(each),
      comparison_id: comparisonId,
      question_id: questionId,
      country: place,
      period: '',
    },
    ...{ platform_id: platformId(place), standing, score, number, options, flags, confidence, revision: 1 },
    ...{
      state: each.state === 'published' ? 'checked' : each.state,
      state_since: minutesBefore(now, 4 * DAY),
    },
    ...{ valid_on: '2026-11-01', version: 0, published_version: 0, group_result: groupResult(each) },
    ...{ owner_id: personId(host), created_at: minutesBefore(now, 10 * DAY) },
    comments_until: each.state === 'commented' ? minutesBefore(now, -7 * DAY) : null,
  };
  if (each.text) return insertTexts(tx, 'answer', [{ row, texts: { text: each.text } }]);
  return insert(tx, 'answers', [{ ...row, locale: LANGUAGES[place] }]);
}

function groupResult({ respondents }: Answer): GroupResult | null {
  if (!respondents) return null;
  const spread = spreadOf(respondents);
  return { scored: respondents.length, unknown: 0, notApplicable: 0, spread, groups: [] };
}

const links = (each: Answer): Row[] =>
  each.evidence.map((ground, position) => ({
    ...{ id: idOf('evidence', `${answerId(each)} ${position}`), relation: 'rests_on', position },
    ...{
      statement_kind: 'answer',
      statement_id: answerId(each),
      standing: 'sound',
      standing_since: new Date(),
    },
    ...{ cited_by: personId(`host.${each.country.toLowerCase()}`), cited_at: new Date() },
    ...('conclusion' in ground ? concluded(ground.conclusion) : said(ground)),
  }));

const concluded = (key: string): Row => ({
  ...{ ground_kind: 'conclusion', ground_id: conclusionId(key), ground_revision: 1 },
  ...{ quote: null, quote_locale: null },
});

/** Revision and language are those of the post as it stands: `move` reads them. */
const said = ({ room, thread, post, quote }: z.infer<typeof passage>): Row => ({
  ...{ ground_kind: 'post', ground_id: idOf('post', `${room} ${thread} ${post}`) },
  ...{ ground_revision: 1, quote, quote_locale: 'en' },
});

async function respond(tx: EntityManager, each: Answer, questionId: string): Promise<void> {
  const members = people.filter(({ memberships }) =>
    memberships.some(({ platform }) => platform === `npd-${each.country.toLowerCase()}`),
  );
  await insert(
    tx,
    'responses',
    each.respondents!.map((score, place) => ({
      ...{ question_id: questionId, country: each.country, person_id: personId(members[place]!.key) },
      ...{ platform_id: platformId(each.country), standing: 'value', score, reason: null, locale: null },
      responded_at: new Date(),
    })),
  );
}

/** What was signed off and not yet published keeps its version; the one that others doubt says why. */
async function move(tx: EntityManager, now: Date): Promise<void> {
  await tx.query(
    `update evidence set ground_revision = post.revision, quote_locale = post.locale
     from posts post where evidence.ground_kind = 'post' and evidence.ground_id = post.id`,
  );
  for (const each of pilot.answers.filter(({ state }) => state === 'agreed' || state === 'disputed')) {
    await signVersion(tx, organiser(), answerId(each));
    const by = personId(`host.${each.country.toLowerCase()}`);
    const agreed = { answer_id: answerId(each), from_state: 'commented', to_state: 'agreed', moved_by: by };
    await insert(tx, 'answer_moves', [{ ...agreed, moved_at: minutesBefore(now, 4 * DAY) }]);
    if (each.state === 'agreed') continue;
    const { text: reason, locale } = pilot.dispute;
    const doubted = {
      from_state: 'agreed',
      to_state: 'disputed',
      moved_by: personId('host.gb'),
      reason,
      locale,
    };
    await insert(tx, 'answer_moves', [{ ...agreed, ...doubted, moved_at: minutesBefore(now, 3 * DAY) }]);
  }
}
