import { aPartnership, aStatement, type TestPartnership } from '../factories/partnerships';
import { aPerson, giveGrant, type TestPerson } from '../factories/people';
import { aRoom, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

interface Row {
  kind: string;
  id: string;
  state: string;
  waiting: number;
  reports: number;
  assignee: { name: string } | null;
  dueOn: string | null;
}

describe('What there is to translate', () => {
  let hub: TestHub;
  let partnership: TestPartnership;
  let room: TestRoom;
  let statement: { id: string };
  let person: TestPerson;
  let client: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    partnership = await aPartnership(hub, { name: 'Sodelovanje', locale: 'sl' });
    statement = await aStatement(hub, partnership.id, { text: 'En, två.\n\nTre.', locale: 'sv' });
    room = await aRoom(hub, { partnershipId: partnership.id, locale: 'sl', name: 'Soba' });
    person = await aPerson(hub, {
      name: 'Tove',
      locale: 'sv',
      grants: [{ role: 'translator', detail: 'it' }],
    });
    client = await TestClient.as(hub, person);
  });

  const list = async (query = '', who = client): Promise<Row[]> =>
    (await who.get(`/api/v1/translations?language=it&partnership=${partnership.id}${query}`)).body.rows;
  const api = () => `/api/v1/texts/statement/${statement.id}/translations/it`;

  async function translate(status: string, texts = ['Uno, due.', 'Tre.']) {
    const { segments } = (await client.get(api())).body;
    const changes = texts.map((text, place) => ({
      ...{ id: segments[place].id, version: segments[place].version, text, status },
    }));
    expect((await client.send('put', api(), { segments: changes })).status).toBe(200);
  }

  it('is listed in every state, with what most readers wait for first', async () => {
    expect((await list()).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'partnership missing',
      'platform missing',
      'room missing',
      'statement missing',
    ]);
    for (const place of [room.platformId!, room.platformId!]) {
      const member = await aPerson(hub, { locale: 'it' });
      await giveGrant(hub, member.id, 'member', place);
    }
    const rows = await list();
    expect(
      rows
        .slice(0, 2)
        .map(({ kind, waiting }) => `${kind} ${waiting}`)
        .sort(),
    ).toEqual(['platform 2', 'room 2']);
    await translate('draft');
    expect((await list('&state=draft')).map(({ id }) => id)).toEqual([statement.id]);
    await translate('reviewed');
    expect((await list()).map(({ id }) => id)).not.toContain(statement.id);
  });

  it('brings what readers report to the top', async () => {
    await translate('reviewed');
    const reader = await TestClient.as(hub, await aPerson(hub));
    await reader.send('post', `${api()}/wording`, { string: 'text', position: 0, note: 'Sbagliato' });
    const [first] = await list();
    expect(first).toMatchObject({ id: statement.id, reports: 1, state: 'reviewed' });
    expect(await list('&state=reports')).toHaveLength(1);
  });

  it('is given to a person, with a day, and found by her', async () => {
    const given = await client.send('put', `${api()}/task`, { personId: person.id, dueOn: '2027-01-31' });
    expect(given.status).toBe(204);
    expect(await list('&who=me')).toMatchObject([
      { id: statement.id, assignee: { name: 'Tove' }, dueOn: '2027-01-31' },
    ]);
    expect((await list('&who=nobody')).map(({ id }) => id)).not.toContain(statement.id);
    const stranger = await aPerson(hub);
    expect((await client.send('put', `${api()}/task`, { personId: stranger.id })).status).toBe(422);
    const desk = `/sv/translations/statement/${statement.id}/it`;
    expect((await client.submit(`${desk}/task`, { personId: '', dueOn: '' }, desk)).status).toBe(303);
    expect((await list()).find(({ id }) => id === statement.id)).toMatchObject({
      assignee: null,
      dueOn: null,
    });
  });

  it('shows those who keep order only what is theirs, and others nothing', async () => {
    const other = await aPartnership(hub);
    const organiser = await TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role: 'organiser', placeId: partnership.id }] }),
    );
    expect((await list('', organiser)).length).toBeGreaterThan(1);
    const foreign = await organiser.get(`/api/v1/translations?language=it&partnership=${other.id}`);
    expect(foreign.body.rows).toEqual([]);
    const reader = await TestClient.as(hub, await aPerson(hub));
    expect((await reader.get('/api/v1/translations?language=it')).status).toBe(403);
    expect((await client.get('/api/v1/translations?language=sl')).status).toBe(403);
    const assigned = await reader.send('put', `${api()}/task`, { personId: person.id });
    expect(assigned.status).toBe(403);
  });

  it('leaves out what the translator may not read', async () => {
    await hub.database.query(`update partnerships set status = 'draft' where id = $1`, [partnership.id]);
    await hub.database.query(`update rooms set visibility = 'private' where id = $1`, [room.id]);
    expect((await list()).map(({ kind }) => kind)).toEqual(['platform']);
  });

  it('is a page with filters, and an empty one for who translates nothing', async () => {
    const page = await client.get('/sv/translations');
    expect(page.status).toBe(200);
    expect(page.text).toContain('/sv/translations/statement/');
    expect((await client.get('/sl/translations?language=it&state=nonsense&kind=Nothing&page=x')).status).toBe(
      200,
    );
    expect((await client.get('/sl/translations?kind=no_such_kind')).status).toBe(200);
    const reader = await TestClient.as(hub, await aPerson(hub));
    expect((await reader.get('/en/translations')).text).toContain('You do not translate into any language.');
  });

  it('is counted on the board of the partnership, and says what stands in the way of a print', async () => {
    await translate('reviewed');
    await hub.database.query(
      `update translation_segments set source = 'En, två, tre.' where owner_id = $1 and position = 0`,
      [statement.id],
    );
    const { body } = await client.get(`/api/v1/partnerships/${partnership.slug}/coverage`);
    const cell = body.cells.find(
      (each: { kind: string; locale: string }) => each.kind === 'statement' && each.locale === 'it',
    );
    expect(cell).toMatchObject({ texts: 1, counts: { reviewed: 1, missing: 0 } });
    const gate = body.gates.find(({ locale }: { locale: string }) => locale === 'it');
    expect(gate).toMatchObject({ ready: false, segments: { outdated: 1, reviewed: 1 } });
    expect(gate.segments.missing).toBeGreaterThanOrEqual(3);
    const { text } = await client.get(`/en/partnerships/${partnership.slug}/coverage`);
    expect(text).toContain('1 segment outdated');
    expect(text).toContain(
      `/en/translations?language=it&amp;partnership=${partnership.id}&amp;kind=room&amp;state=missing`,
    );
    expect((await new TestClient(hub).get(`/en/partnerships/${partnership.slug}/coverage`)).status).toBe(200);
  });
});
