import {
  aComparison,
  aCountry,
  anAnswer,
  aQuestion,
  type TestComparison,
  type TestCountry,
} from '../../factories/comparisons';
import { aPerson } from '../../factories/people';
import { aGroup, aMember, type TestGroup } from '../../factories/platforms';
import type { AnswerView } from '../../../src/comparisons/answering/work/answer-view.schema';
import { groupResultOf } from '../../../src/comparisons/group-result';
import { TestClient } from '../../support/client';
import { startHub, type TestHub } from '../../support/hub';

describe('The pages of those who answer', () => {
  let hub: TestHub;
  let comparison: TestComparison;
  let sweden: TestCountry;
  let host: TestClient;
  let peer: TestClient;
  let stranger: TestClient;

  const stored = async (id: string) => {
    const [row] = await hub.database.query<[Record<string, unknown>]>('select * from answers where id = $1', [
      id,
    ]);
    return row;
  };

  beforeAll(async () => {
    hub = await startHub();
    comparison = await aComparison(hub);
    sweden = await aCountry(hub, comparison, { code: 'SE' });
    const italy = await aCountry(hub, comparison, { code: 'IT' });
    const hosting = async ({ platform }: TestCountry) =>
      TestClient.as(hub, await aPerson(hub, { grants: [{ role: 'host', placeId: platform!.id }] }));
    host = await hosting(sweden);
    peer = await hosting(italy);
    stranger = await TestClient.as(hub, await aPerson(hub));
  });
  afterAll(() => hub.close());

  it('lead from the questionnaire to each answer, and straight on to the next', async () => {
    const columns = { unit: 'PS', by_sex: true, decimals: 1 };
    const people = await aQuestion(hub, comparison, 'number', { columns });
    const next = await aQuestion(hub, people.dimension, 'category');
    const work = `/sv/comparisons/${comparison.slug}/work/se`;
    const list = await host.get(work);
    expect(list.text).toContain('0 av 2 frågor besvarade');
    const form = `${work}/${people.code.toLowerCase()}`;
    expect((await peer.get(form)).status).toBe(404);
    expect((await stranger.get(work)).status).toBe(404);
    const said = { standing: 'value', women: '1 050,5', men: '2 000', text: '<b>Ja</b>', locale: 'sv' };
    const refused = await host.submit(form, { ...said, number: '12', then: 'next' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('1 050,5');
    expect(refused.text).toContain('&lt;b>Ja&lt;/b>');
    const begun = await host.submit(form, { ...said, flag_e: 'true', then: 'next' });
    expect(begun.headers['location']).toMatch(new RegExp(`${work}/${next.code.toLowerCase()}`));
    const [row] = await hub.database.query<[{ id: string; number: string }]>(
      'select id, trim_scale(number)::text as number, flags from answers where question_id = $1',
      [people.id],
    );
    expect(row).toMatchObject({ number: '3050.5', flags: ['e'] });
    const none = await host.submit(`${work}/${next.code}`, {
      standing: 'unknown',
      option: 'law',
      locale: 'sv',
    });
    expect(none.status).toBe(303);
    expect((await host.get(work)).text).toContain('vet inte');
    const page = await host.get(`/sv/answers/${row.id}`);
    expect(page.text).toContain('3\u00a0050,5 personer');
    expect((await stranger.get(`/sv/answers/${row.id}`)).status).toBe(404);
  });

  it('keep what was typed when somebody else saved first', async () => {
    const question = await aQuestion(hub, comparison, 'statement');
    const { id } = await anAnswer(hub, question, sweden);
    const path = `/en/answers/${id}/edit`;
    const form = { standing: 'value', locale: 'en', revision: 1 };
    expect((await host.submit(path, { ...form, score: '4', text: 'First.' })).status).toBe(303);
    const late = await host.submit(path, { ...form, score: '6', text: 'Second.', flag_p: 'true' });
    expect(late.status).toBe(409);
    for (const words of ['First.', 'Second.', 'class="merge', 'name="flag_p"'])
      expect(late.text).toContain(words);
    expect(await stored(id)).toMatchObject({ score: '4.00', text: 'First.', revision: 2 });
    expect((await peer.get(path)).status).toBe(403);
  });

  it('move an answer on by plain forms', async () => {
    const question = await aQuestion(hub, comparison, 'statement');
    const { id } = await anAnswer(hub, question, sweden);
    const path = `/it/answers/${id}`;
    const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    const act = (client: TestClient, what: string, fields: Record<string, string | number> = {}) =>
      client.submit(`${path}/${what}`, fields, path);
    expect((await act(host, 'present', { until })).status).toBe(303);
    expect((await act(peer, 'comment', { text: '', locale: 'it' })).status).toBe(422);
    expect((await act(peer, 'comment', { text: '<i>Bene</i>', locale: 'it' })).status).toBe(303);
    expect((await peer.get(path)).text).toContain('&lt;i>Bene&lt;/i>');
    expect((await act(host, 'agree', { revision: 1 })).status).toBe(303);
    const check = { understandable: 'yes', comparable: 'yes', sourced: 'no', locale: 'it', version: 1 };
    const silent = await act(peer, 'check', { ...check, sourcedRemark: '' });
    expect(silent.status).toBe(422);
    expect((await act(peer, 'check', { ...check, sourcedRemark: 'Manca la data.' })).status).toBe(303);
    expect((await host.get(path)).text).toContain('Manca la data.');
    expect((await act(host, 'resume', { reason: 'Aggiungo la data.', locale: 'it' })).status).toBe(303);
    expect(await stored(id)).toMatchObject({ state: 'draft', version: 1 });
  });

  describe('with several respondents', () => {
    const respond = (client: TestClient, question: string, score: number | null, standing = 'value') =>
      client.send('put', `/api/v1/comparisons/${comparison.slug}/responses/se`, {
        ...{ locale: 'en', responses: [{ question, standing, score }] },
      });
    const members = async (group: TestGroup, count: number) => {
      const people = await Promise.all(
        Array.from({ length: count }, () => aMember(hub, sweden.platform!, { group })),
      );
      return Promise.all(people.map((person) => TestClient.as(hub, person)));
    };

    it('show each what she answered herself, and the host what all say together, from three on', async () => {
      const question = await aQuestion(hub, comparison, 'statement');
      const { id } = await anAnswer(hub, question, sweden, { columns: { score: null } });
      const [first, second, third] = await members(await aGroup(hub), 3);
      await respond(first!, question.code, 4);
      await respond(second!, question.code, 9);
      const result = async () => ((await host.get(`/api/v1/answers/${id}`)).body as AnswerView).groupResult;
      expect(await result()).toBeNull();
      const page = `/en/comparisons/${comparison.slug}/respond/se/${question.dimension.code.toLowerCase()}`;
      const empty = { [`score_${question.code}`]: '', [`reason_${question.code}`]: 'Because.', locale: 'en' };
      const refused = await third!.submit(page, empty);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('Because.');
      expect((await third!.submit(page, { ...empty, [`score_${question.code}`]: '5' })).status).toBe(303);
      expect((await third!.get(page)).text).toMatch(/value="5"[^>]*checked/);
      expect((await first!.get(page)).text).not.toContain('Because.');
      expect(await result()).toMatchObject({
        scored: 3,
        spread: { median: 5, minimum: 4, maximum: 9 },
        groups: [{}],
      });
      expect(((await peer.get(`/api/v1/answers/${id}`)).body as AnswerView).groupResult).toBeNull();
      expect((await respond(peer, question.code, 5)).status).toBe(403);
      expect((await respond(stranger, question.code, 5)).status).toBe(404);
      expect((await respond(first!, question.code, 11)).status).toBe(422);
      expect((await respond(first!, question.code, null)).status).toBe(422);

      const taken = await host.send('put', `/api/v1/answers/${id}/median`);
      expect(taken.body).toMatchObject({ score: '5', lacking: [] });
      const other = await host.send('patch', `/api/v1/answers/${id}`, { score: '7', revision: 2 });
      expect(other.body).toMatchObject({ lacking: ['reason'] });
      await host.send('patch', `/api/v1/answers/${id}`, { note: 'The forum said more.', revision: 3 });
      const signed = await host.send('post', `/api/v1/answers/${id}/versions`, { revision: 4 });
      expect(signed.body).toMatchObject({ state: 'agreed', groupResult: { spread: { median: 5 } } });
      expect((await respond(first!, question.code, 6)).status).toBe(403);
    });

    it('are never told apart by what is left when groups are taken from the whole', () => {
      const of = (...groups: [string, number[]][]) =>
        groupResultOf(
          groups.flatMap(([group, scores]) =>
            scores.map((score) => ({ group, standing: 'value' as const, score })),
          ),
        );
      const shown = (result: ReturnType<typeof of>) => result?.groups.map(({ group }) => group);
      expect(of(['a', [1, 2]])).toBeNull();
      expect(shown(of(['a', [1, 2, 3]]))).toEqual(['a']);
      expect(shown(of(['a', [1, 2, 3]], ['b', [4]]))).toEqual([]);
      expect(shown(of(['a', [1, 2, 3, 4]], ['b', [4, 5, 6]], ['c', [9]]))).toEqual(['a']);
      expect(shown(of(['a', [1, 2, 3]], ['b', [4, 5]], ['c', [9]]))).toEqual(['a']);
      const unknown = { group: 'a', standing: 'unknown' as const, score: null };
      expect(groupResultOf([unknown, unknown, { ...unknown, standing: 'value', score: 0 }])).toMatchObject({
        ...{ scored: 1, unknown: 2, notApplicable: 0, spread: null, groups: [] },
      });
    });
  });
});
