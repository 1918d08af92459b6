import { aPartnership, type TestPartnership } from '../factories/partnerships';
import { aPerson, type TestPerson } from '../factories/people';
import { aMember, aPlatform, type TestPlatform } from '../factories/platforms';
import { aParticipant, aPractice, aResult } from '../factories/practices';
import { anOrganisation } from '../factories/organisations';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const CHECKED = {
  decision: 'pass',
  checks: { complete: true, consent: true, rights: true, plain: true },
  locale: 'sl',
};
const scored = (
  score: number,
  changes: Record<string, number> = {},
  gates: Record<string, boolean> = {},
) => ({
  scores: {
    ...{ effect: score, cooperation: score, transferability: score },
    ...{ sustainability: score, inclusion: score, novelty: score },
    ...changes,
  },
  gates: { relevant: true, measured: true, ethics: true, ...gates },
  comment: 'Counted every year, by others than those who do it.',
  locale: 'en',
});
const REASON = { reason: 'The municipality has ended it.', locale: 'en' };

describe('The way of a case', () => {
  let hub: TestHub;
  let partnership: TestPartnership;
  let platforms: Record<'SI' | 'IT' | 'SE' | 'GB', TestPlatform>;
  let author: TestPerson;
  let host: TestClient;
  let organiser: TestClient;
  let people: Record<'IT' | 'SE' | 'GB' | 'SI', TestPerson>;
  let clients: Record<'IT' | 'SE' | 'GB' | 'SI', TestClient>;
  let writing: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    partnership = await aPartnership(hub);
    const platform = (country: string) => aPlatform(hub, { country, partnershipId: partnership.id });
    platforms = {
      ...{ SI: await platform('SI'), IT: await platform('IT') },
      ...{ SE: await platform('SE'), GB: await platform('GB') },
    };
    author = await aMember(hub, platforms.SI);
    writing = await TestClient.as(hub, author);
    host = await TestClient.as(hub, await aMember(hub, platforms.SI, { host: true }));
    organiser = await TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role: 'organiser', placeId: partnership.id }] }),
    );
    people = {
      ...{ IT: await aMember(hub, platforms.IT), SE: await aMember(hub, platforms.SE) },
      ...{ GB: await aMember(hub, platforms.GB), SI: await aMember(hub, platforms.SI) },
    };
    clients = {
      ...{ IT: await TestClient.as(hub, people.IT), SE: await TestClient.as(hub, people.SE) },
      ...{ GB: await TestClient.as(hub, people.GB), SI: await TestClient.as(hub, people.SI) },
    };
  });
  afterAll(() => hub.close());

  const ready = async (columns: Record<string, unknown> = {}) => {
    const practice = await aPractice(hub, { partnershipId: partnership.id, authorId: author.id, columns });
    await aResult(hub, practice.id);
    await aParticipant(hub, practice.id);
    return `/api/v1/practices/${practice.slug}`;
  };
  const inReview = async (columns: Record<string, unknown> = {}) => {
    const at = await ready(columns);
    await writing.send('put', `${at}/submission`);
    expect((await host.send('put', `${at}/check`, CHECKED)).body).toMatchObject({ state: 'review' });
    return at;
  };
  const seat = async (at: string, country: 'IT' | 'SE' | 'GB') => {
    const asked = await host.send('post', `${at}/reviewers`, { personId: people[country].id });
    expect(asked.status).toBe(200);
    const accepted = await clients[country].send('put', `${at}/declaration`, { answer: 'accept' });
    expect(accepted.body.can).toMatchObject({ judge: true, answer: false });
  };
  const judgedBy = async (at: string, first: object, second: object) => {
    await seat(at, 'IT');
    await seat(at, 'SE');
    await clients.IT.send('put', `${at}/judgement`, first);
    const { body } = await clients.SE.send('put', `${at}/judgement`, second);
    return body;
  };
  const editing = async () => {
    const at = await inReview();
    await judgedBy(at, scored(3), scored(3));
    await organiser.send('put', `${at}/editing`);
    return at;
  };

  it('leads from a draft to a published good practice, and everybody sees who has the ball', async () => {
    const at = await ready();
    const balls = [(await writing.get(`${at}/standing`)).body.ball.who];
    const does = async (client: TestClient, verb: 'put' | 'post', path: string, body?: object) => {
      const answer = await client.send(verb, `${at}/${path}`, body);
      expect([path, answer.status]).toEqual([path, 200]);
      balls.push(answer.body.ball.who);
      return answer.body;
    };
    await does(writing, 'put', 'submission');
    await does(host, 'put', 'check', CHECKED);
    await does(host, 'post', 'reviewers', { personId: people.IT.id });
    await does(clients.SE, 'put', 'reviewers/me');
    await does(clients.IT, 'put', 'declaration', { answer: 'accept' });
    await does(clients.SE, 'put', 'declaration', { answer: 'accept' });
    await does(clients.IT, 'put', 'judgement', scored(3));
    const decided = await does(clients.SE, 'put', 'judgement', scored(3, { effect: 4 }));
    expect(decided).toMatchObject({
      state: 'accepted',
      verdict: { rating: 'good', mean: 3.125, reviewers: 2 },
    });
    await does(organiser, 'put', 'editing');
    await does(organiser, 'post', 'versions', { note: null });
    const published = await does(organiser, 'put', 'publication');
    expect(balls).toEqual([
      ...['author', 'host', 'host', 'host', 'reviewers', 'reviewers', 'reviewers', 'reviewers'],
      ...['editors', 'editors', 'editors', 'nobody'],
    ]);
    expect(published).toMatchObject({ state: 'published', version: 1 });
    expect(published.nextReviewAt.slice(0, 4)).toBe(String(Number(published.checkedAt.slice(0, 4)) + 2));
    const visitor = (await new TestClient(hub).get(`${at}/standing`)).body;
    expect(visitor.moves.map(({ to }: { to: string }) => to)).toEqual([
      ...['published', 'frozen', 'editing', 'accepted', 'review', 'submitted'],
    ]);
    expect(visitor.ball.names).toEqual([]);
    expect(visitor.reviews.map(({ name, comment }: Record<string, unknown>) => [name, comment])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('is not begun for a submission that lacks something, and says all that it lacks', async () => {
    const at = await ready({ evidence: null, themes: [], owner_consent_at: null });
    await hub.database.query('delete from practice_results');
    const refused = await writing.send('put', `${at}/submission`);
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      ...['themes', 'ownerConsentAt', 'evidence', 'results'],
    ]);
  });

  it('goes back to its author with comments, and comes again', async () => {
    const at = await ready();
    await writing.send('put', `${at}/submission`);
    const back = { decision: 'return', checks: { ...CHECKED.checks, plain: false }, locale: 'sl' };
    expect((await host.send('put', `${at}/check`, back)).status).toBe(422);
    expect((await host.send('put', `${at}/check`, { ...back, decision: 'pass', comment: 'x' })).status).toBe(
      422,
    );
    const returned = await host.send('put', `${at}/check`, { ...back, comment: 'Preveč kratic.' });
    expect(returned.body).toMatchObject({ state: 'returned', ball: { who: 'author', names: [author.name] } });
    expect(returned.body.moves[0]).toMatchObject({ reason: 'Preveč kratic.', checks: { plain: false } });
    expect((await writing.send('put', `${at}/submission`)).body.state).toBe('submitted');
  });

  it('is checked by the organiser where its country has no host', async () => {
    const at = await ready({ country: 'AT', nuts: 'AT111' });
    await writing.send('put', `${at}/submission`);
    expect((await host.send('put', `${at}/check`, CHECKED)).status).toBe(404);
    expect((await organiser.send('put', `${at}/check`, CHECKED)).body.state).toBe('review');
  });

  describe('Reviewers', () => {
    it('do not see what the other one makes of it before both have judged', async () => {
      const at = await inReview();
      await seat(at, 'IT');
      await seat(at, 'SE');
      await clients.IT.send('put', `${at}/judgement`, scored(3));
      for (const client of [clients.SE, writing, host, organiser]) {
        const { reviews } = (await client.get(`${at}/standing`)).body;
        expect(reviews[0]).toMatchObject({ state: 'scored', scores: null, gates: null, comment: null });
      }
      expect((await clients.IT.get(`${at}/standing`)).body.reviews[0].scores.effect).toBe(3);
      await clients.SE.send('put', `${at}/judgement`, scored(2));
      const [first] = (await writing.get(`${at}/standing`)).body.reviews;
      expect(first).toMatchObject({ name: null, country: 'IT', comment: scored(3).comment });
    });

    it('who disagree by more than one are joined by a third, whose word is a third of it', async () => {
      const at = await inReview();
      const body = await judgedBy(at, scored(3), scored(3, { effect: 1 }));
      expect(body).toMatchObject({ state: 'review', needed: 3, verdict: null, ball: { who: 'host' } });
      expect(body.reviews[0].scores).toBeNull();
      await seat(at, 'GB');
      const decided = await clients.GB.send('put', `${at}/judgement`, scored(3, { effect: 2 }));
      expect(decided.body).toMatchObject({
        state: 'accepted',
        verdict: { reviewers: 3, means: { effect: 2 } },
      });
    });

    it('who differ by one agree', async () => {
      const at = await inReview();
      expect(await judgedBy(at, scored(3), scored(2))).toMatchObject({
        state: 'accepted',
        verdict: { mean: 2.5 },
      });
    });

    it('are out when they declare an interest, or have no time; others take their seats', async () => {
      const at = await inReview();
      for (const [country, answer] of [
        ['IT', { answer: 'conflict', interest: 'My sister works there.' }],
        ['SE', { answer: 'decline' }],
      ] as const) {
        await host.send('post', `${at}/reviewers`, { personId: people[country].id });
        await clients[country].send('put', `${at}/declaration`, answer);
        expect((await clients[country].send('put', `${at}/judgement`, scored(3))).status).toBe(403);
        expect((await host.send('post', `${at}/reviewers`, { personId: people[country].id })).status).toBe(
          403,
        );
      }
      const { reviews, can } = (await host.get(`${at}/standing`)).body;
      expect(reviews[0]).toMatchObject({ state: 'conflict', interest: 'My sister works there.' });
      expect(can.invite).toBe(true);
      expect((await writing.get(`${at}/standing`)).body.reviews[0].interest).toBeNull();
      await seat(at, 'GB');
    });

    it('cannot declare an interest without saying which', async () => {
      const at = await inReview();
      await host.send('post', `${at}/reviewers`, { personId: people.IT.id });
      expect((await clients.IT.send('put', `${at}/declaration`, { answer: 'conflict' })).status).toBe(422);
    });

    it('are two, and judge once', async () => {
      const at = await inReview();
      await seat(at, 'IT');
      await seat(at, 'SE');
      expect((await host.send('post', `${at}/reviewers`, { personId: people.GB.id })).body.code).toBe(
        'enough_reviewers',
      );
      expect((await clients.GB.send('put', `${at}/reviewers/me`)).status).toBe(409);
      await clients.IT.send('put', `${at}/judgement`, scored(3));
      expect((await clients.IT.send('put', `${at}/judgement`, scored(4))).status).toBe(403);
    });

    it('who do not answer are let go', async () => {
      const at = await inReview();
      const { body } = await host.send('post', `${at}/reviewers`, { personId: people.IT.id });
      const released = await host.send('delete', `${at}/reviewers/${body.reviews[0].id}`);
      expect(released.body.reviews[0].state).toBe('released');
      expect((await clients.IT.get(`${at}/standing`)).body.can).toMatchObject({
        answer: false,
        judge: false,
      });
    });
  });

  describe('The verdict', () => {
    it.each([
      ['good practice', {}, scored(3), scored(3), 'accepted'],
      ['promising practice at 2', {}, scored(2), scored(2), 'promising'],
      [
        'promising practice when one criterion is below 1.5',
        {},
        scored(4, { novelty: 1 }),
        scored(4, { novelty: 1 }),
        'promising',
      ],
      ['declined below 1.5', {}, scored(1), scored(1), 'declined'],
      [
        'declined when one finds it not relevant',
        {},
        scored(4),
        scored(4, {}, { relevant: false }),
        'declined',
      ],
      ['declined when nothing was measured', {}, scored(4, {}, { measured: false }), scored(4), 'declined'],
      ['declined when ethics are not in order', {}, scored(4), scored(4, {}, { ethics: false }), 'declined'],
      ['declined before it is a year old', { starts_on: monthsAgo(11) }, scored(4), scored(4), 'declined'],
      [
        'promising before it is two years old',
        { starts_on: monthsAgo(23) },
        scored(4),
        scored(4),
        'promising',
      ],
      ['good practice at two years', { starts_on: monthsAgo(24) }, scored(4), scored(4), 'accepted'],
    ])('is %s', async (_, columns, first, second, state) => {
      expect(await judgedBy(await inReview(columns), first, second)).toMatchObject({ state });
    });

    it('is declined when no result names its source', async () => {
      const at = await inReview();
      await hub.database.query('update practice_results set source = null');
      const body = await judgedBy(at, scored(4), scored(4));
      expect(body).toMatchObject({
        state: 'declined',
        verdict: { rating: null, gates: { measured: false } },
      });
      expect((await writing.send('put', `${at}/submission`)).body).toMatchObject({
        state: 'submitted',
        reviews: [],
      });
    });
  });

  describe('Once frozen', () => {
    const patch = (at: string, revision: number) =>
      writing.send('patch', `${at}/original`, { problem: 'Something else.', revision });

    it('cannot be edited by a stale form', async () => {
      const at = await editing();
      const { revision } = (await writing.get(`${at}/original`)).body;
      await organiser.send('post', `${at}/versions`, {});
      const refused = await patch(at, revision);
      expect([refused.status, refused.body.code]).toEqual([403, 'frozen']);
      const rows = await writing.send('post', `${at}/links`, {
        ...{ kind: 'page', address: 'https://example.org', label: 'More', language: 'en', accessible: true },
      });
      expect(rows.status).toBe(403);
    });

    it('is changed as a second version, which others read when it is frozen; only what changed is outdated', async () => {
      const at = await editing();
      await organiser.send('post', `${at}/versions`, {});
      await organiser.send('put', `${at}/publication`);
      const slug = at.split('/').at(-1)!;
      const [{ id }] = await hub.database.query<[{ id: string }]>(
        'select id from practices where slug = $1',
        [slug],
      );
      const desk = `/api/v1/texts/practice/${id}/translations/it`;
      const { body: laid } = await organiser.get(desk);
      const changes = laid.segments.map(({ id: segment, version, source }: Record<string, unknown>) => ({
        ...{ id: segment, version, text: `IT ${String(source)}`, status: 'draft' },
      }));
      expect((await organiser.send('put', desk, { segments: changes })).status).toBe(200);
      await organiser.send('put', `${at}/reopening`, { reason: 'New figures.', locale: 'en' });
      const { revision } = (await writing.get(`${at}/original`)).body;
      expect((await patch(at, revision)).status).toBe(200);
      const before = (await organiser.get(desk)).body;
      expect(before.segments.some(({ state }: { state: string }) => state === 'outdated')).toBe(false);
      const frozen = await organiser.send('post', `${at}/versions`, { note: 'New figures' });
      expect(frozen.body).toMatchObject({
        state: 'published',
        version: 2,
        versions: [{ version: 2 }, { version: 1 }],
      });
      const after = (await organiser.get(desk)).body;
      const outdated = after.segments.filter(({ state }: { state: string }) => state === 'outdated');
      expect(outdated.map(({ string }: { string: string }) => string)).toEqual(['problem']);
    });

    it('can be withdrawn, and everybody reads why', async () => {
      const at = await editing();
      await organiser.send('post', `${at}/versions`, {});
      await organiser.send('put', `${at}/publication`);
      expect((await writing.send('put', `${at}/withdrawal`, REASON)).status).toBe(403);
      await organiser.send('put', `${at}/withdrawal`, REASON);
      const { body } = await new TestClient(hub).get(`${at}/standing`);
      expect(body).toMatchObject({
        state: 'withdrawn',
        ball: { who: 'nobody' },
        moves: [{ reason: REASON.reason }, {}, {}, {}, {}, {}, {}],
      });
    });
  });

  describe('Threats', () => {
    it('a reviewer cannot review a case of her own country', async () => {
      const at = await inReview();
      expect((await host.send('post', `${at}/reviewers`, { personId: people.SI.id })).body.code).toBe(
        'not_eligible',
      );
      expect((await clients.SI.send('put', `${at}/reviewers/me`)).status).toBe(403);
    });

    it('an author cannot review, judge or check her own case, wherever she sits', async () => {
      const at = await inReview({ country: 'IT', nuts: 'ITH44' }).catch(() => undefined);
      expect(at).toBeUndefined();
      const foreign = await ready({ country: 'IT', nuts: 'ITH44' });
      await writing.send('put', `${foreign}/submission`);
      expect((await writing.send('put', `${foreign}/check`, CHECKED)).body.code).toBe('own_case');
      await organiser.send('put', `${foreign}/check`, CHECKED);
      expect((await organiser.send('post', `${foreign}/reviewers`, { personId: author.id })).status).toBe(
        403,
      );
      expect((await writing.send('put', `${foreign}/reviewers/me`)).status).toBe(403);
      expect((await writing.send('put', `${foreign}/judgement`, scored(4))).status).toBe(403);
    });

    it('somebody of the owner cannot review its case', async () => {
      const owner = await anOrganisation(hub, { country: 'IT' });
      const employee = await aMember(hub, platforms.IT, {
        person: await aPerson(hub, { organisationId: owner.id }),
      });
      const at = await inReview({ owner_organisation_id: owner.id });
      expect((await host.send('post', `${at}/reviewers`, { personId: employee.id })).status).toBe(403);
    });

    it('who has not been asked cannot judge, and who is a stranger sees nothing', async () => {
      const at = await inReview();
      expect((await clients.GB.send('put', `${at}/judgement`, scored(4))).status).toBe(403);
      const stranger = await TestClient.as(hub, await aPerson(hub));
      expect((await stranger.get(`${at}/standing`)).status).toBe(404);
      expect((await stranger.send('put', `${at}/judgement`, scored(4))).status).toBe(404);
      expect((await new TestClient(hub).get(`${at}/standing`)).status).toBe(404);
    });

    it('two judgements at the same moment decide once', async () => {
      const at = await inReview();
      await seat(at, 'IT');
      await seat(at, 'SE');
      const answers = await Promise.all([
        clients.IT.send('put', `${at}/judgement`, scored(3)),
        clients.SE.send('put', `${at}/judgement`, scored(3)),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const { moves } = (await writing.get(`${at}/standing`)).body;
      expect(moves.filter(({ to }: { to: string }) => to === 'accepted')).toHaveLength(1);
    });

    it('an author cannot publish, freeze or find reviewers', async () => {
      const at = await editing();
      expect((await writing.send('post', `${at}/versions`, {})).status).toBe(403);
      expect((await writing.send('put', `${at}/publication`)).status).toBe(403);
      expect(
        (await writing.send('post', `${await inReview()}/reviewers`, { personId: people.IT.id })).status,
      ).toBe(403);
    });
  });
});

function monthsAgo(months: number): string {
  const day = new Date();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 10);
}
