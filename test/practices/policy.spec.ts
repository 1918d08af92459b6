import type { Role } from '../../src/core/access/actor';
import { Actor } from '../../src/core/access/actor';
import { Actors } from '../../src/accounts/actors.service';
import { casesOf } from '../../src/practices/practice-case';
import { STATES } from '../../src/practices/practice-facts';
import { practicePolicy } from '../../src/practices/practice.policy';
import { aPartnership } from '../factories/partnerships';
import { aPerson, aSession } from '../factories/people';
import { aMember, aPlatform } from '../factories/platforms';
import { aPractice } from '../factories/practices';
import { startHub, type TestHub } from '../support/hub';

describe('Who reads a case', () => {
  let hub: TestHub;
  let actors: Map<string, Actor>;

  beforeAll(async () => {
    hub = await startHub();
    const partnership = await aPartnership(hub);
    const hidden = await aPartnership(hub, { status: 'draft' });
    const slovenian = await aPlatform(hub, { country: 'SI', partnershipId: partnership.id });
    const italian = await aPlatform(hub, { country: 'IT', partnershipId: partnership.id });
    const elsewhere = await aPlatform(hub, { country: 'AT' });
    const author = await aPerson(hub);
    const reviewer = await aPerson(hub);
    const decliner = await aPerson(hub);
    for (const state of STATES)
      for (const [version, published] of [
        [0, false],
        [1, false],
        [1, true],
      ] as const)
        for (const partnershipId of [partnership.id, hidden.id]) {
          const { id } = await aPractice(hub, {
            partnershipId,
            authorId: author.id,
            state,
            version,
            published,
          });
          for (const [person, standing] of [
            [reviewer, 'accepted'],
            [decliner, 'conflict'],
          ] as const)
            await hub.database.query(
              `insert into practice_reviews (practice_id, round, reviewer_id, country, state) values ($1, 1, $2, 'IT', $3)`,
              [id, person.id, standing],
            );
        }
    await aPractice(hub, {
      partnershipId: partnership.id,
      authorId: null,
      state: 'submitted',
      country: null,
    });
    const holding = async (role: Role, placeId: string | null, detail?: string) =>
      aPerson(hub, { grants: [{ role, placeId, ...(detail && { detail }) }] });
    const people = {
      author,
      reviewer,
      decliner,
      stranger: await aPerson(hub),
      administrator: await holding('administrator', null),
      organiser: await holding('organiser', partnership.id),
      editor: await holding('editor', hidden.id),
      translator: await holding('translator', null, 'it'),
      'host of its country': await aMember(hub, slovenian, { host: true }),
      'host of another country': await aMember(hub, italian, { host: true }),
      'host who sits nowhere': await holding('host', italian.id),
      'member of its country': await aMember(hub, slovenian),
      'member elsewhere': await aMember(hub, elsewhere, { host: true }),
    };
    actors = new Map([['visitor', Actor.visitor]]);
    for (const [name, { id }] of Object.entries(people)) {
      const actor = await hub.app.get(Actors, { strict: false }).bySession(id, await aSession(hub, id));
      actors.set(name, actor!);
    }
  });
  afterAll(() => hub.close());

  it('is the same as a question and as SQL, for everybody and at every station', async () => {
    const all = await hub.database.query<{ id: string }[]>('select id from practices');
    const cases = await casesOf(
      hub.database,
      all.map(({ id }) => id),
    );
    const counts: Record<string, number> = {};
    for (const [name, actor] of actors) {
      const { where, parameters } = practicePolicy.readable(actor, 'practice');
      const rows = await hub.database
        .createQueryBuilder()
        .select('practice.id', 'id')
        .from('practices', 'practice')
        .where(where, parameters)
        .getRawMany<{ id: string }>();
      const asked = [...cases.values()].filter((row) => practicePolicy.may(actor, 'read', row));
      expect([name, rows.map(({ id }) => id).sort()]).toEqual([name, asked.map(({ id }) => id).sort()]);
      counts[name] = rows.length;
    }
    expect(counts).toMatchObject({ administrator: 73, author: 72, organiser: 37, editor: 48, visitor: 12 });
    expect(counts['host of its country']).toBeGreaterThan(counts['host of another country']!);
    expect(counts['decliner']).toBe(counts['stranger']);
  });
});
