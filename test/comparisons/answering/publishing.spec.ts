import { Actor } from '../../../src/core/access/actor';
import { Conflict, Refusal } from '../../../src/core/errors/refusal';
import type { ComparisonData } from '../../../src/comparisons/comparison-data';
import { ComparisonGathering } from '../../../src/comparisons/publishing/comparison-gathering.service';
import { PublishedComparisons } from '../../../src/comparisons/publishing/published-comparisons.service';
import { Publishing } from '../../../src/comparisons/publishing/publishing.service';
import { aComparison, aCountry, anAnswer, aQuestion, type TestComparison } from '../../factories/comparisons';
import { aPerson } from '../../factories/people';
import { TestClient } from '../../support/client';
import { startHub, type TestHub } from '../../support/hub';
import { translate } from '../../support/translating';

describe('Publishing a comparison', () => {
  let hub: TestHub;
  const gather = ({ id }: TestComparison, version = 0) =>
    hub.app.get(ComparisonGathering).gather(hub.database.manager, id, version);
  const publish = ({ slug }: TestComparison, baseVersion: number, note: string | null = null) =>
    hub.app.get(Publishing).publish(Actor.system, slug, { note, locale: 'en', baseVersion });
  const read = ({ id }: TestComparison, version?: number) =>
    hub.app.get(PublishedComparisons).of(id, version);
  const answerIn = (data: ComparisonData, id: string) => data.answers.find((answer) => answer.id === id);
  const move = (id: string, columns: string) =>
    hub.database.query(`update answers set ${columns} where id = $1`, [id]);

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  it('gathers the work under way with everything that belongs to it', async () => {
    const comparison = await aComparison(hub);
    const sweden = await aCountry(hub, comparison, {
      code: 'SE',
      columns: { strengths: 'Many federations.' },
    });
    const union = await aCountry(hub, comparison, { code: 'EU27_2020', platform: null });
    const law = await aQuestion(hub, comparison, 'category', { columns: { several: true } });
    const score = await aQuestion(hub, law.dimension, 'statement');
    const gone = await aQuestion(hub, law.dimension, 'text', { columns: { retired_at: new Date() } });
    const answer = await anAnswer(hub, score, sweden, { columns: { flags: ['e', 'p'], note: 'As told.' } });
    await anAnswer(hub, gone, sweden);
    const data = await gather(comparison);
    expect(data).toMatchObject({ id: comparison.id, slug: comparison.slug, version: 0, publishedOn: null });
    expect(data.countries.map(({ code }) => code)).toEqual([sweden.code, union.code]);
    expect(data.countries[0]).toMatchObject({
      strengths: { kind: 'country_profile', text: 'Many federations.' },
    });
    expect(data.questions.map(({ code }) => code)).toEqual([law.code, score.code]);
    expect(data.questions[0]!.options.map(({ label }) => label.text)).toContain('Option law');
    expect(Object.keys(data.questions[1]!.anchors)).toEqual(['0', '5', '10']);
    expect(data.answers).toHaveLength(1);
    expect(answerIn(data, answer.id)).toMatchObject({
      ...{
        country: 'SE',
        score: '7.5',
        number: null,
        state: 'draft',
        flags: ['e', 'p'],
        validOn: '2024-05-31',
      },
      note: { kind: 'answer', text: 'As told.', translations: [] },
      evidence: [
        { kind: 'source', standing: 'sound', source: { publisher: 'Ministry', readOn: '2024-05-31' } },
      ],
    });
  });

  it('publishes what was agreed and checked, and nothing else', async () => {
    const comparison = await aComparison(hub);
    const [sweden, italy] = [await aCountry(hub, comparison), await aCountry(hub, comparison)];
    const question = await aQuestion(hub, comparison, 'number');
    const other = await aQuestion(hub, question.dimension, 'text');
    const checked = await anAnswer(hub, question, sweden, { state: 'checked' });
    await anAnswer(hub, question, italy, { state: 'agreed' });
    await anAnswer(hub, other, italy, { state: 'draft' });
    await anAnswer(hub, other, sweden, { state: 'disputed' });
    expect(await publish(comparison, 0, 'The first one.')).toBe(1);
    const data = await read(comparison);
    expect(data.answers.map(({ id }) => id)).toEqual([checked.id]);
    expect(data).toMatchObject({ version: 1, note: { text: 'The first one.', locale: 'en' } });
    expect(data.publishedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const [moved] = await hub.database.query<[object]>(
      'select from_state, to_state from answer_moves where answer_id = $1',
      [checked.id],
    );
    expect(moved).toEqual({ from_state: 'checked', to_state: 'published' });
  });

  it('refuses to publish when nothing was checked, or on top of a version that is not the newest', async () => {
    const comparison = await aComparison(hub);
    const question = await aQuestion(hub, comparison);
    const country = await aCountry(hub, comparison);
    await anAnswer(hub, question, country, { state: 'agreed' });
    await expect(publish(comparison, 0)).rejects.toMatchObject(
      new Refusal(409, 'comparisons:refusal.nothing_checked'),
    );
    await hub.database.query(`update answers set state = 'checked' where question_id = $1`, [question.id]);
    await publish(comparison, 0);
    await expect(publish(comparison, 0)).rejects.toBeInstanceOf(Conflict);
    await expect(publish(comparison, 1)).resolves.toBe(2);
  });

  it('keeps telling what was published while the next version of an answer is written', async () => {
    const comparison = await aComparison(hub);
    const country = await aCountry(hub, comparison);
    const question = await aQuestion(hub, comparison, 'number');
    const answer = await anAnswer(hub, question, country, { state: 'checked' });
    await publish(comparison, 0);
    await move(answer.id, `state = 'draft', number = 300, text = 'More now.', revision = 2`);
    await publish(comparison, 1);
    for (const version of [1, 2])
      expect(answerIn(await read(comparison, version), answer.id)).toMatchObject({
        ...{ number: '254', state: 'published', version: 1, text: { text: 'It is in place.', revision: 1 } },
        evidence: [{ source: { title: 'Register of enterprises' } }],
      });
    expect(answerIn(await gather(comparison), answer.id)).toMatchObject({ number: '300', state: 'draft' });
  });

  it('adds translations to the newest version as they are made, and never changes what is said', async () => {
    const comparison = await aComparison(hub, { title: 'Compared' });
    const question = await aQuestion(hub, comparison);
    const answer = await anAnswer(hub, question, await aCountry(hub, comparison), { state: 'checked' });
    await publish(comparison, 0);
    await publish(comparison, 1);
    const person = await aPerson(hub, {
      name: 'Ann',
      grants: [
        { role: 'translator', detail: 'sv' },
        { role: 'editor', placeId: comparison.partnershipId },
      ],
    });
    const translator = await TestClient.as(hub, person);
    const inSwedish = async (kind: string, id: string, strings: Record<string, string>) => {
      expect((await translate(translator, { kind, id, locale: 'sv' }, strings)).status).toBe(200);
      await hub.drain();
    };
    expect(answerIn(await read(comparison), answer.id)!.text!.translations).toEqual([]);
    await inSwedish('answer', answer.id, { text: 'Det finns.' });
    await inSwedish('comparison', comparison.id, { title: 'Jämfört' });
    const swedish = { locale: 'sv', text: 'Det finns.', status: 'draft', outdated: false, by: 'Ann' };
    expect(answerIn(await read(comparison), answer.id)!.text!.translations).toEqual([swedish]);
    expect(answerIn(await read(comparison, 1), answer.id)!.text!.translations).toEqual([]);
    expect((await read(comparison)).title.translations).toMatchObject([{ text: 'Jämfört' }]);
    await hub.database.query(`update comparisons set title = 'Compared anew', revision = 2 where id = $1`, [
      comparison.id,
    ]);
    await inSwedish('comparison', comparison.id, { title: 'Jämfört på nytt' });
    expect((await read(comparison)).title).toMatchObject({
      text: 'Compared',
      translations: [{ text: 'Jämfört', outdated: false }],
    });
  });
});
