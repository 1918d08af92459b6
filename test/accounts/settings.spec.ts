import { DataSource } from 'typeorm';
import { Actors } from '../../src/accounts/actors.service';
import { People } from '../../src/accounts/people.service';
import { personPolicy } from '../../src/accounts/profile/person.policy';
import { sessionPolicy } from '../../src/accounts/sessions/session.policy';
import { apiTokenPolicy } from '../../src/accounts/tokens/api-token.policy';
import { Actor } from '../../src/core/access/actor';
import type { Policy } from '../../src/core/access/policy';
import { PASSWORD, anAccount, signIn } from '../factories/accounts';
import { anOrganisation } from '../factories/organisations';
import { aPerson, aSession } from '../factories/people';
import { TestClient } from '../support/client';
import { assertDescribed } from '../support/contract';
import { startHub, type TestHub } from '../support/hub';
import { mailsTo } from '../support/mails';
import { openSocket } from '../support/socket';

const PROFILE = {
  name: 'Ana Novak',
  organisationId: '',
  locale: 'en',
  timeZone: 'Europe/Ljubljana',
  reading_1: 'sl',
  reading_2: 'it',
  reading_3: '',
  reading_4: '',
};

describe('The settings', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  const bearer = (secret: string) => ({ Authorization: `Bearer ${secret}` });
  const closed = (socket: { once(name: 'disconnect', heard: () => void): void }) =>
    new Promise<void>((resolve) => socket.once('disconnect', resolve));

  it('are for people who are signed in', async () => {
    const visitor = new TestClient(hub);
    for (const path of [
      '/en/settings',
      '/en/settings/sessions',
      '/en/settings/tokens',
      '/api/v1/me',
      '/api/v1/me/tokens',
    ])
      expect((await visitor.get(path)).status).toBe(401);
  });

  it.each(['person', 'session', 'token'] as const)(
    'of a %s can be read by SQL exactly where the policy says so: by their owner',
    async (noun) => {
      const policies = { person: personPolicy, session: sessionPolicy, token: apiTokenPolicy };
      const tables = { person: 'people', session: 'sessions', token: 'api_tokens' };
      const policy = policies[noun] as Policy<{ id: string; personId: string }, never>;
      const owner = await aPerson(hub);
      const stranger = await aPerson(hub, { grants: [{ role: 'administrator' }] });
      for (const { id } of [owner, stranger]) {
        await aSession(hub, id);
        await hub.database.query(
          `insert into api_tokens (person_id, name, scope, hash) values ($1, 'x', 'read', gen_random_uuid()::text::bytea)`,
          [id],
        );
      }
      const actors = [
        Actor.visitor,
        Actor.system,
        ...(await Promise.all([owner, stranger].map(({ id }) => actorOf(id)))),
      ];
      const rows = await hub.database.query<{ id: string; personId: string }[]>(
        `select ${noun === 'person' ? 'id, id' : 'null as id, person_id'} as "personId" from ${tables[noun]}`,
      );
      for (const actor of actors) {
        const { where, parameters } = policy.readable(actor, 'row');
        const readable = await hub.app
          .get(DataSource)
          .createQueryBuilder()
          .select(noun === 'person' ? 'row.id' : 'row.person_id', 'id')
          .from(tables[noun], 'row')
          .where(where, parameters)
          .getRawMany<{ id: string }>();
        const said = rows.filter((row) => policy.may(actor, 'read', { ...row, id: row.id ?? row.personId }));
        expect(readable.map(({ id }) => id).sort()).toEqual(said.map(({ personId }) => personId).sort());
      }
    },
  );

  const actorOf = async (id: string) => (await hub.app.get(Actors).ofPerson(id))!;

  describe('of the profile', () => {
    it('are saved, and a new language holds at once', async () => {
      const person = await anAccount(hub);
      const client = await TestClient.as(hub, person);
      const organisation = await anOrganisation(hub, { name: 'Demo občina' });
      expect((await client.get('/en/settings')).text).toContain('Demo občina');
      const answer = await client.submit('/en/settings', {
        ...PROFILE,
        organisationId: organisation.id,
        locale: 'sl',
        revision: 1,
      });
      expect(answer.headers['location']).toBe('/sl/settings');
      expect((await client.get('/sl/settings')).text).toContain('Nastavitve so shranjene.');
      const { body } = await client.get('/api/v1/me');
      expect(body).toMatchObject({
        name: 'Ana Novak',
        locale: 'sl',
        readingLocales: ['sl', 'it'],
        timeZone: 'Europe/Ljubljana',
        organisationId: organisation.id,
        revision: 2,
      });
      const names = await hub.app.get(People).named([person.id, person.id]);
      expect(names.get(person.id)).toEqual({
        id: person.id,
        name: 'Ana Novak',
        organisationId: organisation.id,
      });
    });

    it('close gaps in the order of languages, and count a language chosen twice once', async () => {
      const client = await TestClient.as(hub, await anAccount(hub));
      const reading = { reading_1: '', reading_2: 'it', reading_3: 'it', reading_4: 'sv' };
      await client.submit('/en/settings', { ...PROFILE, ...reading, revision: 1 });
      expect((await client.get('/api/v1/me')).body.readingLocales).toEqual(['it', 'sv']);
    });

    it('show what was saved elsewhere meanwhile, and keep what was typed', async () => {
      const client = await TestClient.as(hub, await anAccount(hub));
      await client.submit('/en/settings', { ...PROFILE, name: 'Saved first', revision: 1 });
      const refused = await client.submit('/en/settings', { ...PROFILE, name: 'Typed "later"', revision: 1 });
      expect(refused.status).toBe(409);
      expect(refused.text).toContain('Saved first');
      expect(refused.text).toContain('value="Typed &quot;later&quot;"');
      expect(refused.text).toContain('name="revision" value="2"');
      const api = await client.send('patch', '/api/v1/me', { name: 'By a program', revision: 1 });
      expect(api.status).toBe(409);
      expect(api.body.theirs).toMatchObject({ name: 'Saved first', revision: 2 });
      const merged = await client.submit('/en/settings', { ...PROFILE, name: 'Merged', revision: 2 });
      expect(merged.status).toBe(303);
    });

    it('change only what a program sends', async () => {
      const client = await TestClient.as(hub, await anAccount(hub, { name: 'Before' }));
      const answer = await client.send('patch', '/api/v1/me', {
        readingLocales: ['it', 'it', 'sl'],
        revision: 1,
      });
      expect(answer.body).toMatchObject({ name: 'Before', readingLocales: ['it', 'sl'], revision: 2 });
      await assertDescribed(hub, 'patch', '/api/v1/me', answer);
      await assertDescribed(hub, 'get', '/api/v1/session', await client.get('/api/v1/session'));
    });

    it.each([
      ['a lone surrogate', { name: 'Ana \ud800' }, 'name'],
      ['a NUL byte', { name: 'Ana\u0000' }, 'name'],
      ['an empty name', { name: ' ' }, 'name'],
      ['an unknown language', { locale: 'xx' }, 'locale'],
      ['an unknown time zone', { timeZone: 'Mars/Olympus' }, 'timeZone'],
      [
        'an organisation that does not exist',
        { organisationId: '00000000-0000-4000-8000-000000000000' },
        'organisationId',
      ],
      ['an organisation that is no id', { organisationId: 'x' }, 'organisationId'],
      ['a field that is not hers to change', { email: 'eve@example.org' }, 'email'],
      ['a revision out of bounds', { revision: 2_147_483_648 }, 'revision'],
    ])('refuse %s', async (_, changes, path) => {
      const client = await TestClient.as(hub, await anAccount(hub));
      const answer = await client.send('patch', '/api/v1/me', { revision: 1, ...changes });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([expect.objectContaining({ path })]);
    });

    it('need the token of the form, and an origin of our own', async () => {
      const client = await TestClient.as(hub, await anAccount(hub));
      const post = client.agent.post('/en/settings').type('form').redirects(0);
      expect((await post.send({ ...PROFILE, revision: 1 })).status).toBe(403);
      const foreign = await client.send(
        'patch',
        '/api/v1/me',
        { name: 'Eve', revision: 1 },
        { Origin: 'https://evil.example' },
      );
      expect(foreign.status).toBe(403);
    });
  });

  describe('of the password', () => {
    it('ask for the old one, end every other session and tell the owner', async () => {
      const person = await anAccount(hub, { locale: 'sv' });
      const client = await TestClient.as(hub, person);
      const elsewhere = await TestClient.as(hub, person);
      const socket = await openSocket(hub, elsewhere);
      const shut = closed(socket);

      const wrong = await client.submit(
        '/en/settings/password',
        { currentPassword: 'not the old one', password: 'a new password' },
        '/en/settings',
      );
      expect(wrong.status).toBe(422);
      expect(wrong.text).toContain('This is not your current password.');
      expect((await elsewhere.get('/api/v1/me')).status).toBe(200);

      const right = await client.submit(
        '/en/settings/password',
        { currentPassword: PASSWORD, password: 'a new password' },
        '/en/settings',
      );
      expect(right.headers['location']).toBe('/en/settings');
      expect((await client.get('/api/v1/me')).status).toBe(200);
      expect((await elsewhere.get('/api/v1/me')).status).toBe(401);
      await shut;
      expect((await signIn(new TestClient(hub), person)).status).toBe(401);
      expect((await signIn(new TestClient(hub), person, 'a new password')).status).toBe(303);
      expect((await mailsTo(hub, person.email))[0]).toMatchObject({ subject: 'Ditt lösenord har ändrats' });
    });
  });

  describe('of sessions', () => {
    it('list where one is signed in, without what the cookies hold', async () => {
      const person = await anAccount(hub);
      const client = await TestClient.as(hub, person);
      await client.agent
        .post('/api/v1/session')
        .set('User-Agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')
        .send({ email: person.email, password: PASSWORD });
      await aSession(hub, person.id);
      const { text } = await client.get('/en/settings/sessions');
      expect(text).toContain('Firefox, Linux');
      const answer = await client.get('/api/v1/me/sessions');
      await assertDescribed(hub, 'get', '/api/v1/me/sessions', answer);
      const sessions = answer.body.sessions as { current: boolean }[];
      expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
      const sids = await hub.database.query<{ sid: string }[]>('select sid from sessions');
      const journal = JSON.stringify(await hub.database.query('select * from journal'));
      for (const { sid } of sids) expect(text + answer.text + journal).not.toContain(sid);
    });

    it('end one, and its sockets within a second', async () => {
      const person = await anAccount(hub);
      const client = await TestClient.as(hub, person);
      const elsewhere = await TestClient.as(hub, person);
      const socket = await openSocket(hub, elsewhere);
      const shut = closed(socket);
      const sessions = (await elsewhere.get('/api/v1/me/sessions')).body.sessions as {
        id: string;
        current: boolean;
      }[];
      const { id } = sessions.find(({ current }) => current)!;
      const answer = await client.submit(`/en/settings/sessions/${id}/end`, {}, '/en/settings/sessions');
      expect(answer.headers['location']).toBe('/en/settings/sessions');
      await shut;
      expect((await elsewhere.get('/api/v1/me')).status).toBe(401);
      expect((await client.get('/api/v1/me')).status).toBe(200);
    });

    it('end all others, and signing out ends this one', async () => {
      const person = await anAccount(hub);
      const [client, second, third] = await Promise.all([1, 2, 3].map(() => TestClient.as(hub, person)));
      const socket = await openSocket(hub, client);
      const shut = closed(socket);
      await client!.submit('/en/settings/sessions/end-others', {}, '/en/settings/sessions');
      for (const other of [second!, third!]) expect((await other.get('/api/v1/me')).status).toBe(401);
      expect(socket.connected).toBe(true);
      await client!.submit('/en/sign-out', {}, '/en/settings');
      await shut;
      expect((await client!.get('/api/v1/me')).status).toBe(401);
    });

    it('say of a session of somebody else what they say of one that never was', async () => {
      const [owner, stranger] = [await anAccount(hub), await anAccount(hub)];
      const hers = await TestClient.as(hub, owner);
      const [{ id }] = (await hers.get('/api/v1/me/sessions')).body.sessions as [{ id: string }];
      const client = await TestClient.as(hub, stranger);
      for (const foreign of [id, '00000000-0000-4000-8000-000000000000', 'nonsense'])
        expect((await client.send('delete', `/api/v1/me/sessions/${foreign}`)).status).toBe(404);
      expect((await hers.get('/api/v1/me')).status).toBe(200);
    });
  });

  describe('of API tokens', () => {
    async function aToken(scope: 'read' | 'write', changes: object = {}) {
      const person = await anAccount(hub);
      const client = await TestClient.as(hub, person);
      const answer = await client.send('post', '/api/v1/me/tokens', { name: 'Program', scope, ...changes });
      return {
        person,
        client,
        answer,
        secret: answer.body.secret as string,
        id: answer.body.token?.id as string,
      };
    }

    it('make one by the form, show it once, and list it without its secret', async () => {
      const client = await TestClient.as(hub, await anAccount(hub));
      const fields = { name: 'Library <b>', scope: 'read', days: '30' };
      const answer = await client.submit('/en/settings/tokens', fields);
      expect(answer.status).toBe(201);
      const secret = /<code[^>]*>(polylog_[\w-]{43})<\/code>/.exec(answer.text)![1]!;
      const page = await client.get('/en/settings/tokens');
      expect(page.text).toContain('Library &lt;b>');
      expect(page.text).not.toContain(secret);
      expect((await new TestClient(hub).get('/api/v1/me', bearer(secret))).status).toBe(200);
      const list = await client.get('/api/v1/me/tokens');
      await assertDescribed(hub, 'get', '/api/v1/me/tokens', list);
      expect(list.text).not.toContain(secret);
      const kept = await hub.database.query('select row_to_json(api_tokens)::text as row from api_tokens');
      expect(JSON.stringify(kept)).not.toContain(secret);
    });

    it('open with a read scope nothing that changes anything', async () => {
      const { secret, id } = await aToken('read');
      const program = new TestClient(hub);
      expect((await program.get('/api/v1/me', bearer(secret))).status).toBe(200);
      const attempts = [
        await program.send('patch', '/api/v1/me', { name: 'Eve', revision: 1 }, bearer(secret)),
        await program.send('delete', `/api/v1/me/tokens/${id}`, undefined, bearer(secret)),
        await program.send('delete', '/api/v1/me/sessions', undefined, bearer(secret)),
      ];
      for (const { status, body } of attempts) {
        expect(status).toBe(403);
        expect(body.code).toBe('read_only_token');
      }
    });

    it('open with a write scope what the person may, but no further tokens', async () => {
      const { secret } = await aToken('write', { expiresAt: new Date(Date.now() + 60_000).toISOString() });
      const program = new TestClient(hub);
      const edit = await program.send(
        'patch',
        '/api/v1/me',
        { name: 'By a program', revision: 1 },
        bearer(secret),
      );
      expect(edit.body).toMatchObject({ name: 'By a program' });
      const another = { name: 'For ever', scope: 'write' };
      const made = await program.send('post', '/api/v1/me/tokens', another, bearer(secret));
      expect(made.status).toBe(403);
      expect(made.body.code).toBe('session_needed');
    });

    it('open nothing once revoked, and close their sockets', async () => {
      const { client, secret, id } = await aToken('write');
      const program = new TestClient(hub);
      const { io } = await import('socket.io-client');
      const socket = io(hub.url, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        auth: { token: secret },
      });
      await new Promise<void>((resolve) => socket.once('connect', resolve));
      const shut = closed(socket);
      expect(
        (await client.submit(`/en/settings/tokens/${id}/revoke`, {}, '/en/settings/tokens')).status,
      ).toBe(303);
      await shut;
      const answer = await program.get('/api/v1/me', bearer(secret));
      expect(answer.status).toBe(401);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    });

    it('open nothing once expired', async () => {
      const { secret, id } = await aToken('read', { expiresAt: new Date(Date.now() + 60_000).toISOString() });
      await hub.database.query(
        "update api_tokens set expires_at = now() - interval '1 second' where id = $1",
        [id],
      );
      expect((await new TestClient(hub).get('/api/v1/me', bearer(secret))).status).toBe(401);
      expect((await new TestClient(hub).get('/api/v1/me', bearer('polylog_guessed'))).status).toBe(401);
    });

    it('say when a token was last used', async () => {
      const { client, secret } = await aToken('read');
      const used = async () =>
        (await client.get('/api/v1/me/tokens')).body.tokens[0].lastUsedAt as string | null;
      expect(await used()).toBeNull();
      await new TestClient(hub).get('/api/v1/me', bearer(secret));
      expect(Date.now() - Date.parse((await used())!)).toBeLessThan(60_000);
    });

    it('say of a token of somebody else what they say of one that never was', async () => {
      const { id, secret } = await aToken('read');
      const stranger = await TestClient.as(hub, await anAccount(hub));
      for (const foreign of [id, '00000000-0000-4000-8000-000000000000', 'nonsense'])
        expect((await stranger.send('delete', `/api/v1/me/tokens/${foreign}`)).status).toBe(404);
      expect((await new TestClient(hub).get('/api/v1/me', bearer(secret))).status).toBe(200);
    });

    it.each([
      ['no name', { name: '' }],
      ['an unknown scope', { scope: 'admin' }],
      ['a time that has passed', { expiresAt: '2020-01-01T00:00:00Z' }],
      ['a time that is none', { expiresAt: 'soon' }],
      ['an unknown field', { personId: '00000000-0000-4000-8000-000000000000' }],
    ])('refuse %s', async (_, changes) => {
      const { answer } = await aToken('read', changes);
      expect(answer.status).toBe(422);
    });

    it('are not more than anybody needs', async () => {
      const { client } = await aToken('read');
      for (let count = 1; count < 30; count += 1)
        await client.send('post', '/api/v1/me/tokens', { name: `${count}`, scope: 'read' });
      const answer = await client.send('post', '/api/v1/me/tokens', { name: 'one too many', scope: 'read' });
      expect(answer.body).toMatchObject({ status: 422, code: 'too_many_tokens' });
    });
  });
});
