import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../core/database/transactions';
import { loadComparison } from './comparisons';
import { loadConclusions } from './conclusions';
import { loadGlossary } from './glossary';
import { loadHandbooks } from './handbooks';
import { SearchIndex } from '../search/index/search-index.service';
import { loadOrganisations } from './organisations';
import { loadPartnerships } from './partnerships';
import { followPassword, setPassword } from './password';
import { loadPeople } from './people';
import { loadPilot } from './pilot';
import { loadPlatforms } from './platforms';
import { loadPractices } from './practices';
import { loadRecommendations } from './recommendations';
import { loadRooms } from './rooms';

type Say = (line: string) => void;

/**
 * Fills an empty hub with the demonstration, all of it or nothing, so that a start which was cut short is made
 * good by the next one. A hub that holds anything is left as it is: what an operator has written never mixes
 * with what was made up.
 * @param asked by an operator, who is told why nothing was loaded
 */
export async function loadDemo(app: INestApplicationContext, say: Say, asked = false): Promise<void> {
  const loaded = await app.get(Transactions).run(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext('polylog demo'))`);
    if (!(await isEmpty(tx))) {
      if (await isDemonstration(tx)) await loadGlossary(tx, new Date());
      return false;
    }
    say('Filling the empty hub with the demo data …');
    await fill(app, tx, (what, count) => say(`  ${what.padEnd(19)} ${String(count).padStart(3)}`));
    await app.get(SearchIndex, { strict: false }).askForAll(tx);
    return true;
  });
  if (loaded) return;
  if (asked)
    say('Nothing was loaded: demo data goes only into a hub without people, organisations and partnerships.');
  await followPassword(app);
}

async function isEmpty(tx: EntityManager): Promise<boolean> {
  const [{ empty }] = await tx.query<[{ empty: boolean }]>(
    `select not exists (select from people) and not exists (select from organisations)
       and not exists (select from partnerships) as empty`,
  );
  return empty;
}

/** Filled by an earlier version, which may have known less. */
async function isDemonstration(tx: EntityManager): Promise<boolean> {
  const [{ filled }] = await tx.query<[{ filled: boolean }]>(
    'select exists (select from demo_password) as filled',
  );
  return filled;
}

/** From the ground up, as the rows lean on each other. */
async function fill(
  app: INestApplicationContext,
  tx: EntityManager,
  report: (what: string, count: number) => void,
): Promise<void> {
  const now = new Date();
  report('Organisations', await loadOrganisations(tx, now));
  report('Concepts', await loadGlossary(tx, now));
  report('Partnerships', await loadPartnerships(tx, now));
  report('National platforms', await loadPlatforms(tx, now));
  report('People', await loadPeople(tx, now, await setPassword(app, tx)));
  report('Good practices', await loadPractices(app, tx, now));
  const { rooms, posts } = await loadRooms(tx, now);
  report('Rooms', rooms);
  report('Posts', posts);
  report('Conclusions', await loadConclusions(app, tx, now));
  report('Answers', (await loadComparison(app, tx, now)) + (await loadPilot(app, tx, now)));
  report('Recommendations', await loadRecommendations(app, tx, now));
  report('Chapters', await loadHandbooks(app, tx, now));
}
