import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Actor } from '../core/access/actor';
import { LICENCES, type PracticeState } from '../practices/practice-facts';
import { CRITERIA, WEIGHTS_OF_CRITERIA, type Verdict } from '../practices/reviews/verdict';
import { PracticeVersions } from '../practices/versions/practice-versions.service';
import { fact, minutesBefore, record } from './facts';
import { people, personId } from './people';
import { candidates, cases, type Candidate, type Demonstrated } from './practice-data';
import { idOf, insert, type Row } from './rows';

const DAY = 24 * 60;
const practiceId = (key: string): string => idOf('practice', key);

/**
 * What the plans of the seeds say about good practices, as drafts without results; and cases of organisations that are
 * made up and say so in their name, at every station of their way.
 */
export async function loadPractices(
  app: INestApplicationContext,
  tx: EntityManager,
  now: Date,
): Promise<number> {
  const planned = candidates.map((each) => ({ ...rowOf(each), ...beginning(now), planned: true }));
  const shown = cases.map((each) => ({ ...rowOf(each), ...beginning(now), ...standing(each, now) }));
  for (const row of [...planned, ...shown]) await insert(tx, 'practices', [row]);
  for (const row of cases.flatMap((each) => translationsOf(each, now)))
    await insert(tx, 'practice_translations', [row]);
  await insert(tx, 'practice_links', [...candidates, ...cases].flatMap(linksOf));
  await insert(tx, 'practice_actors', cases.flatMap(actorsOf));
  await insert(tx, 'practice_results', cases.flatMap(resultsOf));
  await insert(tx, 'practice_result_translations', cases.flatMap(resultTranslations));
  await insert(tx, 'practice_transfers', cases.flatMap(transfersOf));
  await insert(tx, 'practice_thanks', cases.flatMap(thanksOf));
  await insert(
    tx,
    'practice_moves',
    cases.flatMap((each) => movesOf(each, now)),
  );
  const versions = app.get(PracticeVersions, { strict: false });
  for (const { key, state } of cases.filter((each) => FROZEN.includes(each.state))) {
    await versions.keep(tx, { id: practiceId(key), version: 0 }, null, Actor.system);
    await tx.query('update practice_versions set frozen_at = $2 where practice_id = $1', [
      practiceId(key),
      minutesBefore(now, (state === 'due' ? 770 : 100) * DAY),
    ]);
  }
  await record(
    tx,
    [...candidates, ...cases].map((each) =>
      fact(
        'practice.begun',
        { kind: 'practice', id: practiceId(each.key) },
        {},
        { at: begunAt(now), scope: { kind: 'partnership', id: idOf('partnership', each.partnership) } },
      ),
    ),
  );
  return planned.length + shown.length;
}

const begunAt = (now: Date): Date => minutesBefore(now, 400 * DAY);
const beginning = (now: Date): Row => ({ created_at: begunAt(now), state_since: begunAt(now) });

function rowOf({
  key,
  partnership,
  owner,
  ownerRole,
  locale,
  cooperations,
  themes,
  place,
  ...rest
}: Candidate) {
  return {
    ...{ id: practiceId(key), slug: key, partnership_id: idOf('partnership', partnership), locale },
    ...{ cooperations, themes, ...place, municipality: place.municipality ?? null },
    owner_organisation_id: owner && idOf('organisation', owner),
    owner_role: ownerRole,
    ...{ starts_on: rest.startsOn, ends_on: rest.endsOn, ongoing: false, planned: false },
    ...{ revision: 1, licence: LICENCES[0], state: 'draft', round: 1, version: 0, quote_consent: false },
    money_sources: [],
    ...rest.strings,
  };
}

/** After these it was frozen, and after those published. */
const FROZEN: readonly PracticeState[] = ['frozen', 'published', 'due', 'withdrawn'];
const PUBLISHED: readonly PracticeState[] = ['published', 'due', 'withdrawn'];

function standing({ author, state, rating, startsOn, endsOn, money }: Demonstrated, now: Date): Row {
  const due = state === 'due';
  const published = minutesBefore(now, (due ? 760 : 90) * DAY);
  const checked = published.toISOString().slice(0, 10);
  return {
    author_id: personId(author),
    ...{ state, rating: rating ?? null, ongoing: startsOn !== null && endsOn === null },
    owner_consent_at: begunAt(now).toISOString().slice(0, 10),
    version: 0,
    verdict: rating ? verdictOf(rating) : null,
    state_since: minutesBefore(now, 30 * DAY),
    ...(due && { created_at: minutesBefore(now, 800 * DAY) }),
    ...(PUBLISHED.includes(state) && {
      published_at: published,
      checked_at: checked,
      next_review_at: twoYearsAfter(checked),
    }),
    ...(money && {
      ...{ setup_amount: money.setup, running_amount: money.running, currency: money.currency },
      ...{ money_year: money.year, setup_fte: money.setupFte, running_fte: money.runningFte },
      money_sources: money.sources,
    }),
  };
}

/** What two reviewers made of it, made up like the cases themselves. */
function verdictOf(rating: 'good' | 'promising'): Verdict {
  const means = rating === 'good' ? [3.5, 3.5, 3, 3, 2.5, 2] : [2.5, 2, 2, 1.5, 2.5, 1.5];
  const weights = Object.values(WEIGHTS_OF_CRITERIA);
  return {
    rating,
    mean: means.reduce((sum, mean, place) => sum + mean * weights[place]!, 0) / 100,
    means: Object.fromEntries(CRITERIA.map((name, place) => [name, means[place]])) as Verdict['means'],
    gates: { relevant: true, measured: true, ethics: true, time: true },
    reviewers: 2,
  };
}

const twoYearsAfter = (day: string): string => `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`;

const madeBy = (now: Date): Row => {
  const translator = people.find(({ key }) => key === 'translator')!;
  return {
    ...{ source_revision: 1, origin: 'person', translated_at: minutesBefore(now, 60 * DAY) },
    ...{ translator_id: personId(translator.key), translated_by: translator.name },
  };
};

const translationsOf = ({ key, translations }: Demonstrated, now: Date): Row[] =>
  Object.entries(translations).map(([locale, made]) => ({
    ...{ owner_id: practiceId(key), locale, status: made!.status, ...madeBy(now), ...made!.strings },
    ...(made!.status === 'reviewed' && { reviewer_id: personId('host.si') }),
  }));

const linksOf = ({ key, locale, links }: Candidate): Row[] =>
  links.map((link, position) => ({
    ...{ id: idOf('practice link', `${key} ${position}`), practice_id: practiceId(key), position },
    ...{ ...link, accessible: false, locale, revision: 1 },
  }));

const actorsOf = ({ key, locale, actors }: Demonstrated): Row[] =>
  actors.map((actor, position) => ({
    ...{ id: idOf('practice actor', `${key} ${position}`), practice_id: practiceId(key), position },
    ...{ ...actor, locale, revision: 1 },
  }));

const resultId = (key: string, position: number): string => idOf('practice result', `${key} ${position}`);

const resultsOf = ({ key, locale, results }: Demonstrated): Row[] =>
  results.map(({ from, to, notStated, translations: _, ...each }, position) => ({
    ...{ id: resultId(key, position), practice_id: practiceId(key), position, locale, revision: 1 },
    ...{ period_from: from, period_to: to, women: null, men: null, ...each, not_stated: notStated ?? null },
    source: null,
  }));

const resultTranslations = ({ key, results }: Demonstrated): Row[] =>
  results.flatMap(({ translations }, position) =>
    Object.entries(translations).map(([locale, said]) => ({
      ...{ owner_id: resultId(key, position), locale, status: 'reviewed', ...said },
      ...madeBy(new Date()),
      reviewer_id: personId('host.si'),
    })),
  );

const transfersOf = ({ key, transfers }: Demonstrated): Row[] =>
  transfers.map(({ confirmed, ...transfer }, position) => ({
    ...{ id: idOf('practice transfer', `${key} ${position}`), practice_id: practiceId(key), position },
    ...{ ...transfer, revision: 1, awaits: !confirmed, told_at: new Date() },
  }));

const thanksOf = ({ key, useful }: Demonstrated): Row[] =>
  useful.map((person) => ({
    practice_id: practiceId(key),
    person_id: personId(person),
    said_at: new Date(),
  }));

/** The stations that a case has gone through to where it stands. */
const WAY: readonly PracticeState[] = [
  ...(['draft', 'submitted', 'review', 'accepted', 'editing', 'frozen', 'published'] as const),
  ...(['due', 'withdrawn'] as const),
];

function movesOf({ key, state, locale, reason, rating }: Demonstrated, now: Date): Row[] {
  const accepted = rating === 'promising' ? 'promising' : 'accepted';
  const end = WAY.indexOf(state === 'withdrawn' ? 'published' : state);
  const way = [...WAY.slice(0, end + 1), ...(state === 'withdrawn' ? [state] : [])].map((each) =>
    each === 'accepted' ? accepted : each,
  );
  return way.slice(1).map((to, place) => {
    const last = place === way.length - 2;
    return {
      ...{ practice_id: practiceId(key), from_state: way[place], to_state: to },
      ...{ reason: last ? (reason ?? null) : null, locale: last && reason ? locale : null },
      moved_at: minutesBefore(now, (120 - place * 10) * DAY),
    };
  });
}
