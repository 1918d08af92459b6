import { Transactions } from '../../src/core/database/transactions';
import { notice, of } from '../../src/notifications/notice-kind';
import { NoticeKinds } from '../../src/notifications/notice-kinds.service';
import { Notifications } from '../../src/notifications/notifications.service';
import { NotificationRetention } from '../../src/notifications/retention.service';
import { Reminders } from '../../src/notifications/reminders.service';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { listen, openSocket } from '../support/socket';

let hub: TestHub;
let ada: TestPerson;
let client: TestClient;
let room: TestRoom;
let causes = 0;

beforeAll(async () => {
  hub = await startHub();
  hub.app.get(NoticeKinds).add(notice('room.tested', 'notifications:told'));
  room = await aRoom(hub, { name: 'Soba o naročilih', locale: 'sl' });
  await hub.database.query(
    `insert into room_translations (owner_id, locale, name, status, source_revision, origin)
     values ($1, 'sv', 'Rummet om upphandling', 'reviewed', 1, 'person')`,
    [room.id],
  );
});
afterAll(() => hub.close());
beforeEach(async () => {
  ada = await aPerson(hub, { locale: 'sv' });
  client = await TestClient.as(hub, ada);
});

const tell = (
  people: string[],
  {
    by,
    cause = `cause ${++causes}`,
    subject = room,
    name = 'room.tested',
  }: { by?: string; cause?: string; subject?: TestRoom; name?: string } = {},
) =>
  hub.app.get(Transactions).run((tx) =>
    hub.app.get(Notifications).tell(tx, {
      ...{ people, name, cause, ...(by && { by }) },
      subject: { kind: 'room', id: subject.id },
    }),
  );

const told = async (who = client, query = '') => (await who.get(`/api/v1/notifications${query}`)).body;

describe('Telling people', () => {
  it('tells each once, in her own language, and nobody of her own act', async () => {
    const ben = await aPerson(hub);
    await tell([ada.id, ben.id, ada.id], { by: ben.id, cause: 'the same' });
    await tell([ada.id, ben.id], { by: ben.id, cause: 'the same' });
    const { unread, items } = await told(client, '?locale=sv');
    expect(unread).toBe(1);
    expect(items).toEqual([
      expect.objectContaining({
        ...{ name: 'room.tested', words: 'Vad som har hänt', path: `/rooms/${room.slug}`, read: false },
        title: expect.objectContaining({ text: 'Rummet om upphandling', locale: 'sv', state: 'reviewed' }),
      }),
    ]);
    expect((await told(await TestClient.as(hub, ben))).items).toEqual([]);
  });

  it('shows them by days, with the language of each title, and counts them in the head of every page', async () => {
    await tell([ada.id]);
    const { text } = await client.get('/sv/notifications');
    expect(text).toContain('Rummet om upphandling');
    expect(text).toMatch(/data-waits="true">.*1 nyhet för dig/);
    expect((await client.get('/it/notifications')).text).toMatch(/lang="sl"><a[^>]*>Soba o naročilih/);
    expect((await client.get('/en/rooms')).text).toContain('1 new thing for you');
    expect((await new TestClient(hub).get('/en/rooms')).text).not.toContain('data-waits');
  });

  it('leads to what it is about, which has been read then', async () => {
    await tell([ada.id]);
    const [{ id }] = (await told()).items;
    const answer = await client.get(`/sl/notifications/${id}`);
    expect([answer.status, answer.headers['location']]).toEqual([303, `/sl/rooms/${room.slug}`]);
    expect((await told()).unread).toBe(0);
  });

  it('marks one and all as read, by form', async () => {
    await tell([ada.id]);
    await tell([ada.id]);
    const [{ id }] = (await told()).items;
    expect((await client.submit(`/en/notifications/${id}/read`, {}, '/en/notifications')).status).toBe(303);
    expect((await told()).unread).toBe(1);
    expect((await client.submit('/en/notifications/read', {}, '/en/notifications')).status).toBe(303);
    expect((await told()).unread).toBe(0);
    await tell([ada.id]);
    expect((await client.send('put', '/api/v1/notifications/read')).status).toBe(204);
    expect((await client.get('/api/v1/notifications/unread?locale=sl')).body).toEqual({
      ...{ unread: 0, waits: 0, words: '0 novosti za vas' },
    });
  });

  it('are narrowed to one sort, and marked as read by sort', async () => {
    const kinds = hub.app.get(NoticeKinds);
    kinds.add(of('moderation', notice('room.judged', 'notifications:told')));
    for (const name of ['room.tested', 'room.judged', 'room.judged']) await tell([ada.id], { name });
    const sorts = async (query: string) =>
      (await told(client, query)).items.map(({ name }: { name: string }) => name);
    expect(await sorts('?only=moderation')).toEqual(['room.judged', 'room.judged']);
    expect(await sorts('?only=rest')).toEqual(['room.tested']);
    expect(await sorts('?only=mentions')).toEqual([]);
    expect((await told(client, '?only=mentions')).unread).toBe(3);
    const { text } = await client.get('/en/notifications?only=moderation');
    expect(text).toMatch(/aria-current="[^"]+"[^>]*>Moderation<span[^>]*> 2</);
    expect((await client.get('/en/notifications?only=mentions')).text).toContain(
      'No notifications of this kind',
    );
    const page = '/en/notifications?only=moderation';
    const { status, headers } = await client.submit('/en/notifications/read', { only: 'moderation' }, page);
    expect([status, headers['location']]).toEqual([303, page]);
    expect((await told()).unread).toBe(1);
    await tell([ada.id], { name: 'room.judged' });
    expect((await client.send('put', '/api/v1/notifications/read?only=rest')).status).toBe(204);
    expect((await told()).unread).toBe(1);
    for (const only of ['x', '', '%EF%BF%BD', 'toString']) {
      expect((await client.get(`/api/v1/notifications?only=${only}`)).status).toBe(422);
      expect((await client.send('put', `/api/v1/notifications/read?only=${only}`)).status).toBe(422);
      expect((await client.get(`/en/notifications?only=${only}`)).status).toBe(200);
    }
    expect((await told()).unread).toBe(1);
  });

  it('are forgotten half a year after they were read, and two years after they were told', async () => {
    const causes = ['kept', 'read lately', 'read long ago', 'judged and read', 'told long ago'];
    for (const cause of causes)
      await tell([ada.id], { cause, name: cause === 'judged and read' ? 'room.judged' : 'room.tested' });
    const age = (cause: string, told: string, read: string | null) =>
      hub.database.query(
        `update notifications set created_at = now() - $3::interval, read_at = now() - $4::interval
         where person_id = $1 and cause = $2`,
        [ada.id, cause, told, read],
      );
    await age('kept', '23 months', null);
    await age('read lately', '23 months', '5 months');
    await age('read long ago', '8 months', '7 months');
    await age('judged and read', '8 months', '7 months');
    await age('told long ago', '25 months', null);
    const retention = hub.app.get(NotificationRetention);
    while (await retention.forgetDue());
    const left: { cause: string }[] = await hub.database.query(
      'select cause from notifications where person_id = $1 order by cause',
      [ada.id],
    );
    expect(left.map(({ cause }) => cause)).toEqual(['judged and read', 'kept', 'read lately']);
  });

  it('keeps unread ones first, over pages', async () => {
    for (let number = 0; number < 33; number += 1) await tell([ada.id]);
    const first = await told();
    expect(first.items).toHaveLength(30);
    await client.send('put', `/api/v1/notifications/${first.items[0].id}/read`);
    const { next, items } = await told();
    const rest = await told(client, `?after=${next}`);
    expect(rest.items.map(({ read }: { read: boolean }) => read)).toEqual([false, false, true]);
    expect(new Set([...items, ...rest.items].map(({ id }: { id: string }) => id)).size).toBe(33);
    expect(rest.next).toBeNull();
    expect((await client.get(`/en/notifications?after=${next}`)).text).toContain('Read earlier');
  });

  it('rings at the sockets of who was told', async () => {
    const socket = await openSocket(hub, client);
    const { until } = listen(socket, 'notifications');
    await tell([ada.id]);
    await until((heard) => heard.length === 1);
    socket.close();
  });

  it('goes with the person', async () => {
    await tell([ada.id]);
    await hub.database.query('delete from people where id = $1', [ada.id]);
    const left = await hub.database.query('select 1 from notifications where person_id = $1', [ada.id]);
    expect(left).toEqual([]);
  });
});

describe('Threats', () => {
  it('a reader who was shut out is not told how a room is called', async () => {
    const secret = await aRoom(hub, { name: 'Secret plans', visibility: 'private' });
    await tell([ada.id], { subject: secret });
    const { items } = await told();
    expect(items).toEqual([expect.objectContaining({ title: null, path: null })]);
    const { text } = await client.get('/en/notifications');
    expect(text).toContain('something that you can no longer see');
    expect(text).not.toContain('Secret plans');
    const answer = await client.get(`/en/notifications/${items[0].id}`);
    expect(answer.headers['location']).toBe('/en/notifications');
  });

  it("somebody else's notice cannot be read, opened or marked", async () => {
    await tell([ada.id]);
    const [{ id }] = (await told()).items;
    const stranger = await TestClient.as(hub, await aPerson(hub));
    expect((await stranger.get(`/en/notifications/${id}`)).status).toBe(404);
    expect((await stranger.send('put', `/api/v1/notifications/${id}/read`)).status).toBe(404);
    expect((await told()).unread).toBe(1);
    expect((await new TestClient(hub).get('/api/v1/notifications')).status).toBe(401);
  });

  it('a token that may only look marks nothing', async () => {
    await tell([ada.id]);
    const { secret } = (await client.send('post', '/api/v1/me/tokens', { name: 'Program', scope: 'read' }))
      .body;
    const headers = { Authorization: `Bearer ${secret}` };
    const program = new TestClient(hub);
    expect((await program.get('/api/v1/notifications', headers)).body.unread).toBe(1);
    expect((await program.send('put', '/api/v1/notifications/read', undefined, headers)).status).toBe(403);
  });

  it('nonsense in addresses is no place', async () => {
    for (const path of ['x', '0', '9'.repeat(30), '-1', '1e308', '%00'])
      expect([path, (await client.get(`/en/notifications/${path}`)).status]).toEqual([path, 404]);
    for (const after of ['new', 'new-0', 'read--1', `new-${'9'.repeat(40)}`, "new-1'"])
      expect((await client.get(`/api/v1/notifications?after=${encodeURIComponent(after)}`)).status).toBe(422);
  });
});

describe('Reminders', () => {
  const ask = (on: string, cause: string) =>
    hub.app.get(Transactions).run((tx) =>
      hub.app.get(Reminders).ask(tx, {
        ...{ people: [ada.id], name: 'room.tested', on, cause },
        subject: { kind: 'room', id: room.id },
      }),
    );

  it('are told when their day has come, once', async () => {
    await ask('2020-01-01', 'past');
    await ask('2999-01-01', 'future');
    await hub.app.get(Reminders).tellDue();
    await ask('2020-01-01', 'past');
    await hub.app.get(Reminders).tellDue();
    expect((await told()).unread).toBe(1);
  });

  it('can be put off, and taken back', async () => {
    await ask('2020-01-01', 'put off');
    await ask('2999-01-01', 'put off');
    await ask('2020-01-01', 'taken back');
    await hub.app.get(Transactions).run((tx) => hub.app.get(Reminders).drop(tx, 'taken back'));
    await hub.app.get(Reminders).tellDue();
    expect((await told()).unread).toBe(0);
  });
});

describe('Following', () => {
  const follow = (fields: Record<string, string>) =>
    client.submit(
      '/en/notifications/following',
      { kind: 'room', follow: 'yes', ...fields },
      '/en/notifications/following',
    );
  const followed = async () => (await client.get('/api/v1/followings?locale=sv')).body.items;

  it('begins and ends by a button, and comes back to its page', async () => {
    const answer = await follow({ id: room.id, part: 'SI', back: `/rooms/${room.slug}` });
    expect([answer.status, answer.headers['location']]).toEqual([303, `/en/rooms/${room.slug}`]);
    await follow({ id: room.id, part: 'SI' });
    expect(await followed()).toEqual([
      ...[
        {
          kind: 'room',
          id: room.id,
          part: 'SI',
          title: 'Rummet om upphandling',
          locale: 'sv',
          path: `/rooms/${room.slug}`,
        },
      ],
    ]);
    expect((await client.get('/sv/notifications/following')).text).toContain('Slovenien');
    await follow({ id: room.id, part: 'SI', follow: 'no' });
    expect(await followed()).toEqual([]);
  });

  it('is possible by program', async () => {
    const subject = { kind: 'room', id: room.id };
    expect((await client.send('put', '/api/v1/followings', subject)).status).toBe(204);
    expect(await followed()).toHaveLength(1);
    expect((await client.send('delete', '/api/v1/followings', subject)).status).toBe(204);
    expect(await followed()).toEqual([]);
  });

  it('does not tell that a private room exists, nor lead away from the hub', async () => {
    const secret = await aRoom(hub, { visibility: 'private' });
    expect((await follow({ id: secret.id })).status).toBe(404);
    expect((await follow({ id: room.id, kind: 'nothing' })).status).toBe(404);
    const away = await follow({ id: room.id, back: '//evil.example/' });
    expect(away.headers['location']).toBe('/en/notifications/following');
  });

  it.each([
    { id: 'x' },
    { part: '<b>' },
    { part: '\u0000' },
    { kind: 'Room' },
    { follow: 'maybe' },
    { more: '1' },
  ])('refuses %j', async (wrong) => {
    expect((await follow({ id: room.id, ...(wrong as object) })).status).toBe(422);
  });
});
