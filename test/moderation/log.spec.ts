import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

interface Logged {
  id: string;
  measure: string;
  amount: number | null;
  until: string | null;
  reason: { text: string; locale: string } | null;
  about: { name: string } | null;
  decider: { name: string } | null;
  case: { id: string } | null;
  thread: { id: string; title: string } | null;
}

describe('The log of decisions', () => {
  let hub: TestHub;
  let room: TestRoom;
  let member: TestPerson;
  let otto: TestPerson;
  let writer: TestClient;
  let keeper: TestClient;
  let other: TestClient;
  let thread: { id: string };

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  const seated = (role: 'member' | 'host', name: string) =>
    aPerson(hub, { name, grants: [{ role, placeId: room.platformId! }] });

  beforeEach(async () => {
    room = await aRoom(hub, { name: 'The room' });
    member = await seated('member', 'Mona Member');
    writer = await TestClient.as(hub, member);
    keeper = await TestClient.as(hub, await seated('host', 'Hilda Host'));
    otto = await seated('host', 'Otto Other');
    other = await TestClient.as(hub, otto);
    thread = await aThread(hub, room, member, { title: 'Which question?' });
  });

  const at = (path = '') => `/api/v1/rooms/${room.id}${path}`;
  const log = async (query = '', client = other) =>
    (await client.get(`/api/v1/moderation/log?room=${room.slug}${query}`)).body.decisions as Logged[];
  const because = { reason: 'It was <b>too</b> loud', locale: 'en' };
  /** One of each kind that is not about a post. */
  const doAll = async () => {
    const send = async (method: 'put' | 'post', path: string, body: object) => {
      const { status } = await keeper.send(method, path, body);
      expect([path, status < 300]).toEqual([path, true]);
    };
    const removal = at('/removals');
    await send('put', at('/pace'), { paceSeconds: 60, ...because });
    await send('post', removal, { personId: member.id, until: '2099-12-31', ...because });
    expect((await keeper.send('delete', `${removal}/${member.id}`)).status).toBe(204);
    await keeper.submit(`/en/rooms/${room.slug}/newcomers`, { newcomerPosts: 2 });
    for (const words of ['First', 'Second'])
      await writer.send('post', `/api/v1/threads/${thread.id}/posts`, something(words));
    const held = await hub.database.query<{ id: string }[]>(
      'select id from held_posts where room_id = $1 order by held_at',
      [room.id],
    );
    expect((await keeper.submit(`/en/held/${held[0]!.id}/approve`, {})).status).toBe(303);
    expect((await keeper.submit(`/en/held/${held[1]!.id}/refuse`, because)).status).toBe(303);
    await keeper.submit(`/en/threads/${thread.id}/close`, because);
    await keeper.submit(`/en/threads/${thread.id}/reopen`, {});
  };

  it('shows every measure with its reason, whom it concerns and who decided, newest first', async () => {
    await doAll();
    const shown = await log();
    expect(shown.map(({ measure }) => measure)).toEqual(
      ['slow', 'remove', 'readmit', 'newcomers', 'approve', 'refuse', 'lock', 'unlock'].reverse(),
    );
    const of = (measure: string) => shown.find((each) => each.measure === measure)!;
    expect(of('slow')).toMatchObject({ amount: 60, reason: { text: because.reason }, about: null });
    expect(of('remove')).toMatchObject({
      ...{ until: '2099-12-31', reason: { text: because.reason, locale: 'en' } },
      ...{ about: { name: 'Mona Member' }, decider: { name: 'Hilda Host' } },
    });
    expect(of('newcomers')).toMatchObject({ amount: 2 });
    expect(of('refuse')).toMatchObject({ thread: { title: 'Which question?' }, case: null });
    const page = (await other.get(`/en/moderation/log?room=${room.slug}`)).text;
    for (const words of [
      ...['Removal from the room', 'Slow mode: one post a minute', 'Until: 31 December 2099'],
      ...['Thread closed', 'Concerns: Mona Member', 'Decided by: Hilda Host', 'It was &lt;b>too'],
      ...['The first 2 posts of a newcomer', 'Post of a newcomer refused', 'Which question?'],
    ])
      expect(page).toContain(words);
  });

  it('is filtered by kind, room and time; an address that was mistyped shows everything', async () => {
    await doAll();
    const count = async (query: string) => (await log(query)).length;
    expect(await count('')).toBe(8);
    expect((await log('&measure=remove')).map(({ measure }) => measure)).toEqual(['remove']);
    expect(await count('&from=2020-01-01&to=2098-01-01')).toBe(8);
    expect(await count('&to=2020-01-01')).toBe(0);
    expect(await count('&from=2098-01-01')).toBe(0);
    for (const odd of ['&measure=x', '&from=2020-99-99', '&page=1e308'])
      expect([odd, await count(odd)]).toEqual([odd, 8]);
    for (const odd of ['&to=%00', '&from[]=1', '&room=%ED%A0%80']) {
      const { status } = await other.get(`/api/v1/moderation/log?room=${room.slug}${odd}`);
      expect([odd, status < 500]).toEqual([odd, true]);
    }
    const { text } = await other.get(`/en/moderation/log?room=${room.slug}&to=2020-01-01`);
    expect(text).toContain('No decision is like that');
  });

  it('shows those who keep order nothing about themselves, and nobody else anything', async () => {
    await keeper.send('put', at('/pace'), { paceSeconds: 60 });
    const own = await TestClient.as(hub, member);
    expect((await own.get('/api/v1/moderation/log')).status).toBe(403);
    expect((await new TestClient(hub).get('/api/v1/moderation/log')).status).toBe(401);
    await hub.database.query(
      `insert into room_measures (room_id, measure, person_id)
       values ($1, 'readmit', $2)`,
      [room.id, otto.id],
    );
    expect((await log('', keeper)).map(({ measure }) => measure)).toEqual(['readmit', 'slow']);
    expect((await log('', other)).map(({ measure }) => measure)).toEqual(['slow']);
    const elsewhere = await aRoom(hub);
    const stranger = await TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role: 'host', placeId: elsewhere.platformId! }] }),
    );
    expect(await log('', stranger)).toEqual([]);
  });

  it('does not say that somebody has closed her own thread, nor name a thread that has left the room', async () => {
    await writer.submit(`/en/threads/${thread.id}/close`, {});
    expect(await log()).toEqual([]);
    await keeper.submit(`/en/threads/${thread.id}/reopen`, {});
    expect((await log())[0]).toMatchObject({ measure: 'unlock', thread: { id: thread.id } });
    const secret = await aRoom(hub, {
      ...{ partnershipId: room.partnershipId!, platformId: room.platformId!, visibility: 'private' },
    });
    expect(
      (await keeper.send('put', `/api/v1/threads/${thread.id}/room`, { roomId: secret.id })).status,
    ).toBe(200);
    expect((await log())[0]).toMatchObject({ measure: 'unlock', thread: null });
  });

  it('is never changed, not even by who can write to the database', async () => {
    await keeper.send('put', at('/pace'), { paceSeconds: 60 });
    for (const change of ['update room_measures set amount = 0', 'delete from room_measures'])
      await expect(hub.database.query(change)).rejects.toThrow('never changed');
  });

  describe('A year in figures', () => {
    type Told = {
      year: number;
      years: number[];
      complete: boolean;
      medianHours: number | null;
      figures: { group: string; name: string; count: number }[];
    };
    const visitor = () => new TestClient(hub);
    const of = async (year: number | string) =>
      (await visitor().get(`/api/v1/moderation/figures?year=${year}`)).body as Told;
    const some = ({ figures }: Told) =>
      Object.fromEntries(
        figures.filter(({ count }) => count > 0).map(({ group, name, count }) => [`${group} ${name}`, count]),
      );
    /** Two cases of 2019: one reported twice and hidden after 10 hours, one left alone after 20 days. */
    const happen = async () => {
      const { body } = await writer.send('post', `/api/v1/threads/${thread.id}/posts`, something());
      const one = async (sql: string, ...values: unknown[]) =>
        (await hub.database.query<[{ id: string }]>(`${sql} returning id`, values))[0].id;
      const aCase = () =>
        one(
          `insert into moderation_cases (room_id, post_id, author_id, state, opened_at)
           values ($1, $2, $3, 'decided', '2019-03-01T00:00Z')`,
          ...[room.id, body.id, member.id],
        );
      const report = (of: string, ground: string, first: string | null = null) =>
        one(
          `insert into moderation_reports (case_id, ground, explanation, locale, address, answer_locale, received_at, repeat_of)
           values ($1, $2, '', 'en', 'https://hub.example', 'en', '2019-03-01T00:00Z', $3)`,
          ...[of, ground, first],
        );
      const decide = (of: string, measure: string, at: string, appeal: string | null = null) =>
        one(
          `insert into moderation_decisions (case_id, room_id, measure, ground, facts, locale, reported, appeal_id, outcome,
             decided_by, decided_at)
           values ($1, $2, $3, 'rule:respect', 'Facts', 'en', true, $4, case when $4::uuid is not null then 'upheld' end,
             $5, $6)`,
          ...[of, room.id, measure, appeal, otto.id, at],
        );
      const [hidden, left] = [await aCase(), await aCase()];
      const first = await report(hidden, 'rule:respect');
      await report(hidden, 'rule:respect', first);
      await report(left, 'law:fraud');
      const decision = await decide(hidden, 'hide', '2019-03-01T10:00Z');
      await decide(left, 'keep', '2019-03-21T00:00Z');
      const appeal = await one(
        `insert into moderation_appeals (decision_id, party, words, locale, made_at)
         values ($1, 'author', 'No', 'en', '2019-04-01T00:00Z')`,
        decision,
      );
      await decide(hidden, 'hide', '2020-01-02T00:00Z', appeal);
      await hub.database.query(
        `insert into room_measures (room_id, measure, decided_at) values ($1, 'slow', '2019-12-31T23:30Z')`,
        [room.id],
      );
    };

    it('says what was reported and decided, how fast, and what became of appeals', async () => {
      expect(await of(2019)).toMatchObject({ medianHours: null });
      await happen();
      const told = await of(2019);
      expect(told).toMatchObject({ year: 2019, complete: true, medianHours: 245 });
      expect(told.years).toContain(2019);
      expect(some(told)).toEqual({
        ...{ 'reports rule:respect': 1, 'reports law:fraud': 1, 'decisions hide': 1, 'decisions keep': 1 },
        ...{ 'accord reported': 2, 'duration day': 1, 'duration month': 1 },
        ...{ 'appeals author': 1, 'appeals upheld': 1, 'appeals same_person': 1, 'rooms slow': 1 },
      });
      expect(some(await of(2020))).toEqual({});
    });

    it('is for everybody, as a page in every language and as a table', async () => {
      const page = (await visitor().get('/sl/moderation/figures?year=2019')).text;
      for (const words of [
        'Moderiranje v številkah',
        'Prijave po razlogu',
        'Goljufija',
        'V enem dnevu',
        '245',
      ])
        expect(page).toContain(words);
      const { text, headers } = await visitor().get('/it/moderation/figures.csv?year=2019');
      expect(headers['content-type']).toContain('text/csv');
      const lines = text.split('\r\n');
      expect(lines).toContain('2019,decisions,hide,Decisioni su messaggi e discussioni,Messaggio nascosto,1');
      expect(lines).toContain(
        '2019,duration,median_hours,Tempo fino alla decisione,"Metà dei casi è stata decisa entro, in ore",245',
      );
      expect((await visitor().get('/en/house-rules')).text).toContain('/en/moderation/figures');
      for (const year of ['', 'x', '1e308', '-1', '99999'])
        expect((await of(year)).figures.length).toBeGreaterThan(0);
    });
  });
});
