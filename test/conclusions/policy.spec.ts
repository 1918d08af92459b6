import { Actor, type Role } from '../../src/core/access/actor';
import { Actors } from '../../src/accounts/actors.service';
import { shares } from '../../src/conclusions/balance/balance';
import { CONCLUSION_STATES } from '../../src/conclusions/conclusion-facts';
import { conclusionPolicy } from '../../src/conclusions/conclusion.policy';
import { standingConclusions } from '../../src/conclusions/standing-conclusion';
import { aConclusion } from '../factories/conclusions';
import { aPartnership } from '../factories/partnerships';
import { aPerson, aSession } from '../factories/people';
import { aMember, aPlatform } from '../factories/platforms';
import { aRoom } from '../factories/rooms';
import { startHub, type TestHub } from '../support/hub';

describe('Who reads a conclusion', () => {
  let hub: TestHub;
  let actors: Map<string, Actor>;

  beforeAll(async () => {
    hub = await startHub();
    const partnership = await aPartnership(hub);
    const platform = await aPlatform(hub, { country: 'SI', partnershipId: partnership.id });
    const other = await aPlatform(hub, { country: 'IT', partnershipId: partnership.id });
    const rooms = [await aRoom(hub, { place: 'hub' }), await aRoom(hub, { archived: true })];
    for (const visibility of ['public', 'members', 'private'] as const) {
      const place = { partnershipId: partnership.id, visibility };
      rooms.push(await aRoom(hub, { ...place, platformId: platform.id }));
      rooms.push(await aRoom(hub, { ...place, place: 'partnership' }));
    }
    for (const room of rooms)
      for (const state of CONCLUSION_STATES)
        for (const [version, isPublic] of [
          [0, false],
          [1, false],
          [2, true],
        ] as const)
          if (version > 0 || state !== 'adopted') await aConclusion(hub, room, { state, version, isPublic });
    const holding = (role: Role, placeId: string | null) => aPerson(hub, { grants: [{ role, placeId }] });
    const people = {
      stranger: await aPerson(hub),
      administrator: await holding('administrator', null),
      organiser: await holding('organiser', partnership.id),
      editor: await holding('editor', partnership.id),
      host: await holding('host', platform.id),
      'host elsewhere': await holding('host', other.id),
      member: await aMember(hub, platform),
      'member elsewhere': await aMember(hub, other),
      guest: await holding('guest', rooms.at(-2)!.id),
    };
    actors = new Map([['visitor', Actor.visitor]]);
    for (const [name, { id }] of Object.entries(people)) {
      const actor = await hub.app.get(Actors, { strict: false }).bySession(id, await aSession(hub, id));
      actors.set(name, actor!);
    }
  });
  afterAll(() => hub.close());

  it('is the same as a question and as SQL, for everybody, in every room and at every station', async () => {
    const all = await standingConclusions(hub.database, Actor.system, 'true', []);
    const counts: Record<string, number> = {};
    for (const [name, actor] of actors) {
      const { where, parameters } = conclusionPolicy.readable(actor, 'conclusion');
      const rows = await hub.database
        .createQueryBuilder()
        .select('conclusion.id', 'id')
        .from('conclusions', 'conclusion')
        .innerJoin('rooms', 'room', 'room.id = conclusion.room_id')
        .where(where, parameters)
        .getRawMany<{ id: string }>();
      const asked = all.filter((row) => conclusionPolicy.may(actor, 'read', row));
      expect([name, rows.map(({ id }) => id).sort()]).toEqual([name, asked.map(({ id }) => id).sort()]);
      counts[name] = rows.length;
    }
    expect(counts).toMatchObject({ administrator: 112, visitor: 60, stranger: 64 });
    expect(counts['host']).toBeGreaterThan(counts['host elsewhere']!);
    expect(counts['organiser']).toBe(counts['editor']);
  });

  it('leaves deciding to those who keep the room', async () => {
    const all = await standingConclusions(hub.database, Actor.system, 'true', []);
    for (const [name, actor] of actors)
      for (const row of all) {
        const can = conclusionPolicy.can(actor, row);
        const decides =
          can.open || can.adopt || can.edit || can.amend || can.replace || can.withdraw || can.show;
        const keeper = ['administrator', 'organiser', 'editor', 'host'].includes(name);
        expect([name, decides && !keeper]).toEqual([name, false]);
        expect([name, can.take && row.state !== 'positions']).toEqual([name, false]);
      }
  });
});

describe('A balance', () => {
  const people = (counts: Record<string, number>) =>
    Object.entries(counts).flatMap(([kind, count]) => Array<string>(count).fill(kind));

  it('tells nothing of fewer than three people', () => {
    expect(shares([])).toBeNull();
    expect(shares(people({ a: 2 }))).toBeNull();
    expect(shares(people({ a: 1, b: 1, c: 1 }))).toBeNull();
  });

  it('puts together what is too small, so that nobody is found out by subtraction', () => {
    expect(shares(people({ a: 5, b: 4 }))).toEqual([
      { of: 'a', count: 5 },
      { of: 'b', count: 4 },
    ]);
    expect(shares(people({ a: 5, b: 2, c: 1 }))).toEqual([
      { of: 'a', count: 5 },
      { of: null, count: 3 },
    ]);
    expect(shares(people({ a: 5, b: 4, c: 1 }))).toEqual([
      { of: 'a', count: 5 },
      { of: null, count: 5 },
    ]);
    expect(shares(people({ a: 5, b: 1 }))).toBeNull();
  });
});
