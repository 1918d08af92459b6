import { aPartnership, type TestPartnership } from '../factories/partnerships';
import { aPerson, type TestPerson } from '../factories/people';
import { aMember, aPlatform } from '../factories/platforms';
import { aParticipant, aPractice, aResult } from '../factories/practices';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const SCORES = {
  ...{ score_effect: '3', score_cooperation: '3', score_transferability: '2', score_sustainability: '3' },
  ...{
    score_inclusion: '2',
    score_novelty: '3',
    gate_relevant: 'yes',
    gate_measured: 'yes',
    gate_ethics: 'yes',
  },
  ...{ comment: 'Convincing.', locale: 'en' },
};

describe('The way of a case, by pages alone', () => {
  let hub: TestHub;
  let partnership: TestPartnership;
  let author: TestPerson;
  let italian: TestPerson;
  let host: TestClient;
  let organiser: TestClient;
  let reviewers: [TestClient, TestClient];

  beforeAll(async () => {
    hub = await startHub();
    partnership = await aPartnership(hub);
    const platform = (country: string) => aPlatform(hub, { country, partnershipId: partnership.id });
    const slovenia = await platform('SI');
    const italy = await platform('IT');
    author = await aMember(hub, slovenia);
    italian = await aMember(hub, italy);
    host = await TestClient.as(hub, await aMember(hub, slovenia, { host: true }));
    organiser = await TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role: 'organiser', placeId: partnership.id }] }),
    );
    reviewers = [await TestClient.as(hub, italian), await TestClient.as(hub, await aMember(hub, italy))];
  });
  afterAll(() => hub.close());

  const tasks = async (client: TestClient) => {
    const { items } = (await client.get('/api/v1/practice-tasks')).body;
    return items.map(({ kind }: { kind: string }) => kind);
  };

  it('is walked from the host to the web, and each finds it among what waits for her', async () => {
    const { id, slug } = await aPractice(hub, { partnershipId: partnership.id, authorId: author.id });
    await aResult(hub, id);
    await aParticipant(hub, id);
    const writing = await TestClient.as(hub, author);
    const at = `/en/practices/${slug}/case`;
    const review = `/en/practices/${slug}/review`;
    const done = async (client: TestClient, path: string, fields: Record<string, string>, from = at) => {
      const answer = await client.submit(path, fields, from);
      expect([path, answer.status]).toEqual([path, 303]);
    };
    expect(await tasks(writing)).toEqual(['write']);
    await done(writing, `${at}/submit`, {}, `/en/practices/${slug}/edit`);
    expect(await tasks(host)).toEqual(['check']);
    const half = await host.submit(
      `${at}/check`,
      { decision: 'pass', check_plain: 'true', locale: 'en' },
      at,
    );
    expect(half.status).toBe(422);
    expect(half.text).toContain('All four must be in order');
    const ticks = {
      check_complete: 'true',
      check_consent: 'true',
      check_rights: 'true',
      check_plain: 'true',
    };
    await done(host, `${at}/check`, { decision: 'pass', locale: 'en', ...ticks });
    expect(await tasks(host)).toEqual(['find']);
    expect((await host.get(at)).text).toContain(italian.name);
    await done(host, `${at}/reviewers`, { personId: italian.id });
    await done(reviewers[1], `${at}/volunteer`, {});
    expect(await tasks(reviewers[0])).toEqual(['answer']);
    for (const client of reviewers) {
      await done(client, `${review}/declaration`, { answer: 'accept', interest: '' }, review);
      expect(await tasks(client)).toEqual(['judge']);
      const empty = await client.submit(review, { ...SCORES, score_effect: '5' }, review);
      expect([empty.status, empty.text.includes('Convincing.')]).toEqual([422, true]);
      await done(client, review, SCORES, review);
      expect(await tasks(client)).toEqual([]);
    }
    expect((await writing.get(at)).text).toContain('Convincing.');
    expect(await tasks(organiser)).toEqual(['edit']);
    await done(organiser, `${at}/take`, {});
    await done(organiser, `${at}/freeze`, { note: '' });
    expect(await tasks(organiser)).toEqual(['publish']);
    await done(organiser, `${at}/publish`, {});
    const visitor = await new TestClient(hub).get(at);
    expect(visitor.text).toContain('Good practice');
    expect(visitor.text).not.toContain('Convincing.');
    await done(organiser, `${at}/reopen`, { reason: 'New figures.', locale: 'en' });
    await done(organiser, `${at}/withdraw`, { reason: 'It was ended.', locale: 'en' });
    expect((await new TestClient(hub).get(at)).text).toContain('It was ended.');
    expect((await organiser.get('/en/practices/tasks')).text).toContain('Nothing waits for you');
  });

  it('a host lets go who does not answer', async () => {
    const { id, slug } = await aPractice(hub, {
      ...{ partnershipId: partnership.id, authorId: author.id, state: 'review' },
    });
    await aResult(hub, id);
    const at = `/en/practices/${slug}/case`;
    await host.submit(`${at}/reviewers`, { personId: italian.id }, at);
    const [, review] = /reviewers\/([0-9a-f-]{36})\/release/.exec((await host.get(at)).text)!;
    expect((await host.submit(`${at}/reviewers/${review}/release`, {}, at)).status).toBe(303);
    expect((await reviewers[0].get(`/en/practices/${slug}/review`)).status).toBe(403);
    expect((await host.submit(`${at}/reviewers/${review}/release`, {}, at)).status).toBe(404);
  });
});
