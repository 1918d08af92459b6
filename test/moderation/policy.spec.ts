import { Actors } from '../../src/accounts/actors.service';
import { Actor, type Role } from '../../src/core/access/actor';
import { positional } from '../../src/core/texts/text-kinds';
import { casePolicy } from '../../src/moderation/cases/case.policy';
import { standingCases } from '../../src/moderation/cases/standing-case';
import { logPolicy } from '../../src/moderation/log/log.policy';
import { LOGGED } from '../../src/moderation/log/logged';
import { statementPolicy } from '../../src/moderation/decisions/statements.service';
import { reportPolicy } from '../../src/moderation/reporting/report-answers.service';
import { ROOM, toRoom, type RoomJson } from '../../src/rooms/standing-room';
import { aPartnership } from '../factories/partnerships';
import { aPerson, aSession } from '../factories/people';
import { aMember, aPlatform } from '../factories/platforms';
import { aRoom, aThread, something } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describe('Who reads a case', () => {
  let hub: TestHub;
  let actors: Map<string, Actor>;

  beforeAll(async () => {
    hub = await startHub();
    const partnership = await aPartnership(hub);
    const platform = await aPlatform(hub, { country: 'SI', partnershipId: partnership.id });
    const other = await aPlatform(hub, { country: 'IT', partnershipId: partnership.id });
    const elsewhere = await aPartnership(hub);
    const rooms = [
      await aRoom(hub, { place: 'hub' }),
      await aRoom(hub, { partnershipId: partnership.id, platformId: platform.id }),
      await aRoom(hub, { partnershipId: partnership.id, platformId: platform.id, visibility: 'private' }),
      await aRoom(hub, { partnershipId: partnership.id, platformId: other.id, visibility: 'members' }),
      await aRoom(hub, { partnershipId: partnership.id, place: 'partnership', visibility: 'members' }),
    ];
    const holding = (role: Role, placeId: string | null) => aPerson(hub, { grants: [{ role, placeId }] });
    const people = {
      stranger: await aPerson(hub),
      administrator: await holding('administrator', null),
      organiser: await holding('organiser', partnership.id),
      'organiser elsewhere': await holding('organiser', elsewhere.id),
      editor: await holding('editor', partnership.id),
      host: await holding('host', platform.id),
      'host elsewhere': await holding('host', other.id),
      member: await aMember(hub, platform),
      translator: await aPerson(hub, { grants: [{ role: 'translator', placeId: null, detail: 'sl' }] }),
      guest: await holding('guest', rooms[2]!.id),
    };
    const admin = await TestClient.as(hub, people.administrator);
    actors = new Map([['visitor', Actor.visitor]]);
    for (const [name, { id }] of Object.entries(people)) {
      const actor = await hub.app.get(Actors, { strict: false }).bySession(id, await aSession(hub, id));
      actors.set(name, actor!);
    }
    for (const room of rooms) {
      const thread = await aThread(hub, room, people.administrator);
      const { body } = await admin.send('post', `/api/v1/threads/${thread.id}/posts`, something());
      for (const { id: author } of Object.values(people)) {
        const [{ id }] = await hub.database.query<[{ id: string }]>(
          `insert into moderation_cases (room_id, post_id, author_id, state, decided_at)
           values ($1, $2, $3, 'decided', now()) returning id`,
          [room.id, (body as { id: string }).id, author],
        );
        for (const reporter of [null, ...Object.values(people).map((person) => person.id)])
          await hub.database.query(
            `insert into moderation_reports (case_id, ground, explanation, locale, address, reporter_id, answer_locale)
             values ($1, 'rule:respect', '', 'en', 'https://hub.example', $2, 'en')`,
            [id, reporter],
          );
      }
    }
  });
  afterAll(() => hub.close());

  it('is the same as a question and as SQL, for everybody, in every room and whoever wrote the post', async () => {
    const all = (
      await Promise.all([Actor.system].map((actor) => standingCases(hub.database, actor, 'true', [])))
    ).flat();
    expect(all).toHaveLength(50);
    const counts: Record<string, number> = {};
    for (const [name, actor] of actors) {
      const rows = await standingCases(hub.database, actor, 'true', []);
      const asked = all.filter((row) => casePolicy.may(actor, 'read', row));
      expect([name, rows.map(({ id }) => id).sort()]).toEqual([name, asked.map(({ id }) => id).sort()]);
      counts[name] = rows.length;
    }
    expect(counts).toEqual({
      ...{ visitor: 0, stranger: 0, member: 0, translator: 0, guest: 0, 'organiser elsewhere': 0 },
      ...{ administrator: 45, organiser: 36, editor: 36, host: 18, 'host elsewhere': 9 },
    });
  });

  it('of reports and statements is the same as a question and as SQL, too', async () => {
    const reports = await hub.database.query<{ id: string; reporterId: string | null }[]>(
      'select id, reporter_id as "reporterId" from moderation_reports',
    );
    const cases = await standingCases(hub.database, Actor.system, 'true', []);
    for (const [name, actor] of actors) {
      const values: unknown[] = [];
      const where = positional(reportPolicy.readable(actor, 'report'), values);
      const own = await hub.database.query<{ id: string }[]>(
        `select id from moderation_reports report where ${where.replace(/\$1/g, '$1::uuid')}`,
        values,
      );
      const asked = reports.filter((row) => reportPolicy.may(actor, 'read', row));
      expect([name, own.map(({ id }) => id).sort()]).toEqual([name, asked.map(({ id }) => id).sort()]);
      const theirs: unknown[] = [];
      const scope = positional(statementPolicy.readable(actor, 'matter'), theirs);
      const written = await hub.database.query<{ id: string }[]>(
        `select id from moderation_cases matter where ${scope}`,
        theirs,
      );
      const about = cases.filter((row) => statementPolicy.may(actor, 'read', row));
      expect([name, written.map(({ id }) => id).sort()]).toEqual([name, about.map(({ id }) => id).sort()]);
    }
  });

  it('of the log is the same as a question and as SQL, too', async () => {
    await hub.database.query(
      `insert into room_measures (room_id, measure, person_id)
       select distinct room_id, 'readmit', author_id from moderation_cases`,
    );
    const read = async (actor: Actor) => {
      const values: unknown[] = [];
      const where = positional(logPolicy.readable(actor, 'logged'), values);
      return hub.database.query<{ id: string; aboutId: string; room: RoomJson }[]>(
        `select logged.id, about_id as "aboutId", ${ROOM} as room from ${LOGGED} where ${where}`,
        values,
      );
    };
    const all = await read(Actor.system);
    expect(all).toHaveLength(50);
    for (const [name, actor] of actors) {
      const rows = await read(actor);
      const asked = all.filter((row) => logPolicy.may(actor, 'read', { ...row, room: toRoom(row.room) }));
      expect([name, rows.map(({ id }) => id).sort()]).toEqual([name, asked.map(({ id }) => id).sort()]);
    }
  });

  it('nobody decides in a matter of her own, nor twice', async () => {
    const [found] = await standingCases(hub.database, Actor.system, 'true', []);
    const administrator = actors.get('administrator')!;
    const subject = { ...found!, authorId: null, state: 'appealed' as const };
    const review = (appealedDecider: string | null) =>
      casePolicy.may(administrator, 'review', { ...subject, appealedDecider });
    expect(review(administrator.person!.id)).toBe(false);
    expect(review(null)).toBe(true);
    expect(casePolicy.may(administrator, 'read', { ...subject, authorId: administrator.person!.id })).toBe(
      false,
    );
    expect(casePolicy.may(administrator, 'decide', subject)).toBe(false);
  });
});
