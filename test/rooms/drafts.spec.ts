import { randomUUID } from 'node:crypto';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describe('Drafts', () => {
  let hub: TestHub;
  let room: TestRoom;
  let member: TestPerson;
  let client: TestClient;
  let path: string;
  let thread: string;

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  beforeEach(async () => {
    room = await aRoom(hub, { visibility: 'members' });
    member = await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId }] });
    client = await TestClient.as(hub, member);
    thread = (await aThread(hub, room, member)).id;
    path = `/api/v1/threads/${thread}/draft`;
  });

  const draft = { body: 'Half a thought', locale: 'sl' };

  it('are there on all devices, with whom they answer', async () => {
    expect((await client.get(path)).body).toEqual({ draft: null });
    const post = await client.send('post', `/api/v1/threads/${thread}/posts`, something());
    const { id } = post.body as { id: string };
    await client.send('put', path, { ...draft, replyToId: id });
    const other = await TestClient.as(hub, member);
    expect((await other.get(path)).body).toMatchObject({
      draft: { ...draft, title: '', replyTo: { id, number: 1, author: member.name } },
    });
    const later = await other.send('put', path, { body: 'A whole thought', locale: 'en' });
    expect(later.body).toMatchObject({ draft: { body: 'A whole thought', locale: 'en', replyTo: null } });
    expect((await client.get(path)).body).toEqual(later.body);
    await client.send('put', path, { ...draft, replyToId: id });
    await client.send('put', `/api/v1/posts/${id}/withdrawal`);
    expect((await client.get(path)).body).toMatchObject({ draft: { body: draft.body, replyTo: null } });
  });

  it('end by being sent without a script, thrown away, or emptied', async () => {
    const page = `/en/threads/${thread}`;
    await client.send('put', path, draft);
    expect((await client.submit(`${page}/posts`, something(draft.body), page)).status).toBe(303);
    expect((await client.get(path)).body).toEqual({ draft: null });
    await client.send('put', path, draft);
    expect((await client.send('delete', path)).status).toBe(204);
    await client.send('put', path, draft);
    expect((await client.send('put', path, { ...draft, body: ' \n' })).body).toEqual({ draft: null });

    const ofRoom = `/api/v1/rooms/${room.id}/draft`;
    const whole = { ...draft, title: 'A new thread' };
    expect((await client.send('put', ofRoom, whole)).body).toMatchObject({ draft: whole });
    expect((await client.get(path)).body).toEqual({ draft: null });
    const opening = { title: 'A new thread', ...something(draft.body) };
    expect(
      (await client.submit(`/en/rooms/${room.slug}/threads`, opening, `/en/rooms/${room.slug}/threads/new`))
        .status,
    ).toBe(303);
    expect((await client.get(ofRoom)).body).toEqual({ draft: null });
  });

  it('are written over by no device that has not seen what another one kept', async () => {
    const save = (body: string, baseRevision?: number, at = path) =>
      client.send('put', at, { ...draft, body, baseRevision });
    const revisionOf = (answer: { body: unknown }) =>
      (answer.body as { draft: { revision: number } }).draft.revision;
    const first = revisionOf(await save('From the phone', 0));
    expect(await save('From the desk', 0)).toMatchObject({
      status: 409,
      body: { code: 'conflict', theirs: { ...draft, body: 'From the phone', revision: first } },
    });
    expect(revisionOf(await save('From the phone', 0))).toBe(first);
    const second = revisionOf(await save('From the phone, longer', first));
    for (const [body, base] of [['Both', first] as const, ['', first] as const])
      expect((await save(body, base)).status).toBe(409);
    expect((await client.send('delete', `${path}?baseRevision=${first}`)).body).toMatchObject({
      theirs: { body: 'From the phone, longer' },
    });
    expect((await client.get(path)).body).toMatchObject({ draft: { revision: second } });
    expect((await client.send('delete', `${path}?baseRevision=${second}`)).status).toBe(204);
    expect((await client.send('delete', `${path}?baseRevision=${second}`)).status).toBe(204);
    const anew = revisionOf(await save('What was sent elsewhere is no hindrance', second));
    expect(anew).toBeGreaterThan(second);
    expect((await save('Nor comes it back as the same', second)).status).toBe(409);

    const form = { ...something('Sent from here'), replyToId: '' };
    const page = `/en/threads/${thread}`;
    expect((await client.submit(`${page}/posts`, form, page)).status).toBe(303);
    expect((await client.get(path)).body).toMatchObject({ draft: { revision: anew } });
    const [one, other] = await Promise.all([
      save('One', 0, `/api/v1/rooms/${room.id}/draft`),
      save('Other', 0, `/api/v1/rooms/${room.id}/draft`),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
  });

  it('are nobody else’s business: not of another member, a keeper, an administrator or a visitor', async () => {
    await client.send('put', path, draft);
    const others = [
      await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId }] }),
      await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId }] }),
      await aPerson(hub, { grants: [{ role: 'administrator' }] }),
    ];
    for (const other of others) {
      const reading = await TestClient.as(hub, other);
      expect((await reading.get(path)).body).toEqual({ draft: null });
      expect((await reading.send('delete', path)).status).toBe(204);
    }
    expect((await new TestClient(hub).get(path)).status).toBe(401);
    expect((await client.get(path)).body).toMatchObject({ draft });
  });

  it('are not given out once their author may no longer read the thread (a member who left)', async () => {
    await client.send('put', path, draft);
    await client.send('put', `/api/v1/rooms/${room.id}/draft`, draft);
    await hub.database.query('delete from grants where person_id = $1', [member.id]);
    for (const gone of [path, `/api/v1/rooms/${room.id}/draft`]) {
      expect((await client.get(gone)).status).toBe(404);
      expect((await client.send('put', gone, draft)).status).toBe(404);
      expect((await client.send('delete', gone)).status).toBe(404);
    }
  });

  it('are kept in threads where one may write, and still read where it is closed', async () => {
    await client.send('put', path, draft);
    await hub.database.query('update threads set closed_at = now() where id = $1', [thread]);
    expect((await client.send('put', path, draft)).status).toBe(403);
    expect((await client.get(path)).body).toMatchObject({ draft });
  });

  it('are refused when they could not be a post, and take no foreign thing along', async () => {
    const bad = [
      { ...draft, body: 'x'.repeat(20_001) },
      ...[
        { ...draft, body: '\0' },
        { ...draft, body: '\ud800' },
        { ...draft, locale: 'xx' },
        { ...draft, more: 1 },
        { ...draft, baseRevision: -1 },
        { ...draft, baseRevision: 1e308 },
      ],
      ...[
        { ...draft, title: 'x'.repeat(201) },
        { ...draft, replyToId: 'x' },
        { locale: 'en' },
        [],
        { body: 1e308 },
      ],
    ];
    for (const each of bad) expect((await client.send('put', path, each)).status).toBe(422);
    expect((await client.send('put', `/api/v1/threads/${randomUUID()}/draft`, draft)).status).toBe(404);
    const elsewhere = await aThread(hub, room, member);
    const foreign = await client.send('post', `/api/v1/threads/${elsewhere.id}/posts`, something());
    const answer = await client.send('put', path, {
      ...draft,
      replyToId: (foreign.body as { id: string }).id,
    });
    expect(answer.body).toMatchObject({ draft: { replyTo: null } });
  });
});
