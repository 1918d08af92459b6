import { randomUUID } from 'node:crypto';
import type { PracticeState } from '../../src/practices/practice-facts';
import type { TestHub } from '../support/hub';
import { anOrganisation } from './organisations';
import { aPartnership } from './partnerships';
import { aPerson } from './people';

export interface TestPractice {
  id: string;
  slug: string;
  partnershipId: string;
  authorId: string | null;
}

interface PracticeOptions {
  partnershipId?: string;
  authorId?: string | null;
  slug?: string;
  locale?: string;
  state?: PracticeState;
  version?: number;
  published?: boolean;
  country?: string | null;
  /** Columns by name, over those of a case that lacks nothing. */
  columns?: Record<string, unknown>;
  /** Without the words and facts that a case needs to be submitted. */
  empty?: boolean;
}

/** All that a case needs, but for its lists. */
const full = async (hub: TestHub) => ({
  strapline: 'A municipality buys catering from people who were long without work.',
  problem: 'Of 4,000 people without work, 900 have been so for more than two years.',
  solution: 'The municipality splits its order, and asks for places for them.',
  participation: 'They take part in deciding about their work.',
  resources: 'Half a post for procurement, and a teacher in the kitchen.',
  evidence: 'Counted by the employment service each year.',
  difficulties: 'The first order was too large.',
  conditions: 'An order that can be split.',
  adaptable: 'What is bought.',
  essential: 'That places are asked for.',
  beginning: 'Talk with the buyer.',
  sustainability: 'It is paid by the order.',
  equality: 'Half of the places are for women.',
  environment: 'Food is bought nearby.',
  integration: 'Work is taught in three languages.',
  health: 'Meals follow the rules for schools.',
  owner_organisation_id: (await anOrganisation(hub)).id,
  owner_role: 'runs',
  owner_consent_at: '2024-01-15',
  cooperations: ['public_social'],
  themes: ['procurement', 'work_integration'],
  nuts: 'SI032',
  region: 'Podravska',
  municipality: 'Maribor',
  level: 'local',
  starts_on: '2019-03-01',
  ongoing: true,
  setup_amount: '12000',
  running_amount: '48000.50',
  currency: 'EUR',
  money_year: 2023,
  setup_fte: '0.5',
  running_fte: '1.25',
  money_sources: ['municipal', 'own_income'],
  contact: 'office@example.org',
});

/** A case; its partnership and its author are made unless they are named. */
export async function aPractice(hub: TestHub, options: PracticeOptions = {}): Promise<TestPractice> {
  const id = randomUUID();
  const partnershipId = options.partnershipId ?? (await aPartnership(hub)).id;
  const authorId = options.authorId === undefined ? (await aPerson(hub)).id : options.authorId;
  const slug = options.slug ?? `practice-${id.slice(0, 8)}`;
  const row: Record<string, unknown> = {
    ...{ id, slug, partnership_id: partnershipId, author_id: authorId },
    ...{ title: 'Buying from social enterprises', locale: options.locale ?? 'en' },
    ...(!options.empty && (await full(hub))),
    country: options.country === undefined ? 'SI' : options.country,
    state: options.state ?? 'draft',
    version: options.version ?? 0,
    published_at: options.published ? new Date() : null,
    ...options.columns,
  };
  const names = Object.keys(row);
  await hub.database.query(
    `insert into practices (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
    Object.values(row),
  );
  return { id, slug, partnershipId, authorId };
}

export async function aResult(
  hub: TestHub,
  practiceId: string,
  columns: Record<string, unknown> = {},
): Promise<{ id: string }> {
  const row: Record<string, unknown> = {
    ...{ practice_id: practiceId, position: 0, locale: 'en' },
    ...{ indicator: 'People in work', value: '42', unit: 'people', period_from: '2019', period_to: '2023' },
    ...{ persons: true, women: 22, men: 18, not_stated: 2, method: 'Counted each year' },
    ...{ source: 'https://example.org/report', counterfactual: false },
    ...columns,
  };
  const names = Object.keys(row);
  const [made] = await hub.database.query<[{ id: string }]>(
    `insert into practice_results (${names.join(', ')})
     values (${names.map((_, place) => `$${place + 1}`).join(', ')}) returning id`,
    Object.values(row),
  );
  return made;
}

export async function aParticipant(hub: TestHub, practiceId: string, role = 'Orders meals'): Promise<void> {
  await hub.database.query(
    `insert into practice_actors (practice_id, position, name, type, part, role, locale)
     values ($1, 0, 'Town of Maribor', 'municipality', 'pays', $2, 'en')`,
    [practiceId, role],
  );
}
