import { Actor, type Role } from '../../src/core/access/actor';
import { Actors } from '../../src/accounts/actors.service';
import { Chapter } from '../../src/handbooks/chapter.entity';
import { HandbookAccess, type ChapterRow, type HandbookRow } from '../../src/handbooks/handbook.access';
import { Handbook } from '../../src/handbooks/handbook.entity';
import { chapterPolicy, handbookPolicy } from '../../src/handbooks/handbook.policy';
import { aChapter, aHandbook } from '../factories/handbooks';
import { aPartnership } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { startHub, type TestHub } from '../support/hub';

const ROLES: Role[] = ['administrator', 'organiser', 'editor', 'host', 'member', 'translator', 'guest'];
const STATUSES = ['draft', 'published', 'withdrawn'] as const;

describe('Who reads handbooks and chapters', () => {
  let hub: TestHub;
  const actors: Actor[] = [Actor.visitor, Actor.system];

  beforeAll(async () => {
    hub = await startHub();
    for (const status of ['draft', 'active'] as const) {
      const { id } = await aPartnership(hub, { status });
      for (const state of ['draft', 'published'] as const) {
        const handbook = await aHandbook(hub, { partnershipId: id, status: state });
        for (const each of STATUSES) await aChapter(hub, { handbook, status: each });
      }
      for (const role of ROLES) {
        const placeId = role === 'administrator' ? null : id;
        const person = await aPerson(hub, { grants: [{ role, placeId }] });
        actors.push((await hub.app.get(Actors).ofPerson(person.id))!);
      }
    }
  });
  afterAll(() => hub.close());

  it('is said by SQL exactly as by the policy, for every role', async () => {
    const access = hub.app.get(HandbookAccess);
    const handbooks = (await hub.database
      .getRepository(Handbook)
      .find({ relations: { partnership: true } })) as HandbookRow[];
    const chapters = (await hub.database
      .getRepository(Chapter)
      .find({ relations: { handbook: { partnership: true } } })) as ChapterRow[];
    expect([handbooks.length, chapters.length]).toEqual([4, 12]);
    const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
    for (const actor of actors) {
      const readable = handbooks.filter((row) => handbookPolicy.may(actor, 'read', row));
      expect(idsOf(await access.readable(actor).getMany())).toEqual(idsOf(readable));
      const read = chapters.filter((row) => chapterPolicy.may(actor, 'read', row));
      expect(idsOf(await access.readableChapters(actor).getMany())).toEqual(idsOf(read));
    }
  });
});
