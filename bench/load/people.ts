import { createHash, createHmac, randomBytes } from 'node:crypto';
import { AUTHORS } from '../seed/discussion';
import type { Ground } from './ground';

/** Enough that nobody meets a rate limit: they stay on. */
const WRITERS = 1000;

/** How somebody shows who she is: by API token or by session. */
export interface Person {
  bearer: Record<string, string>;
  cookie: Record<string, string>;
}

/** Who wrote the seeded posts, and has read much. */
export const authors = (ground: Ground): Promise<Person[]> => enter(ground, 'author', AUTHORS);

export const writers = (ground: Ground): Promise<Person[]> => enter(ground, 'writer', WRITERS);

/** Members of all partnerships, with a new session and a new token each. */
async function enter(ground: Ground, kind: 'author' | 'writer', count: number): Promise<Person[]> {
  const keys = Array.from({ length: count }, () => randomBytes(24).toString('base64url'));
  const hashes = keys.map((key) => createHash('sha256').update(key).digest());
  await ground.use(async (client) => {
    await client.query(PEOPLE, [kind, count]);
    await client.query(GRANTS, [kind]);
    await client.query(SESSIONS, [kind, keys]);
    await client.query(TOKENS, [kind, hashes]);
  });
  return keys.map((key) => ({
    bearer: { Authorization: `Bearer ${key}` },
    cookie: { Cookie: `__Host-polylog=${encodeURIComponent(`s:${key}.${sign(key, ground.secret)}`)}` },
  }));
}

const sign = (sid: string, secret: string): string =>
  createHmac('sha256', secret).update(sid).digest('base64').replace(/=+$/, '');

const PEOPLE = `
  insert into people (email, name, locale, confirmed_at)
  select $1 || '-' || n || '@example.org', initcap($1) || ' ' || n, 'en', now() from generate_series(0, $2::int - 1) n
  on conflict do nothing`;

const GRANTS = `
  insert into grants (person_id, role, place_id)
  select people.id, 'member', partnerships.id from people, partnerships
  where people.email::text like $1 || '-%' and partnerships.slug like 'seed-%' on conflict do nothing`;

const SESSIONS = `
  insert into sessions (sid, sess, expire)
  select sid, json_build_object('cookie', json_build_object('originalMaxAge', 86400000, 'httpOnly', true, 'path', '/'),
    'passport', json_build_object('user', people.id), 'since', now(), 'agent', 'load'), now() + interval '1 day'
  from unnest($2::text[]) with ordinality as given (sid, n)
  join people on people.email = ($1 || '-' || n - 1 || '@example.org')::citext`;

const TOKENS = `
  insert into api_tokens (person_id, name, scope, hash)
  select people.id, 'load', 'write', hash from unnest($2::bytea[]) with ordinality as given (hash, n)
  join people on people.email = ($1 || '-' || n - 1 || '@example.org')::citext`;
