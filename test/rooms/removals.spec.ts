import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { Actor, type Grant } from '../../src/core/access/actor';
import { ActorSource } from '../../src/core/access/actor-source';
import { StandingSockets } from '../../src/accounts/sessions/standing-sockets.service';
import { removalPolicy } from '../../src/rooms/removals/removal.policy';
import { Room, type Place, type Visibility } from '../../src/rooms/room.entity';
import { keeps, roomPolicy, seated, sits } from '../../src/rooms/room.policy';
import { aConclusion } from '../factories/conclusions';
import { aPerson, giveGrant, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { ask, listen, openSocket } from '../support/socket';
import { until } from '../support/until';

const INJECTED = '<script>alert(1)</script>';

describe('Removing somebody from a room', () => {
  let hub: TestHub;
  let room: TestRoom;
  let member: TestPerson;
  let host: TestPerson;
  let guilty: TestClient;
  let keeper: TestClient;
  let thread: string;
  let sockets: Socket[];

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(async () => {
    sockets = [];
    room = await aRoom(hub);
    [member, host] = [
      await aPerson(hub, { name: 'Member', grants: [{ role: 'member', placeId: room.platformId! }] }),
      await aPerson(hub, { name: 'Host', grants: [{ role: 'host', placeId: room.platformId! }] }),
    ];
    [guilty, keeper] = [await TestClient.as(hub, member), await TestClient.as(hub, host)];
    thread = (await aThread(hub, room, member)).id;
  });
  afterEach(() => {
    for (const socket of sockets) socket.close();
  });
  afterAll(() => hub.close());

  const open = async (who?: TestClient): Promise<Socket> => {
    const socket = await openSocket(hub, who);
    sockets.push(socket);
    return socket;
  };
  const remove = (more: object = {}, by = keeper, at = room) =>
    by.send('post', `/api/v1/rooms/${at.id}/removals`, { personId: member.id, ...more });
  const say = (who = guilty) => who.send('post', `/api/v1/threads/${thread}/posts`, something());
  const noticesOf = async (who: TestClient) =>
    ((await who.get('/api/v1/notifications')).body as { items: { words: string; path: string }[] }).items;

  it('takes writing away and leaves what visitors read, with the reason in her own hands', async () => {
    const answer = await remove({ reason: `Žaljivo. ${INJECTED}`, locale: 'sl', until: '2090-05-31' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      person: { id: member.id, name: 'Member' },
      reason: { text: `Žaljivo. ${INJECTED}`, locale: 'sl' },
      until: '2090-05-31',
      liftedAt: null,
    });
    const said = await say();
    expect(said.status).toBe(403);
    expect(said.body.code).toBe('removed');
    const seen = await guilty.get(`/api/v1/rooms/${room.id}`);
    expect(seen.body).toMatchObject({ removed: true, can: { open: false, reply: false, keep: false } });
    expect((await guilty.get(`/en/threads/${thread}`)).text).toContain('You were removed from this room');

    const [notice] = await noticesOf(guilty);
    expect(notice).toMatchObject({
      words: 'You were removed from a room',
      path: `/removals/${answer.body.id}`,
    });
    const statement = await guilty.get(`/en${notice!.path}`);
    expect(statement.text).toContain('Žaljivo. &lt;script>');
    expect(statement.text).toContain('lang="sl"');
    expect(statement.text).toContain('31 May 2090');
    const stranger = await TestClient.as(hub, await aPerson(hub));
    expect((await stranger.get(`/en${notice!.path}`)).status).toBe(404);
    expect((await stranger.get(`/api/v1${notice!.path}`)).status).toBe(404);
    expect((await new TestClient(hub).get(`/api/v1${notice!.path}`)).status).toBe(401);
  });

  it('a removed member cannot write by a socket that was open, and cannot hear a room of members by it', async () => {
    const inner = await aRoom(hub, {
      platformId: room.platformId!,
      partnershipId: room.partnershipId!,
      visibility: 'members',
    });
    const socket = await open(guilty);
    await ask(socket, 'room:join', { room: inner.id, locale: 'en' });
    const closed = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));
    expect((await remove({}, keeper, inner)).status).toBe(201);
    await closed;
    const again = await open(guilty);
    expect(await ask(again, 'room:join', { room: inner.id, locale: 'en' })).toMatchObject({
      code: 'not_found',
    });
    expect(await ask(again, 'room:join', { room: room.id, locale: 'en' })).toHaveProperty('entries');
    expect((await guilty.get(`/en/rooms/${inner.slug}`)).status).toBe(404);
    expect((await guilty.get('/api/v1/rooms')).body.rooms.map(({ id }: { id: string }) => id)).not.toContain(
      inner.id,
    );
    const [notice] = await noticesOf(guilty);
    expect((await guilty.get(`/en${notice!.path}`)).text).toContain('cannot take part in it any more');
  });

  it('takes a guest out of a private room for good, and lifting gives no way in that she did not have', async () => {
    const inner = await aRoom(hub, {
      platformId: room.platformId!,
      partnershipId: room.partnershipId!,
      visibility: 'private',
    });
    await giveGrant(hub, member.id, 'guest', inner.id);
    expect((await guilty.get(`/api/v1/rooms/${inner.id}`)).status).toBe(200);
    await remove({}, keeper, inner);
    expect((await guilty.get(`/api/v1/rooms/${inner.id}`)).status).toBe(404);
    const invited = await keeper.send('post', `/api/v1/rooms/${inner.id}/guests`, { email: member.email });
    expect(invited.status).toBe(422);
    await keeper.send('delete', `/api/v1/rooms/${inner.id}/removals/${member.id}`);
    expect((await guilty.get(`/api/v1/rooms/${inner.id}`)).status).toBe(404);
    await keeper.send('post', `/api/v1/rooms/${inner.id}/guests`, { email: member.email });
    expect((await guilty.get(`/api/v1/rooms/${inner.id}`)).status).toBe(200);
  });

  it('is lifted by those who keep order, twice as once, and says so', async () => {
    await remove({ reason: 'First', locale: 'en' });
    await remove({ reason: 'Second', locale: 'en' });
    const listed = await keeper.get(`/api/v1/rooms/${room.id}/removals`);
    expect(listed.body.removals).toMatchObject([{ reason: { text: 'Second' } }]);
    const path = `/api/v1/rooms/${room.id}/removals/${member.id}`;
    expect((await guilty.send('delete', path)).status).toBe(403);
    expect((await keeper.send('delete', path)).status).toBe(204);
    expect((await keeper.send('delete', path)).status).toBe(204);
    expect((await say()).status).toBe(201);
    expect((await noticesOf(guilty)).map(({ words }) => words)).toEqual([
      'You can write in this room again',
      'You were removed from a room',
      'You were removed from a room',
    ]);
    const names = await hub.database.query<{ name: string }[]>(
      `select name from journal where scope_id = $1 and name like 'room.member%' order by id`,
      [room.id],
    );
    expect(names.map(({ name }) => name)).toEqual([
      'room.member_removed',
      'room.member_removed',
      'room.member_readmitted',
    ]);
  });

  it('is over when its last day is', async () => {
    await remove({ until: '2090-01-01' });
    await hub.database.query(`update grants set until = now() - interval '1 second' where role = 'excluded'`);
    await hub.database.query(`update room_removals set until = '2020-01-01' where room_id = $1`, [room.id]);
    expect((await say()).status).toBe(201);
    expect((await keeper.get(`/api/v1/rooms/${room.id}/removals`)).body.removals).toEqual([]);
  });

  it('cannot be done to those who keep order, nor to oneself, nor by others', async () => {
    for (const personId of [host.id, (await aPerson(hub, { grants: [{ role: 'administrator' }] })).id]) {
      const refused = await remove({ personId });
      expect([refused.status, refused.body.code]).toEqual([403, 'keeper_stays']);
    }
    const other = await TestClient.as(hub, await aPerson(hub));
    expect((await remove({ personId: host.id }, other)).status).toBe(403);
    expect((await remove({}, guilty)).status).toBe(403);
    expect((await remove({}, new TestClient(hub))).status).toBe(401);
  });

  it('refuses what makes no sense', async () => {
    const wrong: [object, string][] = [
      [{ personId: randomUUID() }, 'personId'],
      [{ personId: 'nobody' }, 'personId'],
      [{ until: '2020-01-01' }, 'until'],
      [{ until: '2090-02-31' }, 'until'],
      [{ until: '9999-12-31' }, 'until'],
      [{ reason: 'Without a language' }, 'locale'],
      [{ reason: 'a\u0000b', locale: 'en' }, 'reason'],
      [{ reason: '\ud800', locale: 'en' }, 'reason'],
      [{ reason: 'x'.repeat(1001), locale: 'en' }, 'reason'],
      [{ more: 1 }, 'more'],
    ];
    for (const [more, path] of wrong) {
      const { status, body } = await remove(more);
      expect([more, status]).toEqual([more, 422]);
      expect(JSON.stringify(body.errors)).toContain(path);
    }
    const removal = `/api/v1/removals/${randomUUID()}`;
    expect((await keeper.get(removal)).status).toBe(404);
    expect((await keeper.get('/api/v1/removals/none')).status).toBe(404);
  });

  it('is done on the page of the room, without a script', async () => {
    await say();
    const manage = `/en/rooms/${room.slug}/manage`;
    expect((await keeper.get(manage)).text).toContain('/removals/new');
    const form = `/en/rooms/${room.slug}/removals/new`;
    const page = await keeper.get(form);
    expect(page.text).toContain(`<option value="${member.id}">Member</option>`);
    expect(page.text).not.toContain(`value="${host.id}"`);
    const action = `/en/rooms/${room.slug}/removals`;
    const empty = await keeper.submit(action, { personId: '', reason: 'Kept words', locale: 'en' }, form);
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Kept words');
    const done = await keeper.submit(
      action,
      { personId: member.id, reason: 'Why', locale: 'en', until: '' },
      form,
    );
    expect(done.status).toBe(303);
    expect((await keeper.get(manage)).text).toContain(`/removals/${member.id}/lift`);
    expect((await guilty.submit(action, { personId: member.id }, '/en/settings')).status).toBe(403);
    const lifted = await keeper.submit(`${action}/${member.id}/lift`, {}, manage);
    expect(lifted.status).toBe(303);
    expect((await say()).status).toBe(201);
  });

  it('takes her position on conclusions away too, and asks her for none', async () => {
    const conclusion = await aConclusion(hub, room, { state: 'positions', threadId: thread });
    const path = `/api/v1/conclusions/${conclusion.id}/position`;
    const position = { position: 'accept', locale: 'en' };
    expect((await guilty.send('put', path, position)).status).toBeLessThan(300);
    await remove();
    expect((await guilty.send('put', path, position)).status).toBe(404);
  });

  it('lets the same rows through as the policy says yes to, for every role', async () => {
    const roles: Grant['role'][] = [
      'administrator',
      'organiser',
      'editor',
      'host',
      'member',
      'guest',
      'excluded',
    ];
    const places: [Place, Visibility][] = (['hub', 'partnership', 'platform'] as const).flatMap((place) =>
      (['public', 'members', 'private'] as const).map((visibility): [Place, Visibility] => [
        place,
        visibility,
      ]),
    );
    const rooms: TestRoom[] = [];
    for (const [place, visibility] of places) rooms.push(await aRoom(hub, { place, visibility }));
    const her = Actor.person({ ...asActing(member) }, []);
    const actors = [Actor.visitor, Actor.system, her];
    for (const { id, platformId, partnershipId } of rooms) {
      for (const role of roles) {
        const at =
          role === 'administrator'
            ? null
            : role === 'host'
              ? platformId
              : role === 'organiser' || role === 'editor'
                ? partnershipId
                : role === 'member'
                  ? (platformId ?? partnershipId)
                  : id;
        const grants = [{ role, placeId: at, detail: null }];
        actors.push(Actor.person(asActing(host), grants));
        actors.push(
          Actor.person(asActing(member), [...grants, { role: 'excluded', placeId: id, detail: null }]),
        );
      }
    }
    for (const { id } of rooms)
      await hub.database.query(`insert into room_removals (room_id, person_id) values ($1, $2)`, [
        id,
        member.id,
      ]);
    const ids = rooms.map(({ id }) => id);
    const found = await hub.database.getRepository(Room).findBy(ids.map((id) => ({ id })));
    const idsIn = async (from: string, { where, parameters }: ReturnType<typeof seated>) => {
      const query = hub.database.createQueryBuilder().select('room.id', 'id').from('rooms', 'room');
      if (from) query.innerJoin('room_removals', 'removal', 'removal.room_id = room.id');
      const rows = await query
        .where(where, parameters)
        .andWhere('room.id = any(:ids)', { ids })
        .getRawMany<{ id: string }>();
      return rows.map((row) => row.id).toSorted();
    };
    const saying = (test: (each: Room) => boolean) =>
      found
        .filter(test)
        .map(({ id }) => id)
        .toSorted();
    for (const actor of actors) {
      expect(await idsIn('', roomPolicy.readable(actor, 'room'))).toEqual(
        saying((each) => roomPolicy.may(actor, 'read', each)),
      );
      expect(await idsIn('', seated(actor, 'room'))).toEqual(
        saying((each) => sits(actor, each) || (actor.system && keeps(actor, each))),
      );
      expect(await idsIn('removals', removalPolicy.readable(actor, 'removal'))).toEqual(
        saying((each) => removalPolicy.may(actor, 'read', { personId: member.id, room: each })),
      );
    }
  });

  describe('and access that changes where no signal comes from', () => {
    it('closes the sockets of whoever lost a power behind the hub within seconds, and those of nobody else', async () => {
      const inner = await aRoom(hub, {
        platformId: room.platformId!,
        partnershipId: room.partnershipId!,
        visibility: 'members',
      });
      const [lost, kept, visitor] = [await open(guilty), await open(keeper), await open()];
      await ask(lost, 'room:join', { room: inner.id, locale: 'en' });
      const { heard } = listen<unknown>(lost, 'room:entries');
      await hub.database.query(`delete from grants where person_id = $1`, [member.id]);
      await until(() => !lost.connected);
      expect([kept.connected, visitor.connected]).toEqual([true, true]);
      await keeper.send('post', `/api/v1/rooms/${inner.id}/threads`, { title: 'Secret', ...something() });
      expect(heard).toEqual([]);
    });

    it('closes them when a power has run out, and when the session or the token is gone', async () => {
      const sweep = () => hub.app.get(StandingSockets).sweep();
      await giveGrant(hub, member.id, 'translator', null, 'sl');
      const token = (await guilty.send('post', '/api/v1/me/tokens', { name: 'x', scope: 'read' })).body as {
        secret: string;
      };
      const [first, second] = [await open(guilty), await open(keeper)];
      const third = await openSocket(hub, undefined, { Authorization: `Bearer ${token.secret}` });
      sockets.push(third);
      expect(await sweep()).toBe(0);
      await hub.database.query(
        `update grants set until = now() where role = 'translator' and person_id = $1`,
        [member.id],
      );
      await sweep(); // or the hub by itself, meanwhile
      await until(() => !first.connected && !third.connected);
      expect(second.connected).toBe(true);
      const fourth = await openSocket(hub, undefined, { Authorization: `Bearer ${token.secret}` });
      sockets.push(fourth);
      expect(await sweep()).toBe(0);
      await hub.database.query('delete from api_tokens where person_id = $1', [member.id]);
      await hub.database.query('delete from sessions where person_id = $1', [host.id]);
      await sweep();
      await until(() => !second.connected && !fourth.connected);
    });

    it('says the powers of a person in one line, in SQL as here', async () => {
      const grants: Grant['role'][] = ['translator', 'organiser', 'guest', 'administrator'];
      for (const role of grants)
        await giveGrant(
          hub,
          member.id,
          role,
          role === 'guest' ? room.id : null,
          role === 'translator' ? 'it' : null,
        );
      const sid = randomUUID();
      const actor = await hub.app.get(ActorSource).bySession(member.id, sid);
      expect(actor?.powers.split(',')).toHaveLength(5);
      await open(guilty);
      expect(await hub.app.get(StandingSockets).sweep()).toBe(0);
    });
  });
});

const asActing = ({ id, name, email }: TestPerson) => ({
  ...{ id, name, email, locale: 'en', readingLocales: [], originalsOnly: false, timeZone: 'UTC' },
});
