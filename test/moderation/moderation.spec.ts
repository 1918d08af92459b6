import { ModerationRetention } from '../../src/moderation/retention.service';
import { aConclusion, citePost } from '../factories/conclusions';
import { aFile } from '../factories/files';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { mailsTo } from '../support/mails';

const FACTS = 'She calls another member a liar, twice.';

interface Said {
  id: string;
  number: number;
}

describe('Moderation', () => {
  let hub: TestHub;
  let visitor: TestClient;
  let room: TestRoom;
  let thread: { id: string };
  let author: TestPerson;
  let writer: TestClient;
  let host: TestPerson;
  let keeper: TestClient;
  let reporter: TestPerson;
  let member: TestClient;
  let post: Said;

  beforeAll(async () => {
    hub = await startHub();
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());

  const seated = (role: 'member' | 'host', more: { name?: string; locale?: string } = {}) =>
    aPerson(hub, { ...more, grants: [{ role, placeId: room.platformId! }] });
  const say = async (client: TestClient, body = 'Vi ste vsi lažnivci') =>
    (await client.send('post', `/api/v1/threads/${thread.id}/posts`, something(body, { locale: 'sl' })))
      .body as Said;

  beforeEach(async () => {
    room = await aRoom(hub, { name: 'Soba za vse', locale: 'sl' });
    author = await seated('member', { name: 'Ana Avtorica', locale: 'sl' });
    writer = await TestClient.as(hub, author);
    host = await seated('host', { name: 'Hilda Host' });
    keeper = await TestClient.as(hub, host);
    reporter = await seated('member', { name: 'Rita Reporter', locale: 'it' });
    member = await TestClient.as(hub, reporter);
    thread = await aThread(hub, room, author, { title: 'Kaj potrebujejo občine?', locale: 'sl' });
    post = await say(writer);
  });

  const report = (client: TestClient, more: object = {}, of = post) =>
    client.send('post', `/api/v1/posts/${of.id}/reports`, {
      ground: 'rule:respect',
      explanation: 'Insulting',
      locale: 'en',
      ...more,
    });
  const caseOf = async (of = post) => {
    const [row] = await hub.database.query<{ id: string; number: string; state: string; revision: number }[]>(
      'select id, number, state, revision from moderation_cases where post_id = $1 order by opened_at desc',
      [of.id],
    );
    return row!;
  };
  const page = async (client: TestClient, path: string) => (await client.get(path)).text;
  const decide = async (client: TestClient, more: { [field: string]: string | undefined } = {}) => {
    const { id, revision } = await caseOf();
    const path = `/en/moderation/cases/${id}`;
    const fields = { measure: 'hide', ground: 'rule:respect', facts: FACTS, locale: 'en' };
    return client.submit(`${path}/decide`, { ...fields, revision, ...more }, path);
  };
  const told = async (person: TestPerson, client: TestClient, locale = 'en') => {
    await hub.drain();
    const { body } = await client.get(`/api/v1/notifications?locale=${locale}`);
    return (body as { items: { name: string; path: string; words: string }[] }).items;
  };
  /** Where the newest notice of the author leads. */
  const statement = async () => (await told(author, writer))[0]!.path;
  const reports = (of = post) =>
    hub.database.query<{ id: string; number: string; email: string | null; repeat_of: string | null }[]>(
      `select report.* from moderation_reports report join moderation_cases matter on matter.id = report.case_id
       where matter.post_id = $1 order by report.received_at`,
      [of.id],
    );

  describe('Reporting', () => {
    it('is offered on posts of others, by a link that also the script draws', async () => {
      const link = `/en/posts/${post.id}/report`;
      expect(await page(visitor, `/en/threads/${thread.id}`)).toContain(link);
      expect(await page(member, `/en/threads/${thread.id}`)).toContain(link);
      const own = (await page(writer, `/en/threads/${thread.id}`)).split('<template')[0]!;
      expect(own).not.toContain(link);
    });

    it('asks first for rules or law, works without an account and a script, and says that it arrived', async () => {
      const path = `/en/posts/${post.id}/report`;
      const first = await page(visitor, path);
      expect(first).toContain('What is wrong with it?');
      expect(first).toContain('/en/house-rules');
      expect(await page(visitor, `${path}?kind=law`)).toContain('I believe in good faith');
      const law = { kind: 'law', ground: 'law:threats', explanation: 'He threatens', locale: 'en' };
      const refused = await visitor.submit(path, law);
      expect(refused.status).toBe(422);
      for (const field of ['name', 'email', 'goodFaith'])
        expect(refused.text).toContain(`href="#field-${field}"`);
      const whole = { ...law, name: 'Vid', email: 'vid@example.org', goodFaith: 'true' };
      const sent = await visitor.submit(path, whole);
      expect(sent.status).toBe(303);
      const received = await page(visitor, sent.headers['location']!);
      const [{ number } = { number: '' }] = await reports();
      expect(received).toContain(`Report ${number}`);
      const [mail] = await mailsTo(hub, 'vid@example.org');
      expect(mail).toMatchObject({ subject: `Report ${number} has arrived` });
    });

    it('needs no name for sexual abuse of children', async () => {
      const said = { ground: 'law:child_abuse', explanation: 'The picture', goodFaith: true };
      expect((await report(visitor, said)).status).toBe(201);
      expect((await report(visitor, { ...said, ground: 'law:fraud' })).status).toBe(422);
      expect(
        (await report(member, { ground: 'law:fraud', explanation: 'It is', goodFaith: false })).body,
      ).toMatchObject({ status: 422, errors: [{ path: 'goodFaith' }] });
    });

    it('gathers in one case: the same person twice is one report', async () => {
      expect((await report(member)).status).toBe(201);
      const again = await report(member, { ground: 'rule:privacy' });
      expect(again.status).toBe(200);
      const first = await report(visitor, { email: 'a@example.org' });
      const second = await report(visitor, { email: 'A@example.org' });
      expect(first.body.number).not.toBe(second.body.number);
      const all = await reports();
      expect(all.map(({ repeat_of }) => repeat_of)).toEqual([null, null, first.body.id]);
      expect(
        await hub.database.query('select 1 from moderation_cases where post_id = $1', [post.id]),
      ).toHaveLength(1);
      expect(await page(keeper, '/en/moderation')).toContain('2 reports');
    });

    it('gathers also what comes at the same moment', async () => {
      const people = await Promise.all(Array.from({ length: 8 }, () => seated('member')));
      const clients = await Promise.all(people.map((person) => TestClient.as(hub, person)));
      const answers = await Promise.all(clients.map((client) => report(client)));
      expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
      expect(
        await hub.database.query('select 1 from moderation_cases where post_id = $1', [post.id]),
      ).toHaveLength(1);
    });

    it('of one’s own post, of a withdrawn one and of one that cannot be read is refused with words', async () => {
      expect((await report(writer)).body).toMatchObject({ status: 403, code: 'own_post' });
      expect((await writer.get(`/sv/posts/${post.id}/report`)).text).toContain(
        'Du kan inte anmäla ditt eget inlägg',
      );
      const [row] = await hub.database.query<[{ room_id: string }]>(
        'select room_id from posts where id = $1',
        [post.id],
      );
      await hub.database.query(`update rooms set visibility = 'private' where id = $1`, [row.room_id]);
      expect((await report(visitor)).status).toBe(404);
      expect((await visitor.get(`/en/posts/${post.id}/report`)).status).toBe(404);
      await hub.database.query(`update rooms set visibility = 'public' where id = $1`, [row.room_id]);
      await writer.send('put', `/api/v1/posts/${post.id}/withdrawal`);
      expect((await report(member)).body).toMatchObject({ status: 410, code: 'gone' });
    });

    it.each([
      ['an unknown ground', { ground: 'rule:nothing' }],
      ['NUL', { explanation: 'a\0b' }],
      ['a lone surrogate', { explanation: 'a\ud800b' }],
      ['too much', { explanation: 'x'.repeat(5000) }],
      ['a field that there is not', { state: 'decided' }],
      ['a number for a language', { locale: 1e308 }],
      ['no address', { email: 'nowhere' }],
    ])('refuses %s', async (_, more) => {
      expect((await report(visitor, more)).status).toBe(422);
      expect(await reports()).toEqual([]);
    });

    it('by a program that fills in every field goes nowhere, and says why', async () => {
      const fields = {
        kind: 'rule',
        ground: 'rule:advertising',
        explanation: '',
        locale: 'en',
        website: 'http://x',
      };
      const answer = await visitor.submit(`/en/posts/${post.id}/report`, fields);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Leave this field empty');
    });

    it('in bulk from one address ends', async () => {
      const strict = await startHub({ RATE_LIMITS: 'on' }, hub);
      const client = new TestClient(strict);
      const answers = [];
      for (let time = 0; time < 22; time += 1) answers.push((await report(client)).status);
      expect(answers.slice(0, 20)).toEqual(Array(20).fill(201));
      expect(answers.at(-1)).toBe(429);
      await strict.close();
    });
  });

  describe('The queue', () => {
    it('is for those who keep order there, and tells them once for each case', async () => {
      await report(member);
      await report(visitor);
      const { id, number } = await caseOf();
      expect(await page(keeper, '/en/moderation')).toContain(`/en/moderation/cases/${id}`);
      const notices = (await told(host, keeper)).filter(({ name }) => name === 'moderation.case');
      expect(notices).toEqual([
        expect.objectContaining({
          path: `/moderation/cases/${id}`,
          words: `A post was reported: case ${number}`,
        }),
      ]);
      for (const client of [member, writer]) {
        expect((await client.get('/en/moderation')).status).toBe(403);
        expect((await client.get(`/en/moderation/cases/${id}`)).status).toBe(404);
      }
      expect((await visitor.get('/en/moderation')).status).toBe(401);
      const elsewhere = await TestClient.as(
        hub,
        await aPerson(hub, { grants: [{ role: 'host', placeId: (await aRoom(hub)).platformId! }] }),
      );
      expect(await page(elsewhere, '/en/moderation')).not.toContain(id);
      expect((await elsewhere.get(`/en/moderation/cases/${id}`)).status).toBe(404);
    });

    it('is filtered by state, room, language and who has taken it on', async () => {
      await report(member);
      const { id, revision } = await caseOf();
      const path = `/en/moderation/cases/${id}`;
      const shows = async (query: string) => (await page(keeper, `/en/moderation${query}`)).includes(path);
      expect(await shows(`?room=${room.slug}&language=sl&assignee=nobody`)).toBe(true);
      for (const query of ['?state=in_work', '?room=elsewhere', '?language=it', '?assignee=me'])
        expect([query, await shows(query)]).toEqual([query, false]);
      expect((await keeper.submit(`${path}/take`, { revision }, path)).status).toBe(303);
      expect(await shows('?state=in_work&assignee=me')).toBe(true);
      for (const odd of ['?state=x', '?page=-1', '?page=1e308', '?room=%00', '?language[]=1'])
        expect([odd, (await keeper.get(`/en/moderation${odd}`)).status < 500]).toEqual([odd, true]);
    });

    it('never shows to moderators who has reported', async () => {
      await report(member);
      await report(visitor, { email: 'secret@example.org', name: 'Silvia Secret' });
      const shown = await page(keeper, `/en/moderation/cases/${(await caseOf()).id}`);
      expect(shown).not.toMatch(/Rita Reporter|secret@|Silvia/);
      expect(shown).toContain('From somebody with an account');
    });

    it('a host cannot see or decide a report against herself: it goes to the other keepers, or to administrators', async () => {
      const own = await say(keeper, 'Hilda speaks');
      const administrator = await aPerson(hub, { grants: [{ role: 'administrator', placeId: null }] });
      const admin = await TestClient.as(hub, administrator);
      await report(member, {}, own);
      const { id, revision } = await caseOf(own);
      expect((await keeper.get(`/en/moderation/cases/${id}`)).status).toBe(404);
      expect(await page(keeper, '/en/moderation')).not.toContain(id);
      const fields = { measure: 'keep', facts: 'Fine', locale: 'en', revision };
      const path = `/en/moderation/cases/${id}/decide`;
      expect((await keeper.submit(path, fields, '/en/moderation')).status).toBe(404);
      expect((await told(administrator, admin)).map(({ path: to }) => to)).toContain(
        `/moderation/cases/${id}`,
      );
      expect((await told(host, keeper)).map(({ path: to }) => to)).not.toContain(`/moderation/cases/${id}`);
      expect((await admin.get(`/en/moderation/cases/${id}`)).status).toBe(200);
      await hub.database.query(`delete from grants where person_id = $1`, [administrator.id]);
    });

    it('is handed to another keeper, with notes among them', async () => {
      await report(member);
      const second = await seated('host', { name: 'Otto Other' });
      const { id, revision } = await caseOf();
      const path = `/en/moderation/cases/${id}`;
      const hand = (personId: string) => keeper.submit(`${path}/assign`, { personId, revision }, path);
      expect((await hand(reporter.id)).status).toBe(422);
      expect((await hand(second.id)).status).toBe(303);
      expect((await hand(second.id)).status).toBe(409);
      const note = await keeper.submit(`${path}/notes`, { body: 'See also <b>this</b>', locale: 'en' }, path);
      expect(note.status).toBe(303);
      const shown = await page(keeper, path);
      expect(shown).toContain('Otto Other');
      expect(shown).toContain('See also &lt;b>this');
      const other = await TestClient.as(hub, second);
      expect((await told(second, other)).map(({ name }) => name)).toContain('moderation.assigned');
    });
  });

  describe('A decision', () => {
    it('hides the words everywhere, at once, and tells the author why in her language', async () => {
      await report(member);
      const answer = await decide(keeper);
      expect(answer.status).toBe(303);
      for (const client of [visitor, member, keeper, writer]) {
        const shown = await page(client, `/en/threads/${thread.id}`);
        expect(shown).toContain('This post was hidden by the moderators.');
        expect(shown).not.toContain('lažnivci');
        for (const path of [`/api/v1/posts/${post.id}`, `/api/v1/posts/${post.id}/revisions`])
          expect(JSON.stringify((await client.get(path)).body)).not.toContain('lažnivci');
        expect(await page(client, `/en/posts/${post.id}/history`)).not.toContain('lažnivci');
        expect((await client.get(`/en/texts/post/${post.id}`)).status).toBe(404);
      }
      const { body } = await member.get(`/api/v1/rooms/${room.id}/entries?after=0`);
      const last = (
        body as { entries: { name: string; post?: { hiddenAt: string; body: string } }[] }
      ).entries.at(-1)!;
      expect(last).toMatchObject({
        name: 'post.hidden',
        post: { body: '', hiddenAt: expect.any(String) as string },
      });
      const [notice] = await told(author, writer, 'sl');
      expect(notice).toMatchObject({
        name: 'moderation.decided',
        words: 'O vašem sporočilu je bilo odločeno',
      });
      const statement = await page(writer, `/sl${notice!.path}`);
      for (const words of ['Vaše sporočilo je skrito', 'Spoštovanje', FACTS, 'Odločil je človek', 'lažnivci'])
        expect(statement).toContain(words);
      expect(statement).toContain(`lang="en"`);
    });

    it('hides also what was found, attached, translated and cited, and gives all of it back', async () => {
      const image = await aFile(hub, author);
      const said = something('Zanikrnež med zadrugami', { locale: 'sl', fileIds: [image] });
      post = (await writer.send('post', `/api/v1/threads/${thread.id}/posts`, said)).body as Said;
      const conclusion = await aConclusion(hub, room);
      await citePost(hub, conclusion.id, post.id);
      const reach = async () => {
        await hub.drain();
        const { body } = await visitor.get('/api/v1/search?q=zanikrne%C5%BE');
        const [{ standing }] = await hub.database.query<[{ standing: string }]>(
          'select standing from evidence where ground_id = $1',
          [post.id],
        );
        return {
          found: (body as { hits: unknown[] }).hits.length,
          file: (await visitor.get(`/files/${image}`)).status,
          beside: (await visitor.get(`/en/texts/post/${post.id}`)).status,
          standing,
        };
      };
      const before = { found: 1, file: 200, beside: 200, standing: 'sound' };
      expect(await reach()).toEqual(before);
      await report(member);
      await decide(keeper);
      expect(await reach()).toEqual({ found: 0, file: 404, beside: 404, standing: 'withdrawn' });
      await decide(keeper, { measure: 'restore', ground: '', facts: 'A mistake' });
      expect(await reach()).toEqual(before);
    });

    it('the author never learns who reported', async () => {
      await report(member);
      await decide(keeper);
      const [notice] = await told(author, writer);
      const everything = [
        await page(writer, `/en${notice!.path}`),
        await page(writer, `/en/threads/${thread.id}`),
        JSON.stringify((await writer.get('/api/v1/notifications')).body),
        JSON.stringify((await writer.get(`/api/v1/rooms/${room.id}/entries?after=0`)).body),
      ].join();
      expect(everything).not.toMatch(new RegExp(`Rita Reporter|${reporter.id}`));
      const [own] = await reports();
      for (const client of [writer, visitor, keeper])
        expect((await client.get(`/en/moderation/reports/${own!.id}`)).status).toBe(404);
      const journal = await hub.database.query(
        `select 1 from journal where actor_id = $1 and (name like 'report%' or name like 'case%')`,
        [reporter.id],
      );
      expect(journal).toEqual([]);
    });

    it('answers who reported: in the hub, or by mail, each in her language', async () => {
      await report(member);
      await visitor.send('post', `/api/v1/posts/${post.id}/reports?locale=sv`, {
        ...{ ground: 'rule:respect', locale: 'sv', email: 'sven@example.org' },
      });
      await decide(keeper);
      const notices = await told(reporter, member, 'it');
      expect(notices[0]).toMatchObject({
        name: 'moderation.answered',
        words: 'C’è una risposta alla tua segnalazione',
      });
      const answer = await page(member, `/it${notices[0]!.path}`);
      expect(answer).toContain('Il messaggio è stato nascosto');
      expect(answer).toContain(FACTS);
      const mails = await mailsTo(hub, 'sven@example.org');
      expect(mails.map(({ subject }) => subject.replace(/\d+/, 'N'))).toEqual([
        'Svar på anmälan N',
        'Anmälan N har kommit fram',
      ]);
      const reached = await page(visitor, new URL(mails[0]!.link!).pathname);
      expect(reached).toContain('Inlägget har dolts');
    });

    it('is taken by one: a second moderator at the same moment is told what the first did', async () => {
      await report(member);
      const second = await TestClient.as(hub, await seated('host', { name: 'Otto Other' }));
      const answers = await Promise.all([
        decide(keeper, { facts: 'Mine' }),
        decide(second, { measure: 'keep', ground: '', facts: 'Theirs' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
      const refused = answers.find(({ status }) => status === 409)!;
      expect(refused.text).toContain('Somebody else has changed this case meanwhile.');
      const first = answers[0].status === 303 ? 'Mine' : 'Theirs';
      expect(refused.text).toContain(first);
      expect(
        await hub.database.query('select 1 from moderation_decisions where case_id = $1', [
          (await caseOf()).id,
        ]),
      ).toHaveLength(1);
    });

    it('needs facts, and a rule or a law for what takes something from the author', async () => {
      await report(member);
      for (const more of [
        { facts: '' },
        { ground: '' },
        { ground: 'law:any' },
        { measure: 'destroy' },
        { measure: 'restore' },
      ])
        expect([more, (await decide(keeper, more)).status]).toEqual([more, 422]);
      expect((await caseOf()).state).toBe('open');
    });

    it('can be corrected by another one: the post is shown again, and the author told', async () => {
      await report(member);
      await decide(keeper);
      expect((await decide(keeper, { measure: 'restore', ground: '', facts: 'A mistake' })).status).toBe(303);
      expect(await page(visitor, `/en/threads/${thread.id}`)).toContain('lažnivci');
      const notices = (await told(author, writer)).filter(({ name }) => name === 'moderation.decided');
      expect(notices).toHaveLength(2);
      expect(await page(writer, `/en${notices[0]!.path}`)).toContain('Your post is shown again.');
    });

    it('is never taken back from the log: it cannot be changed there, nor removed', async () => {
      await report(member);
      await decide(keeper);
      const { id } = await caseOf();
      for (const change of [
        'update moderation_decisions set facts = facts',
        'delete from moderation_decisions',
      ])
        await expect(hub.database.query(`${change} where case_id = $1`, [id])).rejects.toThrow(
          'never changed',
        );
      const log = await page(keeper, `/en/moderation/log?room=${room.slug}`);
      for (const words of ['Post hidden', FACTS, 'Decided by: Hilda Host', 'Concerns: Ana Avtorica'])
        expect(log).toContain(words);
      expect((await member.get('/en/moderation/log')).status).toBe(403);
    });

    it('locks a thread', async () => {
      await report(member);
      expect((await decide(keeper, { measure: 'lock' })).status).toBe(303);
      expect((await writer.send('post', `/api/v1/threads/${thread.id}/posts`, something())).body.code).toBe(
        'thread_closed',
      );
    });

    it('a keeper of another place cannot decide, nor a member', async () => {
      await report(member);
      for (const client of [member, writer]) expect((await decide(client)).status).toBe(404);
      expect((await caseOf()).state).toBe('open');
    });
  });

  describe('What a case shows', () => {
    const translate = (html: string) =>
      hub.database.query(
        `insert into post_translations (room_id, owner_id, body, html, locale, status, source_revision, origin)
         values ($2, $1, $3, $3, 'it', 'machine', 1, 'machine:test')
         on conflict (room_id, owner_id, locale) do update set html = excluded.html, body = excluded.body`,
        [post.id, room.id, html],
      );
    const reportFrom = (locale: string) =>
      visitor.send('post', `/api/v1/posts/${post.id}/reports?locale=${locale}`, {
        ...{ ground: 'rule:respect', locale },
      });

    it('is what stood there when it was reported, also when it is hidden, edited, or translated better since', async () => {
      await translate('<p>Siete tutti bugiardi</p>');
      await reportFrom('it');
      await translate('<p>Non siete sinceri</p>');
      const edit = { body: 'Niste odkriti', locale: 'sl', baseRevision: 1 };
      expect((await writer.send('patch', `/api/v1/posts/${post.id}`, edit)).status).toBe(200);
      await reportFrom('it');
      await decide(keeper);
      const path = `/it/moderation/cases/${(await caseOf()).id}`;
      const shown = await page(keeper, path);
      for (const words of [
        'Siete tutti bugiardi',
        'Non siete sinceri',
        'Vi ste vsi lažnivci',
        'Niste odkriti',
      ])
        expect([words, shown.split(words).length]).toEqual([words, 2]);
      expect(shown).toContain('Come è stato segnalato, in italiano');
    });

    it('is nothing any more once the author takes her words back, nor a year later', async () => {
      await translate('<p>Siete tutti bugiardi</p>');
      await reportFrom('it');
      await writer.send('put', `/api/v1/posts/${post.id}/withdrawal`);
      const { id } = await caseOf();
      expect(await page(keeper, `/it/moderation/cases/${id}`)).not.toMatch(/bugiardi|lažnivci/);
      await hub.database.query(
        `update moderation_cases set state = 'decided', decided_at = now() - interval '13 months' where id = $1`,
        [id],
      );
      await hub.app.get(ModerationRetention, { strict: false }).clearDue();
      expect(await hub.database.query('select 1 from moderation_readings where case_id = $1', [id])).toEqual(
        [],
      );
    });
  });

  describe('Hiding from where the post stands', () => {
    it('is for those who keep order, with a reason, and opens a case by itself', async () => {
      const path = `/en/posts/${post.id}/hide`;
      expect(await page(keeper, `/en/posts/${post.id}/actions`)).toContain(path);
      expect(await page(member, `/en/posts/${post.id}/actions`)).not.toContain(path);
      expect((await member.get(path)).status).toBe(403);
      expect(await page(keeper, path)).toContain('Vaše sporočilo je skrito');
      const fields = { ground: 'rule:respect', facts: FACTS, locale: 'en' };
      expect((await keeper.submit(path, { ...fields, ground: '' })).status).toBe(422);
      expect((await keeper.submit(path, fields)).status).toBe(303);
      expect((await caseOf()).state).toBe('decided');
      const [notice] = await told(author, writer);
      expect(await page(writer, `/en${notice!.path}`)).toContain('acted of their own accord');
      expect((await told(host, keeper)).filter(({ name }) => name === 'moderation.case')).toEqual([]);
    });

    it('decides the case that waits, so that who reported is answered', async () => {
      await report(member);
      await keeper.submit(`/en/posts/${post.id}/hide`, {
        ground: 'rule:respect',
        facts: FACTS,
        locale: 'en',
      });
      expect((await told(reporter, member)).map(({ name }) => name)).toContain('moderation.answered');
    });

    it('what its author takes back meanwhile is not shown again', async () => {
      await keeper.submit(`/en/posts/${post.id}/hide`, {
        ground: 'rule:respect',
        facts: FACTS,
        locale: 'en',
      });
      expect((await writer.send('put', `/api/v1/posts/${post.id}/withdrawal`)).status).toBe(200);
      expect((await decide(keeper, { measure: 'restore', facts: 'A mistake' })).status).toBe(422);
      expect(await page(keeper, `/en/moderation/cases/${(await caseOf()).id}`)).not.toContain('lažnivci');
    });

    it('is not for one’s own posts', async () => {
      const own = await say(keeper, 'Hilda speaks');
      expect((await keeper.get(`/en/posts/${own.id}/hide`)).status).toBe(403);
    });
  });

  describe('An appeal', () => {
    const appeal = async (client: TestClient, path: string) =>
      client.submit(`/en${path}/appeal`, { words: 'I only quoted', locale: 'en' }, `/en${path}`);
    const review = async (client: TestClient, more: Record<string, string> = {}) => {
      const { id, revision } = await caseOf();
      const path = `/en/moderation/cases/${id}`;
      const fields = { outcome: 'overturned', ground: '', facts: 'It was a quotation', locale: 'en' };
      return client.submit(`${path}/review`, { ...fields, revision, ...more }, path);
    };

    it('of the author is decided by somebody else, and shows the post again when she was right', async () => {
      await report(member);
      await decide(keeper);
      const path = await statement();
      expect((await appeal(writer, path)).status).toBe(303);
      expect((await appeal(writer, path)).status).toBe(403);
      const second = await seated('host', { name: 'Otto Other' });
      const other = await TestClient.as(hub, second);
      expect((await decide(other, { measure: 'restore' })).status).toBe(403);
      expect((await review(keeper)).status).toBe(403);
      expect(await page(keeper, `/en/moderation/cases/${(await caseOf()).id}`)).toContain('I only quoted');
      expect((await told(second, other)).map(({ name }) => name)).toContain('moderation.appealed');
      expect((await told(host, keeper)).map(({ name }) => name)).not.toContain('moderation.appealed');
      expect((await review(other)).status).toBe(303);
      expect(await page(visitor, `/en/threads/${thread.id}`)).toContain('lažnivci');
      const [outcome] = await told(author, writer);
      expect(await page(writer, `/en${outcome!.path}`)).toContain('It was a quotation');
      expect(await page(writer, `/en${outcome!.path}`)).toContain('There is no appeal against this here.');
    });

    it('of who reported, also without an account, hides what was left', async () => {
      const { body } = await report(visitor, { email: 'appeal@example.org' });
      await decide(keeper, { measure: 'keep', ground: '' });
      const path = `/moderation/reports/${(body as { id: string }).id}`;
      expect((await appeal(visitor, path)).status).toBe(303);
      const other = await TestClient.as(hub, await seated('host'));
      expect((await review(other)).status).toBe(422);
      expect((await review(other, { ground: 'rule:respect' })).status).toBe(303);
      expect(await page(visitor, `/en/threads/${thread.id}`)).not.toContain('lažnivci');
      expect((await told(author, writer)).map(({ name }) => name)).toContain('moderation.decided');
    });

    it('goes to an administrator where nobody else keeps order, and is turned down without changing anything', async () => {
      const administrator = await aPerson(hub, { grants: [{ role: 'administrator', placeId: null }] });
      const admin = await TestClient.as(hub, administrator);
      await report(member);
      await decide(keeper);
      const path = await statement();
      await appeal(writer, path);
      expect((await told(administrator, admin)).map(({ name }) => name)).toContain('moderation.appealed');
      expect((await review(admin, { outcome: 'upheld' })).status).toBe(303);
      expect(await page(visitor, `/en/threads/${thread.id}`)).not.toContain('lažnivci');
      const [outcome] = await told(author, writer);
      expect(await page(writer, `/en${outcome!.path}`)).toContain('The decision stands.');
    });

    it('goes to the same person where there is nobody else, who says so to everybody, before and after', async () => {
      await hub.database.query(`delete from grants where role = 'administrator'`);
      await report(member);
      await decide(keeper);
      const path = await statement();
      expect(await page(writer, `/en${path}`)).toContain('Nobody else keeps order here at the moment');
      await appeal(writer, path);
      expect((await told(host, keeper)).map(({ name }) => name)).toContain('moderation.appealed');
      expect(await page(keeper, `/en/moderation/cases/${(await caseOf()).id}`)).toContain(
        'Nobody else may look again',
      );
      const administrator = await aPerson(hub, { grants: [{ role: 'administrator', placeId: null }] });
      expect((await review(keeper)).status).toBe(403);
      expect(await page(writer, `/en${path}`)).toContain('Somebody other than the first moderator');
      await hub.database.query('delete from grants where person_id = $1', [administrator.id]);
      expect((await review(keeper, { outcome: 'upheld' })).status).toBe(303);
      const [outcome] = await told(author, writer);
      expect(await page(writer, `/en${outcome!.path}`)).toContain('The same moderator has looked again');
      const [answer] = await told(reporter, member);
      expect(await page(member, `/en${answer!.path}`)).toContain('The same moderator looked again');
    });

    it('is too late after six months, and is nobody else’s', async () => {
      await report(member);
      await decide(keeper);
      const path = await statement();
      for (const client of [member, keeper]) expect((await client.get(`/en${path}`)).status).toBe(404);
      await hub.database.query('alter table moderation_decisions disable trigger append_only');
      await hub.database.query(`update moderation_decisions set decided_at = now() - interval '7 months'`);
      await hub.database.query('alter table moderation_decisions enable trigger append_only');
      expect((await appeal(writer, path)).status).toBe(403);
    });
  });

  describe('Programs', () => {
    interface Whole {
      id: string;
      revision: number;
      state: string;
      can: Record<string, boolean>;
      keepers: { id: string }[];
      assignee: { id: string } | null;
    }
    const cases = '/api/v1/moderation/cases';
    const open = async (client = keeper) => {
      const { body } = await client.get(`${cases}?room=${room.slug}`);
      return (body as { cases: Whole[]; counts: Record<string, number> }).cases[0]!;
    };

    it('take a case on, hand it over, add notes, decide, and read what the log says', async () => {
      await report(member);
      const second = await seated('host', { name: 'Otto Other' });
      const found = await open();
      expect(found).toMatchObject({ state: 'open', reports: 1, author: { name: 'Ana Avtorica' } });
      const path = `${cases}/${found.id}`;
      const assign = (personId: string, revision: number) =>
        keeper.send('put', `${path}/assignee`, { personId, revision });
      const taken = await assign(host.id, found.revision);
      expect(taken.body).toMatchObject({ state: 'in_work', assignee: { id: host.id } });
      const { revision } = taken.body as Whole;
      expect((await assign(second.id, found.revision)).status).toBe(409);
      expect((await assign(reporter.id, revision)).status).toBe(422);
      expect((await assign(second.id, revision)).body).toMatchObject({ assignee: { id: second.id } });
      const noted = await keeper.send('post', `${path}/notes`, { body: 'See the others', locale: 'en' });
      expect(noted.status).toBe(201);
      const { body } = await keeper.get(path);
      expect(body).toMatchObject({
        filed: [{ explanation: 'Insulting', from: 'member' }],
        notes: [{ body: 'See the others', author: 'Hilda Host' }],
        words: { html: expect.stringContaining('lažnivci') as string },
      });
      expect(JSON.stringify(body)).not.toMatch(new RegExp(`Rita|${reporter.id}`));
      const decision = { measure: 'hide', ground: 'rule:respect', facts: FACTS, locale: 'en' };
      const decide = (more: object) => keeper.send('post', `${path}/decisions`, { ...decision, ...more });
      expect((await decide({ revision: 1 })).status).toBe(409);
      expect((await decide({ revision: revision + 1, ground: '' })).status).toBe(422);
      const decided = await decide({ revision: revision + 1 });
      expect(decided.body).toMatchObject({
        ...{ state: 'decided', hidden: true, decisions: [{ measure: 'hide', facts: FACTS }] },
        words: { html: expect.stringContaining('lažnivci') as string },
      });
      const log = await keeper.get(`/api/v1/moderation/log?room=${room.slug}`);
      expect(log.body).toMatchObject({ decisions: [{ measure: 'hide', case: { id: found.id } }], pages: 1 });
    });

    it('read a statement and a report, appeal, and decide about appeals', async () => {
      const received = await report(visitor, { email: 'x@example.org' });
      const reportPath = `/api/v1/moderation/reports/${(received.body as { id: string }).id}`;
      expect((await visitor.get(reportPath)).body).toMatchObject({ state: 'waiting', answers: [] });
      await decide(keeper);
      const path = `/api/v1${await statement()}`;
      expect((await writer.get(path)).body).toMatchObject({
        ...{ measure: 'hide', facts: FACTS, appealed: false, alone: true, postId: post.id },
        appealUntil: expect.any(String) as string,
      });
      for (const client of [member, keeper]) expect((await client.get(path)).status).toBe(404);
      expect((await visitor.get(path)).status).toBe(401);
      const other = await TestClient.as(hub, await seated('host', { name: 'Otto Other' }));
      const words = { words: 'I only quoted', locale: 'en' };
      expect((await visitor.send('post', `${reportPath}/appeal`, words)).status).toBe(403);
      expect((await writer.send('post', `${path}/appeal`, words)).body).toMatchObject({
        ...{ appealed: true, alone: false, appealUntil: null },
      });
      expect((await writer.send('post', `${path}/appeal`, words)).status).toBe(403);
      const { id, revision } = await caseOf();
      const review = { outcome: 'overturned', facts: 'It was a quotation', locale: 'en', revision };
      const send = (client: TestClient) => client.send('post', `${cases}/${id}/reviews`, review);
      expect((await send(keeper)).status).toBe(403);
      expect((await send(other)).body).toMatchObject({ state: 'decided', hidden: false });
      expect((await visitor.get(reportPath)).body).toMatchObject({
        ...{ state: 'answered', answers: [{ outcome: 'overturned' }, { measure: 'hide' }] },
      });
    });

    it('hide a post where it stands; nobody else does any of it', async () => {
      const hide = { ground: 'rule:respect', facts: FACTS, locale: 'en' };
      const path = `/api/v1/posts/${post.id}/hiding`;
      expect((await visitor.send('put', path, hide)).status).toBe(401);
      expect((await member.send('put', path, hide)).status).toBe(403);
      const { body } = await keeper.send('put', path, hide);
      expect(body).toMatchObject({ state: 'decided', hidden: true, filed: [] });
      const mine = `${cases}/${(body as Whole).id}`;
      for (const client of [member, writer]) {
        expect((await client.get(cases)).status).toBe(403);
        expect((await client.get(mine)).status).toBe(404);
        expect((await client.send('post', `${mine}/notes`, { body: 'x', locale: 'en' })).status).toBe(404);
      }
      expect((await visitor.get(cases)).status).toBe(401);
    });
  });

  describe('After a year', () => {
    it('nothing tells any more who reported, while the decision stays', async () => {
      await report(member, { explanation: 'He did it to Rita' });
      const { body } = await report(visitor, { email: 'old@example.org', name: 'Old Name' });
      await decide(keeper);
      const { id } = await caseOf();
      const chore = async () => {
        await hub.app.get(ModerationRetention, { strict: false }).clearDue();
      };
      await chore();
      expect((await reports()).map(({ email }) => email)).toContain('old@example.org');
      await hub.database.query(
        `update moderation_cases set decided_at = now() - interval '12 months 1 day' where id = $1`,
        [id],
      );
      await chore();
      const left = JSON.stringify(await reports());
      expect(left).not.toMatch(new RegExp(`old@|Old Name|${reporter.id}|Rita`));
      expect((await visitor.get(`/en/moderation/reports/${(body as { id: string }).id}`)).status).toBe(404);
      expect(await page(keeper, '/en/moderation/log')).toContain(FACTS);
    });
  });

  it('has house rules in every language, with whom to write to', async () => {
    for (const [locale, title] of Object.entries({
      en: 'House rules',
      sv: 'Husets regler',
      sl: 'Hišni red',
      it: 'Regole della casa',
    })) {
      const rules = await page(visitor, `/${locale}/house-rules`);
      expect(rules).toContain(`<h1>${title}</h1>`);
      expect(rules).toContain(`href="/${locale}/contact"`);
    }
    expect(await page(visitor, '/en/rooms')).toContain('/en/house-rules');
  });

  describe('Rules of a partnership', () => {
    const rules = async () => {
      const [{ slug }] = await hub.database.query<[{ slug: string }]>(
        'select slug from partnerships where id = $1',
        [room.partnershipId],
      );
      const editor = await aPerson(hub, { grants: [{ role: 'editor', placeId: room.partnershipId! }] });
      const path = `/partnerships/${slug}/house-rules`;
      return { path, api: `/api/v1${path}`, editor: await TestClient.as(hub, editor) };
    };
    const first = { body: 'Govori po vrsti <b>x</b>', locale: 'sl' };

    it('are written by its editors, stand beside those of the hub, and remember what they said and when', async () => {
      const { path, api, editor } = await rules();
      expect(await page(visitor, `/en${path}`)).toContain('no rules of its own');
      expect(await page(visitor, `/en${path}`)).toContain('Argue about the matter');
      const form = { ...first, revision: '0', weight: 'meaning' };
      expect((await editor.submit(`/en${path}/edit`, { ...form, body: ' ' })).status).toBe(422);
      expect((await editor.submit(`/en${path}/edit`, form)).status).toBe(303);
      const shown = await page(visitor, `/en${path}`);
      for (const words of ['Govori po vrsti &lt;b>', 'lang="sl"', 'Version 1', 'Argue about the matter'])
        expect(shown).toContain(words);
      expect(await page(visitor, '/en/house-rules')).toContain(`/en${path}`);
      expect(await page(visitor, `/en${path.replace('/house-rules', '')}`)).toContain(`/en${path}`);
      const second = { body: 'Govori kratko', locale: 'sl', revision: 1 };
      const written = await editor.send('put', api, second);
      expect(written.body.versions).toMatchObject([
        { version: 2, body: 'Govori kratko', until: null },
        { version: 1, body: first.body, until: written.body.versions[0].from },
      ]);
      expect(await page(visitor, `/en${path}?version=1`)).toContain('These words no longer hold.');
      expect((await editor.send('delete', api)).status).toBe(204);
      expect(await page(visitor, `/en${path}`)).toContain('no rules of its own');
      expect(await page(visitor, '/en/house-rules')).not.toContain(`/en${path}`);
      expect((await visitor.get(api)).body.versions).toHaveLength(2);
      expect((await editor.send('put', api, { ...second, revision: 2 })).status).toBe(200);
      expect(await page(visitor, `/en${path}`)).toContain('Govori kratko');
    });

    it('are texts like all others: translated, and marked as what they are', async () => {
      const { path, api, editor } = await rules();
      const { id } = (await editor.send('put', api, first)).body as { id: string };
      await hub.database.query(
        `insert into own_rules_translations (owner_id, body, locale, status, source_revision, origin)
         values ($1, 'Parla a turno', 'it', 'machine', 1, 'machine:test')`,
        [id],
      );
      const shown = await page(visitor, `/it${path}`);
      expect(shown).toContain('Parla a turno');
      expect(shown).toContain('state-machine');
      expect((await visitor.get(`/it/texts/house_rules/${id}`)).status).toBe(200);
      await editor.send('put', api, { body: 'Drugače', locale: 'sl', revision: 1, weight: 'important' });
      expect(await page(visitor, `/it${path}`)).toContain('state-outdated');
    });

    it('are saved by one: who was slower sees both; nobody else writes them, and drafts show them to nobody', async () => {
      const { path, api, editor } = await rules();
      await editor.send('put', api, first);
      const late = await editor.submit(`/en${path}/edit`, {
        ...first,
        body: 'Mine',
        revision: '0',
        weight: 'typo',
      });
      expect(late.status).toBe(409);
      expect(late.text).toContain('Mine');
      expect(late.text).toContain('Govori po vrsti');
      expect((await editor.send('put', api, { ...first, revision: 0 })).status).toBe(409);
      for (const client of [member, keeper]) {
        expect((await client.send('put', api, first)).status).toBe(403);
        expect((await client.send('delete', api)).status).toBe(403);
        expect((await client.get(`/en${path}/edit`)).status).toBe(403);
      }
      expect((await visitor.send('put', api, first)).status).toBe(401);
      for (const body of ['a\0b', 'a\ud800b', '', 'x'.repeat(9000), 1e308])
        expect((await editor.send('put', api, { ...first, body, revision: 1 })).status).toBe(422);
      await hub.database.query(`update partnerships set status = 'draft' where id = $1`, [
        room.partnershipId,
      ]);
      for (const address of [api, `/en${path}`]) expect((await visitor.get(address)).status).toBe(404);
      expect(await page(visitor, '/en/house-rules')).not.toContain(path);
      expect((await editor.get(`/en${path}`)).status).toBe(200);
    });
  });

  it('shows those who keep a room what waits there', async () => {
    await report(member);
    expect(await page(keeper, `/en/rooms/${room.slug}`)).toContain('1 case waits');
    expect(await page(member, `/en/rooms/${room.slug}`)).not.toContain('case waits');
  });
});
