import type { Response } from 'supertest';
import type { AnswerState } from '../../../src/comparisons/comparison-facts';
import type { AnswerView } from '../../../src/comparisons/answering/work/answer-view.schema';
import { readNumber } from '../../../src/comparisons/answering/value/read-number';
import {
  aComparison,
  aCountry,
  anAnswer,
  aQuestion,
  aSourceOf,
  type TestComparison,
  type TestCountry,
} from '../../factories/comparisons';
import { aPerson, type TestPerson } from '../../factories/people';
import { TestClient } from '../../support/client';
import { startHub, type TestHub } from '../../support/hub';

describe('Answering', () => {
  let hub: TestHub;
  let comparison: TestComparison;
  let [sweden, italy]: TestCountry[] = [];
  let host: TestClient;
  let peer: TestClient;
  let member: TestClient;
  let editor: TestClient;
  let stranger: TestClient;
  let hostPerson: TestPerson;
  let peerPerson: TestPerson;

  const said = (answer: Response) => answer.body as AnswerView;
  const errorsOf = ({ body }: Response) => (body as { errors?: { path: string }[] }).errors ?? [];
  const begin = (question: string, more: object = {}, client = host) =>
    client.send('post', `/api/v1/comparisons/${comparison.slug}/answers`, {
      ...{ question, country: 'SE', locale: 'sv' },
      ...more,
    });
  const edit = (id: string, changes: object, client = host) =>
    client.send('patch', `/api/v1/answers/${id}`, changes);
  const act = (client: TestClient, id: string, verb: 'put' | 'post', what: string, body: object) =>
    client.send(verb, `/api/v1/answers/${id}/${what}`, body);
  const reason = { reason: 'More is known now.', locale: 'en' };
  const fine = { understandable: true, comparable: true, sourced: true, locale: 'it', version: 1 };
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  beforeAll(async () => {
    hub = await startHub();
    comparison = await aComparison(hub);
    sweden = await aCountry(hub, comparison, { code: 'SE' });
    italy = await aCountry(hub, comparison, { code: 'IT' });
    hostPerson = await aPerson(hub, { grants: [{ role: 'host', placeId: sweden.platform!.id }] });
    const as = async (role: 'member' | 'editor', placeId: string) =>
      TestClient.as(hub, await aPerson(hub, { grants: [{ role, placeId }] }));
    host = await TestClient.as(hub, hostPerson);
    peerPerson = await aPerson(hub, { grants: [{ role: 'host', placeId: italy.platform!.id }] });
    peer = await TestClient.as(hub, peerPerson);
    member = await as('member', italy.platform!.id);
    editor = await as('editor', comparison.partnershipId);
    stranger = await TestClient.as(hub, await aPerson(hub));
  });
  afterAll(() => hub.close());

  it('takes a value as the question asks for it, and refuses every other', async () => {
    const number = { unit: 'PS', by_sex: true, decimals: 1 };
    const counted = await aQuestion(hub, comparison, 'number', { columns: number });
    const share = await aQuestion(hub, comparison, 'number', { columns: { unit: 'PC', maximum: 100 } });
    const several = await aQuestion(hub, comparison, 'category', { columns: { several: true } });
    const one = await aQuestion(hub, comparison, 'category');
    const scored = await aQuestion(hub, comparison, 'statement');
    const words = await aQuestion(hub, comparison, 'text');
    const refused: [string, object, string][] = [
      [counted.code, { number: '-3' }, 'number'],
      [counted.code, { number: '1e308' }, 'number'],
      [counted.code, { number: '1'.repeat(16) }, 'number'],
      [counted.code, { number: '1.25' }, 'number'],
      [counted.code, { number: '1 000' }, 'number'],
      [counted.code, { number: 7 }, 'number'],
      [counted.code, { number: '10', women: '6', men: '5' }, 'number'],
      [counted.code, { number: '10', women: '11' }, 'number'],
      [counted.code, { number: '10', unit: 'NR' }, 'unit'],
      [counted.code, { number: '10', standing: 'unknown' }, 'number'],
      [counted.code, { score: '5' }, 'score'],
      [share.code, { number: '101' }, 'number'],
      [share.code, { women: '5' }, 'women'],
      [scored.code, { score: '7.3' }, 'score'],
      [scored.code, { score: '10.5' }, 'score'],
      [scored.code, { score: '-1' }, 'score'],
      [one.code, { options: ['law', 'none'] }, 'options'],
      [one.code, { options: ['treaty'] }, 'options'],
      [words.code, { text: 'å'.repeat(801) }, 'text'],
      [words.code, { text: 'a\u0000b' }, 'text'],
      [words.code, { period: '2018-Q5' }, 'period'],
      [words.code, { period: '2023-02-30' }, 'period'],
      [words.code, { validOn: '2023-02-30' }, 'validOn'],
      [words.code, { flags: ['z'] }, 'flags.0'],
      [words.code, { surprise: 'x' }, 'surprise'],
    ];
    for (const [code, value, path] of refused) {
      const answer = await begin(code, value);
      const fields = errorsOf(answer).map((each) => each.path);
      expect({ code, value, status: answer.status, fields }).toEqual({
        code,
        value,
        status: 422,
        fields: [path],
      });
    }
    const taken: [string, object, object][] = [
      [counted.code, { women: '6', men: '5.5', notStated: '1' }, { number: '12.5', women: '6' }],
      [
        share.code,
        { number: '0' },
        { number: '0', standing: 'value', lacking: expect.not.arrayContaining(['value']) },
      ],
      [several.code, { options: ['law', 'none', 'law'] }, { options: ['law', 'none'] }],
      [scored.code, { score: '7.5' }, { score: '7.5' }],
      [words.code, { text: '🏳️‍🌈'.repeat(800), period: '2018-01-01/P18M' }, { period: '2018-01-01/P18M' }],
      [words.code, { standing: 'unknown', period: '2018-S1' }, { standing: 'unknown', lacking: [] }],
    ];
    for (const [code, value, seen] of taken) expect(said(await begin(code, value))).toMatchObject(seen);
    expect((await begin(words.code, { standing: 'unknown', period: '2018-S1' })).status).toBe(409);
    expect((await begin('D99.1')).status).toBe(404);
    expect((await begin(words.code, { country: 'FR' })).status).toBe(404);
  });

  it('reads numbers as people write them in their language', () => {
    const read = {
      sv: { '1 050 000': '1050000', '1 050,5': '1050.5', '0.5': '0.5', '1.234': undefined },
      sl: { '1.050.000': '1050000', '1.234': '1234', '12,50': '12.5', '1234.5': '1234.5' },
      en: { '1,050,000.5': '1050000.5', '1,234': '1234', '1.234': '1.234', '−4': '-4' },
      it: { '256.208,82': '256208.82', '1e5': undefined, NaN: undefined, '': undefined },
    };
    for (const [locale, cases] of Object.entries(read))
      for (const [typed, number] of Object.entries(cases))
        expect({ locale, typed, number: readNumber(typed, locale) }).toEqual({ locale, typed, number });
  });

  it('loses nothing when two write at once, and nothing that is locked is changed', async () => {
    const question = await aQuestion(hub, comparison, 'statement');
    const { id } = said(await begin(question.code, { score: '4', text: 'Först.' }));
    expect(said(await edit(id, { score: '5', revision: 1 }))).toMatchObject({ score: '5', revision: 2 });
    const late = await edit(id, { score: '6', text: 'Sedan.', revision: 1 });
    expect(late).toMatchObject({ status: 409, body: { theirs: { score: '5', revision: 2 } } });
    await aSourceOf(hub, 'answer', id);
    expect((await act(host, id, 'post', 'versions', { revision: 1 })).status).toBe(409);
    const lacking = await act(host, id, 'post', 'versions', { revision: 2 });
    expect(lacking).toMatchObject({ status: 422 });
    const whole = { confidence: 'high', validOn: '2024-05-31', revision: 2 };
    expect(said(await edit(id, whole))).toMatchObject({ lacking: [], evidence: [{ kind: 'source' }] });
    expect(said(await act(host, id, 'post', 'versions', { revision: 3 }))).toMatchObject({
      ...{ state: 'agreed', version: 1, ball: 'checkers', can: { edit: false } },
    });
    const locked = await edit(id, { score: '9', revision: 3 });
    expect(locked).toMatchObject({ status: 403, body: { code: 'locked' } });
  });

  it('goes from a draft over comments and a dispute to a version that another country has checked', async () => {
    const question = await aQuestion(hub, comparison, 'statement');
    const answer = await anAnswer(hub, question, sweden!, { columns: { owner_id: hostPerson.id } });
    const { id } = answer;
    expect((await act(host, id, 'put', 'presentation', { until: inDays(-2) })).status).toBe(422);
    expect((await act(member, id, 'post', 'comments', { text: 'Ma…', locale: 'it' })).status).toBe(403);
    expect(said(await act(host, id, 'put', 'presentation', { until: inDays(10) }))).toMatchObject({
      ...{ state: 'commented', ball: 'members', commentsUntil: inDays(10) },
    });
    const spoken = await act(member, id, 'post', 'comments', { text: 'E le cooperative?', locale: 'it' });
    expect(said(spoken).comments).toMatchObject([
      { text: 'E le cooperative?', locale: 'it', earlier: false },
    ]);
    await edit(id, { text: 'Also cooperatives.', revision: 1 });
    expect(said(await host.get(`/api/v1/answers/${id}`)).comments).toMatchObject([{ earlier: true }]);
    await act(host, id, 'post', 'versions', { revision: 2 });
    expect((await act(host, id, 'post', 'checks', fine)).status).toBe(403);
    expect((await act(member, id, 'post', 'checks', fine)).status).toBe(403);
    expect((await act(peer, id, 'post', 'checks', { ...fine, version: 2 })).status).toBe(409);
    const doubt = { ...fine, comparable: false };
    expect((await act(peer, id, 'post', 'checks', doubt)).status).toBe(422);
    const disputed = await act(peer, id, 'post', 'checks', {
      ...doubt,
      comparableRemark: 'Altra definizione.',
    });
    expect(said(disputed)).toMatchObject({
      ...{ state: 'disputed', ball: 'platform' },
      checks: [{ country: 'IT', comparable: { yes: false, remark: 'Altra definizione.' } }],
    });
    expect(said(disputed).moves[0]).toMatchObject({ reason: 'Altra definizione.', locale: 'it' });
    expect((await act(host, id, 'put', 'release', reason)).status).toBe(403);
    expect(said(await act(host, id, 'put', 'resumption', reason))).toMatchObject({
      ...{ state: 'draft', version: 1, commentsUntil: null },
    });
    await act(host, id, 'post', 'versions', { revision: 2 });
    await act(peer, id, 'post', 'checks', { ...doubt, comparableRemark: 'Ancora.', version: 2 });
    const released = await act(editor, id, 'put', 'release', reason);
    expect(said(released)).toMatchObject({ state: 'checked', ball: 'editors', version: 2 });
    await hub.drain();
    const heard = async (client: TestClient) =>
      (
        await hub.database.query<{ name: string }[]>(
          'select name from notifications where subject_id = $1 and person_id = $2 order by name',
          [id, client === host ? hostPerson.id : peerPerson.id],
        )
      ).map(({ name }) => name);
    expect(await heard(host)).toEqual([
      ...['answer.checked', 'answer.commented', 'answer.disputed', 'answer.disputed'],
    ]);
    expect(await heard(peer)).toEqual(['answer.agreed', 'answer.agreed']);
    expect(said(released).moves.map(({ to }) => to)).toEqual([
      ...['checked', 'disputed', 'agreed', 'draft', 'disputed', 'agreed', 'commented'],
    ]);
  });

  it('shows the work to nobody but those who do it', async () => {
    const question = await aQuestion(hub, comparison, 'statement');
    for (const state of ['draft', 'agreed', 'published'] satisfies AnswerState[]) {
      const { id } = await anAnswer(hub, question, sweden!, {
        state,
        period: state === 'draft' ? '' : `20${state.length}0`,
      });
      expect((await stranger.get(`/api/v1/answers/${id}`)).status).toBe(404);
      expect((await edit(id, { score: '1', revision: 1 }, stranger)).status).toBe(404);
      expect((await edit(id, { score: '1', revision: 1 }, peer)).status).toBe(403);
      expect((await member.get(`/api/v1/answers/${id}`)).status).toBe(200);
    }
    expect((await begin(question.code, { period: '2001' }, peer)).status).toBe(403);
    expect((await begin(question.code, { period: '2001' }, stranger)).status).toBe(404);
  });
});
