import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '../../src/core/access/actor';
import type { TestHub } from '../support/hub';

export interface TestPerson {
  id: string;
  email: string;
  name: string;
}

interface PersonOptions {
  name?: string;
  email?: string;
  locale?: string;
  readingLocales?: string[];
  organisationId?: string;
  confirmed?: boolean;
  /** Powers to begin with; place null: the whole hub. */
  grants?: { role: Role; placeId?: string | null; detail?: string }[];
}

/** Somebody with an account, confirmed unless said otherwise, without a password. */
export async function aPerson(hub: TestHub, options: PersonOptions = {}): Promise<TestPerson> {
  const id = randomUUID();
  const name = options.name ?? `Person ${id.slice(0, 4)}`;
  const email = options.email ?? `${id.slice(0, 8)}@example.org`;
  await hub.database.query(
    `insert into people (id, email, name, locale, reading_locales, organisation_id, confirmed_at)
     values ($1, $2, $3, $4, $5, $6, case when $7 then now() end)`,
    [
      id,
      email,
      name,
      options.locale ?? 'en',
      options.readingLocales ?? [],
      options.organisationId ?? null,
      options.confirmed ?? true,
    ],
  );
  for (const grant of options.grants ?? [])
    await giveGrant(hub, id, grant.role, grant.placeId ?? null, grant.detail);
  return { id, email, name };
}

export async function giveGrant(
  hub: TestHub,
  personId: string,
  role: Role,
  placeId: string | null,
  detail: string | null = null,
): Promise<void> {
  await hub.database.query('insert into grants (person_id, role, place_id, detail) values ($1, $2, $3, $4)', [
    personId,
    role,
    placeId,
    detail,
  ]);
}

/** A session in the database, as signing in would have left it. Returns its id. */
export async function aSession(hub: TestHub, personId: string): Promise<string> {
  const sid = randomBytes(16).toString('hex');
  const sess = {
    cookie: { originalMaxAge: 86_400_000, httpOnly: true, path: '/' },
    passport: { user: personId },
    since: new Date().toISOString(),
    agent: 'jest',
  };
  await hub.database.query(
    `insert into sessions (sid, sess, expire) values ($1, $2, now() + interval '1 day')`,
    [sid, JSON.stringify(sess)],
  );
  return sid;
}
