import {
  aComparison,
  aCountry,
  anAnswer,
  aDimension,
  aQuestion,
  type TestComparison,
  type TestCountry,
} from '../../factories/comparisons';
import { aPartnership } from '../../factories/partnerships';
import { aPerson, type TestPerson } from '../../factories/people';
import { aMember } from '../../factories/platforms';
import { TestClient } from '../../support/client';
import { startHub, type TestHub } from '../../support/hub';

interface Planned {
  step: string;
  country: string | null;
  owner: { name: string } | null;
  dueOn: string | null;
  doneAt: string | null;
  overdue: boolean;
  revision: number;
}

describe('The way of a comparison', () => {
  let hub: TestHub;
  let comparison: TestComparison;
  let slovenia: TestCountry;
  let italy: TestCountry;
  let person: TestPerson;
  let editor: TestClient;
  let host: TestClient;
  let at: string;

  beforeAll(async () => {
    hub = await startHub();
    const partnership = await aPartnership(hub);
    comparison = await aComparison(hub, { partnershipId: partnership.id });
    italy = await aCountry(hub, comparison, { code: 'IT' });
    slovenia = await aCountry(hub, comparison, { code: 'SI' });
    await aCountry(hub, comparison, { code: 'EU27_2020', platform: null });
    const grants = [{ role: 'editor' as const, placeId: partnership.id }];
    editor = await TestClient.as(hub, await aPerson(hub, { grants }));
    person = await aMember(hub, slovenia.platform!, { host: true });
    host = await TestClient.as(hub, person);
    at = `/api/v1/comparisons/${comparison.slug}`;
  });
  afterAll(() => hub.close());

  const steps = async (): Promise<Planned[]> => (await host.get(`${at}/steps`)).body.items;
  const step = async (name: string, country: string | null = null) =>
    (await steps()).find((row) => row.step === name && row.country === country)!;
  const notices = async () => {
    const rows = await hub.database.query<{ name: string }[]>(
      'select name from notifications where person_id = $1 order by id',
      [person.id],
    );
    return rows.map(({ name }) => name);
  };

  it('has eleven steps, six of them for each country, with days that can be suggested', async () => {
    const all = await steps();
    expect(all).toHaveLength(5 + 6 * 2);
    expect(all.map((row) => row.step)[0]).toBe('agree');
    await editor.send('put', `${at}/steps/agree`, { owner: null, dueOn: '2030-02-01', revision: 0 });
    const page = `/en/comparisons/${comparison.slug}/edit/steps`;
    expect((await editor.submit(page, { start: '2030-13-01' })).status).toBe(422);
    expect((await editor.submit(page, { start: '2030-01-01' })).status).toBe(303);
    expect((await step('agree')).dueOn).toBe('2030-02-01');
    expect((await step('questionnaire', 'SI')).dueOn).toBe('2030-02-12');
    expect((await step('update')).dueOn! > (await step('publication')).dueOn!).toBe(true);
  });

  it('tells who is given a step, reminds her before its day, and lets her call it done', async () => {
    const page = `/en/comparisons/${comparison.slug}/edit/steps/drafts?country=SI`;
    const { revision } = await step('drafts', 'SI');
    const given = { owner: person.id, dueOn: '2020-05-01', revision: String(revision) };
    expect((await editor.submit(page, given)).status).toBe(303);
    expect(await notices()).toEqual(['comparison.step_given']);
    expect((await host.get('/en/notifications')).text).toContain('Draft answers (Slovenia)');
    expect(await step('drafts', 'SI')).toMatchObject({ overdue: true, owner: { name: person.name } });
    const late = await editor.submit(page, { ...given, dueOn: '2031-01-01' });
    expect([late.status, late.text.includes('2031-01-01'), late.text.includes('2020-05-01')]).toEqual([
      409,
      true,
      true,
    ]);
    const after = await step('drafts', 'SI');
    const soon = { owner: person.id, dueOn: '2031-01-01', revision: after.revision };
    expect((await editor.send('put', `${at}/steps/drafts?country=SI`, soon)).status).toBe(204);
    const [{ count, first }] = await hub.database.query<[{ count: number; first: string }]>(
      `select count(*)::int as count, min(remind_on)::text as first from reminders where person_id = $1`,
      [person.id],
    );
    expect([count, first]).toEqual([2, '2030-12-25']);
    const board = `/en/comparisons/${comparison.slug}/board`;
    const shown = (await host.get(board)).text;
    expect(shown.match(/\/board\/steps\//g)).toHaveLength(1);
    const done = await host.submit(`${board}/steps/drafts`, { country: 'SI', done: 'true' }, board);
    expect(done.status).toBe(303);
    expect((await step('drafts', 'SI')).doneAt).toMatch(/^20/);
    const left = await hub.database.query<unknown[]>('select 1 from reminders where person_id = $1', [
      person.id,
    ]);
    expect(left).toEqual([]);
    const others = await host.submit(`${board}/steps/check`, { country: 'SI', done: 'true' }, board);
    expect([others.status, others.text.includes('Only who sees to this step')]).toEqual([403, true]);
  });

  it('gives steps only to those who are asked, at countries that take them', async () => {
    const put = (path: string, body: object) => editor.send('put', `${at}/steps/${path}`, body);
    const stranger = await aPerson(hub);
    const fields = { owner: null, dueOn: null, revision: 0 };
    expect((await put('check?country=IT', { ...fields, owner: stranger.id })).body.errors[0].path).toBe(
      'owner',
    );
    expect((await put('check?country=IT', { ...fields, owner: person.id })).body.errors[0].path).toBe(
      'owner',
    );
    expect((await put('check?country=IT', { ...fields, dueOn: '2030-02-30' })).body.errors[0].path).toBe(
      'dueOn',
    );
    expect((await put('check', fields)).status).toBe(404);
    expect((await put('synthesis?country=IT', fields)).status).toBe(404);
    expect((await put('check?country=EU27_2020', fields)).status).toBe(404);
    expect((await put('check?country=FR', fields)).status).toBe(404);
    expect((await put('dance', fields)).status).toBe(404);
    expect((await host.send('put', `${at}/steps/agree`, fields)).status).toBe(403);
    expect((await new TestClient(hub).get(`/en/comparisons/${comparison.slug}/board`)).status).not.toBe(200);
    expect((await (await TestClient.as(hub, stranger)).get(`${at}/board`)).status).toBe(404);
  });

  it('shows on one board how far every country has come, and what no longer stands', async () => {
    const [law, money] = [await aDimension(hub, comparison), await aDimension(hub, comparison)];
    const questions = [await aQuestion(hub, law), await aQuestion(hub, law), await aQuestion(hub, law)];
    await aQuestion(hub, law, 'text', { columns: { retired_at: new Date() } });
    await aQuestion(hub, money, 'number');
    await anAnswer(hub, questions[0]!, slovenia, { state: 'agreed', period: '2023' });
    await anAnswer(hub, questions[0]!, slovenia, { state: 'draft', period: '2024' });
    const shaken = await anAnswer(hub, questions[1]!, slovenia, { state: 'disputed' });
    await anAnswer(hub, questions[0]!, italy, { state: 'published' });
    await hub.database.query(`update evidence set standing = 'dead' where statement_id = $1`, [shaken.id]);
    const { rows } = (await host.get(`${at}/board`)).body;
    expect(rows.map(({ country }: { country: string }) => country)).toEqual(['IT', 'SI', 'EU27_2020']);
    const none = { draft: 0, commented: 0, agreed: 0, checked: 0, disputed: 0, published: 0, broken: 0 };
    expect(rows[1].cells).toEqual([
      { dimension: law.code, asked: 3, ...none, draft: 1, disputed: 1, broken: 1 },
      { dimension: money.code, asked: 1, ...none },
    ]);
    expect(rows[0].cells[0]).toEqual({ dimension: law.code, asked: 3, ...none, published: 1 });
    const page = (await host.get(`/en/comparisons/${comparison.slug}/board`)).text;
    for (const words of ['2 of 3', 'disputed: 1', 'evidence no longer stands: 1', 'no answer'])
      expect(page).toContain(words);
    expect(page).toContain(`/work/si#dimension-${law.code.toLowerCase()}`);
  });
});
