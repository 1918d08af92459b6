import { Passwords } from '../../src/accounts/passwords/passwords.service';
import { Admissions } from '../../src/accounts/sign-up/admissions.service';
import { PASSWORD, anAccount, signIn, signUpFields } from '../factories/accounts';
import { aPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { mailedPath, mailsTo } from '../support/mails';

const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
  (answer.headers['set-cookie'] as string[] | undefined)?.find((line) => line.startsWith('polylog=')) ?? '';

describe('The way in', () => {
  let hub: TestHub;
  let visitor: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(() => {
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());

  const me = (client: TestClient) => client.get('/api/v1/session');
  const entries = async (personId: string): Promise<string[]> =>
    (
      await hub.database.query<{ name: string }[]>(
        'select name from journal where scope_id = $1 order by id',
        [personId],
      )
    ).map(({ name }) => name);

  describe('Signing up', () => {
    it('leads from the form by a mail in her language to being signed in', async () => {
      const answer = await visitor.submit('/sl/sign-up', {
        ...signUpFields('ana@example.org'),
        next: '/rooms?page=2',
      });
      expect(answer.status).toBe(303);
      expect(answer.headers['location']).toBe('/sl/sign-up/sent');
      expect((await visitor.get('/sl/sign-up/sent')).text).toContain('Preverite e-pošto');

      const [mail] = await mailsTo(hub, 'ana@example.org');
      expect(mail).toMatchObject({ locale: 'sl', subject: 'Potrdite svoj naslov' });
      expect(mail!.html).toContain('<html lang="sl">');
      expect(mail!.html).toContain(mail!.link);
      expect(mail!.text).toContain(mail!.link);
      expect(mail!.text).toContain('Spoštovani');

      const path = await mailedPath(hub, 'ana@example.org');
      const asked = await visitor.get(path);
      expect(asked.status).toBe(200);
      expect(asked.text).toContain('Ana Novak');
      expect((await me(visitor)).status).toBe(401);

      const confirmed = await visitor.submit(path, {});
      expect(confirmed.headers['location']).toBe('/sl/rooms?page=2');
      const { body } = await me(visitor);
      expect(body.person).toMatchObject({
        email: 'ana@example.org',
        name: 'Ana Novak',
        locale: 'sl',
        readingLocales: ['sl', 'it'],
        timeZone: 'Europe/Ljubljana',
      });
      expect(body.grants).toEqual([]);
      expect(await entries(body.person.id)).toEqual([
        'person.signed_up',
        'person.confirmed',
        'session.started',
      ]);
    });

    it('keeps everything typed but the password when something is wrong', async () => {
      const answer = await visitor.submit(
        '/it/sign-up',
        signUpFields('not an address', { name: '<b>Ana</b> "x"', password: 'too short', reading_2: 'en' }),
      );
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('value="not an address"');
      expect(answer.text).toContain('&lt;b>Ana&lt;/b> &quot;x&quot;');
      expect(answer.text).toContain('Usa almeno 10 caratteri.');
      expect(answer.text).toContain('Inserisci un indirizzo e-mail');
      expect(answer.text).not.toContain('too short');
    });

    it.each([
      ['a NUL byte', { name: 'Ana\u0000' }],
      ['an unknown field', { administrator: 'true' }],
      ['an unknown language', { locale: 'xx' }],
      ['an unknown time zone', { timeZone: 'Europe/Atlantis' }],
      ['a name of blanks', { name: ' \u00a0 ' }],
      ['a password without end', { password: 'x'.repeat(300) }],
    ])('refuses %s', async (_, changes) => {
      const answer = await visitor.submit('/en/sign-up', signUpFields('bad@example.org', changes));
      expect(answer.status).toBe(422);
      expect(await mailsTo(hub, 'bad@example.org')).toEqual([]);
    });

    it('sends the mail again to who asks, and nothing to who is confirmed or unknown', async () => {
      await visitor.submit('/en/sign-up', signUpFields('again@example.org'));
      const known = await anAccount(hub);
      for (const email of ['again@example.org', known.email, 'nobody@example.org']) {
        const answer = await visitor.submit('/en/confirm', { email }, '/en/sign-in');
        expect(answer.headers['location']).toBe('/en/sign-up/sent');
      }
      expect(await mailsTo(hub, 'again@example.org')).toHaveLength(2);
      expect(await mailsTo(hub, known.email)).toEqual([]);
      expect(await mailsTo(hub, 'nobody@example.org')).toEqual([]);
    });

    it('does not confirm by following the link, since programs that check mails do that', async () => {
      await visitor.submit('/en/sign-up', signUpFields('scanned@example.org'));
      const path = await mailedPath(hub, 'scanned@example.org');
      await visitor.get(path);
      await visitor.get(path);
      expect((await visitor.submit(path, {})).status).toBe(303);
    });

    it('opens nothing by a link that was used or has expired', async () => {
      await visitor.submit('/en/sign-up', signUpFields('late@example.org'));
      const path = await mailedPath(hub, 'late@example.org');
      await hub.database.query("update mail_links set expires_at = now() - interval '1 second'");
      expect((await visitor.get(path)).status).toBe(410);
      expect((await visitor.submit(path, {})).status).toBe(410);

      await visitor.submit('/en/confirm', { email: 'late@example.org' }, '/en/sign-in');
      const fresh = await mailedPath(hub, 'late@example.org');
      expect((await visitor.submit(fresh, {})).status).toBe(303);
      const other = new TestClient(hub);
      expect((await other.submit(fresh, {})).status).toBe(410);
      expect((await me(other)).status).toBe(401);
      expect((await visitor.get('/en/confirm/nonsense')).status).toBe(410);
    });

    it('keeps only a hash of the link, and its secret out of the journal and the queue', async () => {
      await visitor.submit('/en/sign-up', signUpFields('secret@example.org'));
      const token = (await mailedPath(hub, 'secret@example.org')).split('/').at(-1)!;
      const [{ found }] = await hub.database.query<[{ found: string }]>(
        `select count(*) as found from (
           select data::text as text from journal
           union all select row_to_json(link)::text from mail_links link
         ) kept where text like '%' || $1 || '%'`,
        [token],
      );
      expect(found).toBe('0');
    });

    it('answers the same for a known address, and tells only its owner', async () => {
      const owner = await anAccount(hub, { locale: 'sv' });
      const unknown = await visitor.submit('/en/sign-up', signUpFields('new@example.org'));
      const known = await visitor.submit(
        '/en/sign-up',
        signUpFields(owner.email.toUpperCase(), { name: 'Eve' }),
      );
      expect([known.status, known.headers['location'], known.text]).toEqual([
        unknown.status,
        unknown.headers['location'],
        unknown.text,
      ]);
      const [mail] = await mailsTo(hub, owner.email);
      expect(mail).toMatchObject({ locale: 'sv', subject: 'Du har redan ett konto' });
      expect((await signIn(visitor, owner)).status).toBe(303);
      expect((await me(visitor)).body.person.name).toBe(owner.name);
    });

    it('does not let in who signed up first with an address of somebody else', async () => {
      const eve = new TestClient(hub);
      await eve.submit('/en/sign-up', signUpFields('victim@example.org', { password: 'password of eve' }));
      await visitor.submit(
        '/en/sign-up',
        signUpFields('victim@example.org', { password: 'password of ana' }),
      );
      const path = await mailedPath(hub, 'victim@example.org');
      expect((await visitor.get(path)).text).toContain('name="password"');
      expect((await visitor.submit(path, {})).status).toBe(422);
      expect((await visitor.submit(path, { password: 'chosen when confirming' })).status).toBe(303);
      const owner = { id: '', name: '', email: 'victim@example.org' };
      for (const guess of ['password of eve', 'password of ana']) {
        expect((await signIn(new TestClient(hub), owner, guess)).status).toBe(401);
      }
      expect((await signIn(new TestClient(hub), owner, 'chosen when confirming')).status).toBe(303);
    });

    it('does not ask for the password again when the same form was sent twice', async () => {
      await visitor.submit('/en/sign-up', signUpFields('twice@example.org'));
      await visitor.submit('/en/sign-up', signUpFields('twice@example.org'));
      expect((await visitor.submit(await mailedPath(hub, 'twice@example.org'), {})).status).toBe(303);
    });
  });

  describe('Signing in', () => {
    it('opens a session by the form, in the language of the person', async () => {
      const person = await anAccount(hub, { locale: 'it' });
      const answer = await signIn(visitor, person);
      expect(answer.status).toBe(303);
      expect(answer.headers['location']).toBe('/it');
      expect(cookieOf(answer)).toMatch(/; Path=\/;.*HttpOnly; SameSite=Lax/);
      expect((await me(visitor)).body.person.id).toBe(person.id);
      expect((await visitor.get('/en/sign-in')).headers['location']).toBe('/en');
    });

    it('opens a session by the API, and closes it', async () => {
      const person = await anAccount(hub);
      const answer = await visitor.send('post', '/api/v1/session', {
        email: person.email,
        password: PASSWORD,
      });
      expect(answer.status).toBe(201);
      expect(answer.body.person).toMatchObject({ id: person.id, email: person.email });
      expect((await me(visitor)).body).toEqual(answer.body);
      expect((await visitor.send('delete', '/api/v1/session')).status).toBe(204);
      expect((await me(visitor)).status).toBe(401);
    });

    it('leads back to the page that the reader came from', async () => {
      const person = await anAccount(hub);
      const shown = await visitor.get('/sl/sign-in', { Referer: `${hub.url}/sl/rooms?page=3` });
      expect(shown.text).toContain('name="next" value="/rooms?page=3"');
      const answer = await visitor.submit('/en/sign-in', {
        email: person.email,
        password: PASSWORD,
        next: '/rooms?page=3',
      });
      expect(answer.headers['location']).toBe('/en/rooms?page=3');
    });

    it.each([
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '/.//evil.example',
      '/sl//evil.example',
      '/x/..//evil.example',
      '/\t/evil.example',
      '/%2F/evil.example/../..//evil.example',
      '@evil.example',
      '/api/v1/session',
      '/sign-out',
    ])('never redirects to another site: %s', async (next) => {
      const person = await anAccount(hub);
      const shown = await visitor.get(`/en/sign-in?next=${encodeURIComponent(next)}`);
      expect(shown.text).not.toContain('name="next"');
      const answer = await visitor.submit('/en/sign-in', { email: person.email, password: PASSWORD, next });
      expect(answer.headers['location']).toBe('/en');
    });

    it('answers a wrong password and an unknown address alike', async () => {
      const person = await anAccount(hub);
      const unconfirmed = await aPerson(hub, { confirmed: false });
      const page = async (email: string) => {
        const { status, text } = await visitor.submit('/en/sign-in', { email, password: 'a wrong password' });
        return { status, text: text.replaceAll(email, '') };
      };
      const unknown = await page('nobody@example.org');
      expect(unknown.status).toBe(401);
      expect(await page(person.email)).toEqual(unknown);
      expect(await page(unconfirmed.email)).toEqual(unknown);

      const problem = async (email: string) =>
        (await visitor.send('post', '/api/v1/session', { email, password: 'a wrong password' })).body;
      expect(await problem(person.email)).toEqual(await problem('nobody@example.org'));
      expect(await problem(person.email)).toMatchObject({ status: 401, code: 'wrong_credentials' });
    });

    it('works as hard on an unknown address, so that time does not tell', async () => {
      const hashed = jest.spyOn(hub.app.get(Passwords), 'fits');
      const person = await anAccount(hub);
      for (const email of [person.email, 'nobody@example.org'])
        await visitor.send('post', '/api/v1/session', { email, password: 'a wrong password' });
      expect(hashed.mock.calls).toEqual([
        ['a wrong password', expect.stringContaining('$argon2id$')],
        ['a wrong password', null],
      ]);
      hashed.mockRestore();
    });

    it('tells only who knows the password that the address is not confirmed, with a way to resend', async () => {
      await visitor.submit('/en/sign-up', signUpFields('waiting@example.org'));
      const wrong = await visitor.submit('/en/sign-in', {
        email: 'waiting@example.org',
        password: 'wrong wrong',
      });
      expect(wrong.status).toBe(401);
      const right = await visitor.submit('/en/sign-in', { email: 'waiting@example.org', password: PASSWORD });
      expect(right.status).toBe(403);
      expect(right.text).toContain('This address is not confirmed yet.');
      expect(right.text).toContain('action="/en/confirm"');
      const api = await visitor.send('post', '/api/v1/session', {
        email: 'waiting@example.org',
        password: PASSWORD,
      });
      expect(api.body).toMatchObject({ status: 403, code: 'unconfirmed' });
      expect((await me(visitor)).status).toBe(401);
    });

    it('gives a new session id, so that one planted before is worth nothing', async () => {
      const person = await anAccount(hub);
      await signIn(visitor, person);
      const [{ sid: planted }] = await hub.database.query<[{ sid: string }]>(
        'select sid from sessions where person_id = $1',
        [person.id],
      );
      const other = await anAccount(hub);
      const answer = await visitor.send('post', '/api/v1/session', {
        email: other.email,
        password: PASSWORD,
      });
      expect(cookieOf(answer)).not.toContain(planted);
      expect(await hub.database.query('select sid from sessions where sid = $1', [planted])).toEqual([]);
      expect((await me(visitor)).body.person.id).toBe(other.id);
    });

    it('takes an unsigned or unknown session cookie for a visitor', async () => {
      for (const cookie of ['polylog=s%3Aplanted.signature', 'polylog=planted', 'polylog=']) {
        expect((await visitor.get('/api/v1/session', { Cookie: cookie })).status).toBe(401);
      }
    });

    it('refuses input that is not what it seems', async () => {
      for (const body of [
        {},
        { email: 'a@b.example' },
        { email: { $ne: '' }, password: { $ne: '' } },
        { email: ['a@b.example'], password: ['x'] },
        { email: 'a@b.example\u0000', password: PASSWORD },
        { email: 'a@b.example', password: PASSWORD, admin: true },
        { email: 'a@b.example', password: 'x'.repeat(100_000) },
      ]) {
        const answer = await visitor.send('post', '/api/v1/session', body);
        expect(answer.status).toBe(422);
        expect(answer.body.code).toBe('invalid');
      }
    });

    it('is refused from another site', async () => {
      const person = await anAccount(hub);
      const credentials = { email: person.email, password: PASSWORD };
      for (const headers of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
        const answer = await visitor.send('post', '/api/v1/session', credentials, headers as never);
        expect(answer.status).toBe(403);
        expect(answer.body.code).toBe('origin');
      }
    });
  });

  describe('Signing out', () => {
    it('makes a stolen cookie worthless', async () => {
      const person = await anAccount(hub);
      const stolen = cookieOf(await signIn(visitor, person)).split(';')[0]!;
      const thief = new TestClient(hub);
      expect((await thief.get('/api/v1/session', { Cookie: stolen })).status).toBe(200);
      const answer = await visitor.submit('/en/sign-out', {}, '/en/settings');
      expect(answer.headers['location']).toBe('/en');
      expect(cookieOf(answer)).toContain('Expires=Thu, 01 Jan 1970');
      expect((await thief.get('/api/v1/session', { Cookie: stolen })).status).toBe(401);
      expect(await entries(person.id)).toContain('session.ended');
    });

    it('needs the token of the form, so that no other page can do it', async () => {
      await signIn(visitor, await anAccount(hub));
      const answer = await visitor.agent
        .post('/en/sign-out')
        .type('form')
        .redirects(0)
        .send({ _token: 'guessed' });
      expect(answer.status).toBe(403);
      expect((await me(visitor)).status).toBe(200);
    });

    it('does no harm to who is signed out already', async () => {
      const answer = await visitor.agent.post('/en/sign-out').type('form').redirects(0).send({});
      expect(answer.status).toBe(303);
    });
  });

  describe('A forgotten password', () => {
    it('is replaced by a link, which signs in here and out everywhere else', async () => {
      const person = await anAccount(hub, { locale: 'it' });
      const elsewhere = await TestClient.as(hub, person);
      const answer = await visitor.submit('/en/forgotten-password', { email: person.email });
      expect(answer.headers['location']).toBe('/en/forgotten-password/sent');
      const [mail] = await mailsTo(hub, person.email);
      expect(mail).toMatchObject({ locale: 'it', subject: 'Scelta di una nuova password' });

      const path = await mailedPath(hub, person.email);
      expect((await visitor.get(path)).text).toContain(person.email);
      expect((await visitor.submit(path, { password: 'short' })).status).toBe(422);
      expect((await visitor.submit(path, { password: 'another good password' })).headers['location']).toBe(
        '/it',
      );

      expect((await me(visitor)).body.person.id).toBe(person.id);
      expect((await me(elsewhere)).status).toBe(401);
      expect((await signIn(new TestClient(hub), person)).status).toBe(401);
      expect((await signIn(new TestClient(hub), person, 'another good password')).status).toBe(303);
      expect((await mailsTo(hub, person.email))[0]).toMatchObject({ subject: 'Password modificata' });
    });

    it('is replaced once per link, within the hour', async () => {
      const person = await anAccount(hub);
      const ask = async () => {
        await visitor.submit('/en/forgotten-password', { email: person.email });
        return mailedPath(hub, person.email);
      };
      const [first, second] = [await ask(), await ask()];
      expect((await visitor.submit(second, { password: 'another good password' })).status).toBe(303);
      const stranger = new TestClient(hub);
      for (const spent of [first, second]) {
        expect((await stranger.submit(spent, { password: 'password of eve' })).status).toBe(410);
      }
      const third = await ask();
      await hub.database.query("update mail_links set expires_at = now() - interval '1 second'");
      expect((await stranger.submit(third, { password: 'password of eve' })).status).toBe(410);
    });

    it('does not tell whether there is an account', async () => {
      const known = await anAccount(hub);
      const answers = [];
      for (const email of [known.email, 'nobody@example.org']) {
        const { status, headers, text } = await visitor.submit('/en/forgotten-password', { email });
        answers.push([status, headers['location'], text]);
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(await mailsTo(hub, 'nobody@example.org')).toEqual([]);
    });

    it('does not take a link that was sent for something else', async () => {
      await visitor.submit('/en/sign-up', signUpFields('purpose@example.org'));
      const token = (await mailedPath(hub, 'purpose@example.org')).split('/').at(-1)!;
      const answer = await visitor.submit(`/en/reset-password/${token}`, { password: 'password of eve' });
      expect(answer.status).toBe(410);
    });
  });

  describe('Mails while there is no mail server', () => {
    it('are shown to who develops, with their link', async () => {
      await visitor.submit('/sl/sign-up', signUpFields('outbox@example.org', { name: '<script>1</script>' }));
      const path = await mailedPath(hub, 'outbox@example.org');
      const page = await visitor.get('/en/dev/mail');
      expect(page.status).toBe(200);
      expect(page.text).toContain(`href="${path}"`);
      expect(page.text).toContain('lang="sl"');
    });
  });
});

describe('The limits on guessing', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub({ RATE_LIMITS: 'on', TRUST_PROXY: '1' });
  });
  afterAll(() => hub.close());

  const from = (address: string) => ({ 'X-Forwarded-For': address });
  const guess = async (email: string, address: string, password = 'a wrong password') =>
    (await new TestClient(hub).send('post', '/api/v1/session', { email, password }, from(address))).status;

  it('stop one address after thirty tries in five minutes, which a workshop behind one address can stay below, and no other', async () => {
    const person = await anAccount(hub);
    for (let round = 0; round < 30; round += 1)
      expect(await guess(`unknown-${round}@example.org`, '192.0.2.1')).toBe(401);
    expect(await guess(person.email, '192.0.2.1', PASSWORD)).toBe(429);
    expect(await guess(person.email, '192.0.2.2', PASSWORD)).toBe(201);
  });

  it('stop many addresses that guess at one account, known or not, and leave its owner a way', async () => {
    const person = await anAccount(hub);
    for (const email of [person.email, 'nobody@example.org']) {
      for (let round = 0; round < 10; round += 1) expect(await guess(email, `198.51.100.${round}`)).toBe(401);
      expect(await guess(email.toUpperCase(), '203.0.113.1', PASSWORD)).toBe(429);
    }
    const owner = new TestClient(hub);
    await owner.submit('/en/forgotten-password', { email: person.email });
    const path = await mailedPath(hub, person.email);
    expect((await owner.submit(path, { password: 'another good password' })).status).toBe(303);
    expect((await owner.get('/api/v1/session')).status).toBe(200);
  });

  it('do not count who knows the password', async () => {
    const person = await anAccount(hub);
    for (let round = 0; round < 12; round += 1)
      expect(await guess(person.email, `192.0.2.${100 + round}`, PASSWORD)).toBe(201);
  });

  it('hold for signing up, forgotten passwords and mails sent again', async () => {
    const limits: [string, number][] = [
      ['/en/sign-up', 5],
      ['/en/forgotten-password', 5],
      ['/en/confirm', 3],
    ];
    for (const [path, most] of limits) {
      const statuses: number[] = [];
      for (let round = 0; round <= most; round += 1) {
        const { status } = await new TestClient(hub).agent
          .post(path)
          .set(from('192.0.2.77'))
          .type('form')
          .redirects(0)
          .send({ email: `limit-${round}@example.org` });
        statuses.push(status);
      }
      expect(statuses.at(-1)).toBe(429);
      expect(statuses.slice(0, -1)).not.toContain(429);
    }
  });
});

describe('A hub in production', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub({
      NODE_ENV: 'production',
      BASE_URL: 'https://hub.example.org',
      SESSION_SECRET: 'a secret of at least thirty-two characters',
      TRUST_PROXY: '1',
    });
  });
  afterAll(() => hub.close());

  it('binds the cookie to its host and to HTTPS', async () => {
    const person = await anAccount(hub);
    const answer = await new TestClient(hub).send(
      'post',
      '/api/v1/session',
      { email: person.email, password: PASSWORD },
      { 'X-Forwarded-Proto': 'https' },
    );
    expect(answer.status).toBe(201);
    const [cookie] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^__Host-polylog=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
    expect(cookie).not.toContain('Domain');
  });

  it('shows no mails', async () => {
    expect((await new TestClient(hub).get('/en/dev/mail')).status).toBe(404);
  });
});

describe('The demonstration', () => {
  it('shows its accounts and their password while it is on, and opens nothing once it is over', async () => {
    const email = 'member.si@demo.example';
    const entrance = async (demo: 'on' | 'off') => {
      const hub = await startHub({ DEMO: demo, DEMO_PASSWORD: 'demo password' });
      await hub.app
        .get(Admissions)
        .createPerson({ email, name: 'Članica <i>', password: 'demo password', locale: 'sl' });
      const visitor = new TestClient(hub);
      const { text } = await visitor.get('/en/sign-in');
      const { status } = await visitor.submit('/en/sign-in', { email, password: 'demo password' });
      await hub.close();
      return { shown: text.includes('demo password') && text.includes('Članica &lt;i>'), text, status };
    };
    expect(await entrance('on')).toMatchObject({ shown: true, status: 303 });
    const over = await entrance('off');
    expect(over.status).toBe(401);
    expect(over.text).not.toContain('demo');
  });
});
