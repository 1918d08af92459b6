import { randomUUID } from 'node:crypto';
import { aPartnership, type TestPartnership } from '../../factories/partnerships';
import { aPerson } from '../../factories/people';
import { aMember, aPlatform, type TestPlatform } from '../../factories/platforms';
import { TestClient } from '../../support/client';
import { startHub, type TestHub } from '../../support/hub';

interface Asked {
  id: string;
  code: string;
  question: { text: string };
  revision: number;
  options: { code: string; revision: number }[];
  retired: boolean;
}
interface Structure {
  id: string;
  revision: number;
  countries: { country: string; platform: string | null }[];
  dimensions: { id: string; code: string; revision: number; questions: Asked[] }[];
}

describe('What a comparison asks', () => {
  let hub: TestHub;
  let partnership: TestPartnership;
  let platforms: { slovenia: TestPlatform; italy: TestPlatform };
  let editor: TestClient;
  let host: TestClient;
  let visitor: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    partnership = await aPartnership(hub);
    const place = { partnershipId: partnership.id };
    platforms = {
      slovenia: await aPlatform(hub, { ...place, country: 'SI' }),
      italy: await aPlatform(hub, { ...place, country: 'IT' }),
    };
    const grants = [{ role: 'editor' as const, placeId: partnership.id }];
    editor = await TestClient.as(hub, await aPerson(hub, { grants }));
    host = await TestClient.as(hub, await aMember(hub, platforms.slovenia, { host: true }));
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());

  const begin = async (fields: object = {}) => {
    const input = { partnership: partnership.slug, title: 'Laws compared', locale: 'en', ...fields };
    const answer = await editor.send('post', '/api/v1/comparisons', input);
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return `/api/v1/comparisons/${answer.body.slug}`;
  };
  const structure = async (at: string): Promise<Structure> => (await editor.get(`${at}/structure`)).body;
  const codes = async (at: string) =>
    (await structure(at)).dimensions.map(({ code, questions }) => [code, questions.map((row) => row.code)]);
  const dimension = async (at: string, title = 'Concept') => {
    const { body } = await editor.send('post', `${at}/dimensions`, { title, locale: 'en' });
    return body.id as string;
  };
  const ask = async (at: string, of: string, fields: object = {}) => {
    const input = { kind: 'statement', question: 'Advice is free.', locale: 'en', ...fields };
    const answer = await editor.send('post', `${at}/dimensions/${of}/questions`, input);
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return answer.body as { id: string; code: string };
  };
  const answered = (
    comparison: string,
    question: string,
    columns: { number?: string; options?: string[] } = {},
  ) =>
    hub.database.query(
      `insert into answers (comparison_id, question_id, country, number, options, locale)
       values ($1, $2, 'SI', $3, $4, 'sl')`,
      [comparison, question, columns.number ?? null, columns.options ?? []],
    );

  it('is begun, asked, opened and closed by pages alone', async () => {
    const begun = await editor.submit('/en/comparisons/new', {
      ...{ partnership: partnership.slug, title: 'Šola za vse', locale: 'sl', period: '2024' },
    });
    expect(begun.headers['location']).toBe('/en/comparisons/sola-za-vse/edit/structure');
    const at = '/en/comparisons/sola-za-vse/edit';
    const added = await editor.submit(
      `${at}/structure/dimensions`,
      { title: 'Zakoni', description: '', locale: 'sl' },
      `${at}/structure`,
    );
    const page = added.headers['location']!;
    const question = await editor.submit(
      `${page}/questions`,
      { kind: 'category', question: 'Ali obstaja zakon?', locale: 'sl' },
      page,
    );
    const own = question.headers['location']!;
    expect((await editor.get(`${at}/structure`)).text).toContain('Nothing to choose from yet');
    const early = await editor.submit(`${at}/status`, { status: 'open' }, at);
    expect([early.status, early.text.includes('at least one country')]).toEqual([422, true]);
    await editor.submit(`${own}/options`, { labels: 'Da\r\n\r\nNe\nOsnutek zakona', locale: 'sl' }, own);
    const shown = (await editor.get(own)).text;
    for (const code of ['option-da', 'option-ne', 'option-osnutek_zakona'])
      expect(shown).toContain(`id="${code}"`);
    const edited = await editor.submit(own, {
      ...{ revision: '1', question: 'Ali velja zakon?', help: '', locale: 'sl', several: 'true' },
      weight: 'meaning',
    });
    expect(edited.status).toBe(303);
    const late = await editor.submit(own, {
      ...{ revision: '1', question: 'Ali imate zakon?', help: '', locale: 'sl', several: 'true' },
      weight: 'meaning',
    });
    expect([
      late.status,
      late.text.includes('Ali imate zakon?'),
      late.text.includes('Ali velja zakon?'),
    ]).toEqual([409, true, true]);
    await editor.submit(
      `${at}/countries`,
      { country: 'SI', platform: platforms.slovenia.id },
      `${at}/countries`,
    );
    await editor.submit(`${at}/countries`, { country: 'EU27_2020' }, `${at}/countries`);
    expect((await host.get(at)).status).toBe(404);
    const opened = await editor.submit(`${at}/status`, { status: 'open' }, at);
    expect(opened.status).toBe(303);
    expect((await host.get(at)).status).toBe(403);
    expect((await host.get('/api/v1/comparisons/sola-za-vse/structure')).status).toBe(200);
    expect((await visitor.get('/api/v1/comparisons/sola-za-vse/structure')).status).toBe(401);
    const facts = { title: 'Šola za vse', summary: '', locale: 'sl', licence: 'CC BY 4.0', weight: 'typo' };
    const wrong = await editor.submit(at, {
      ...facts,
      period: '2024-13',
      doi: 'https://doi.org/1',
      revision: '1',
    });
    expect([wrong.status, wrong.text.includes('2024-13')]).toEqual([422, true]);
    const right = { ...facts, period: '2023/2024', doi: '10.5281/zenodo.12', revision: '1' };
    expect((await editor.submit(at, right)).status).toBe(303);
    expect((await editor.submit(at, { ...right, title: 'Druga' })).text).toContain('Druga');
    await editor.submit(`${at}/status`, { status: 'closed' }, at);
    expect((await editor.get(`${at}/structure`)).status).toBe(403);
    expect((await editor.get(at)).text).toContain('This comparison is closed');
  });

  it('is numbered by its order as long as nobody has answered, and never again after that', async () => {
    const at = await begin();
    const [first, second] = [await dimension(at), await dimension(at, 'Law')];
    const { id } = await ask(at, second);
    const other = await ask(at, second, { question: 'Guidance exists.' });
    expect(await codes(at)).toEqual([
      ['D1', []],
      ['D2', ['D2.1', 'D2.2']],
    ]);
    await editor.send('post', `${at}/questions/${other.id}/move`, { direction: 'up' });
    await editor.send('post', `${at}/dimensions/${second}/move`, { direction: 'up' });
    await editor.send('post', `${at}/dimensions/${second}/move`, { direction: 'up' });
    const { id: comparison, dimensions } = await structure(at);
    expect(dimensions[0]!.questions.map((row) => [row.id, row.code])).toEqual([
      [other.id, 'D1.1'],
      [id, 'D1.2'],
    ]);
    await answered(comparison, id);
    await editor.send('post', `${at}/questions/${id}/move`, { direction: 'up' });
    await editor.send('post', `${at}/dimensions/${first}/move`, { direction: 'up' });
    expect(await codes(at)).toEqual([
      ['D2', []],
      ['D1', ['D1.2', 'D1.1']],
    ]);
    expect((await ask(at, second)).code).toBe('D1.3');
    expect((await editor.send('delete', `${at}/dimensions/${second}`)).body.code).toBe('dimension_answered');
    expect((await editor.send('delete', `${at}/dimensions/${first}`)).status).toBe(204);
  });

  it('keeps a question that was answered, its meaning and what was chosen', async () => {
    const at = await begin();
    const of = await dimension(at);
    const count = await ask(at, of, { kind: 'number', unit: 'PS', bySex: true, minimum: '0', decimals: 0 });
    const law = await ask(at, of, {
      kind: 'category',
      options: [{ code: 'law', label: 'A law' }, { label: 'No law' }],
    });
    const { id } = await structure(at);
    await answered(id, count.id, { number: '254' });
    await answered(id, law.id, { options: ['law'] });
    const change = (question: string, fields: object) =>
      editor.send('patch', `${at}/questions/${question}`, { revision: 1, ...fields });
    expect((await change(count.id, { unit: 'FTE' })).body.code).toBe('measure_answered');
    expect((await change(count.id, { bySex: false })).body.code).toBe('measure_answered');
    expect((await change(count.id, { unit: 'PS', help: 'At the end of the year.' })).status).toBe(204);
    expect((await editor.send('delete', `${at}/questions/${count.id}`)).body.code).toBe('question_answered');
    const option = `${at}/questions/${law.id}/options`;
    expect((await editor.send('delete', `${option}/law`)).body.code).toBe('option_answered');
    expect(
      (await editor.send('patch', `${option}/law`, { label: 'An act', locale: 'en', revision: 1 })).status,
    ).toBe(204);
    const late = await editor.send('patch', `${option}/law`, { label: 'A rule', locale: 'en', revision: 1 });
    expect([late.status, late.body.theirs.label]).toEqual([409, 'An act']);
    await editor.send('post', `${option}/law/move`, { direction: 'down' });
    expect((await editor.send('delete', `${option}/no_law`)).status).toBe(204);
    expect((await editor.send('put', `${at}/questions/${law.id}/retired`, { retired: true })).status).toBe(
      204,
    );
    const [kept] = (await structure(at)).dimensions;
    expect(kept!.questions.map(({ code, retired }) => [code, retired])).toEqual([
      ['D1.1', false],
      ['D1.2', true],
    ]);
    expect((await ask(at, of)).code).toBe('D1.3');
  });

  it('takes countries in protocol order, each once, by a platform of its own', async () => {
    const at = await begin();
    const add = (country: string, platform: string | null = null) =>
      editor.send('post', `${at}/countries`, { country, platform });
    for (const code of ['EU27_2020', 'GB', 'SE', 'NO', 'GR']) expect((await add(code)).status).toBe(204);
    expect((await add('SI', platforms.slovenia.id)).status).toBe(204);
    expect((await add('SI')).body.errors[0].path).toBe('country');
    expect((await add('IT', platforms.slovenia.id)).body.errors[0].path).toBe('platform');
    for (const code of ['EU', 'XX', 'si', 'EU99_2020', '']) expect((await add(code)).status).toBe(422);
    const order = (await structure(at)).countries.map(({ country }) => country);
    expect(order).toEqual(['GR', 'SI', 'SE', 'GB', 'NO', 'EU27_2020']);
    expect((await editor.send('delete', `${at}/countries/NO`)).status).toBe(204);
    expect((await editor.send('delete', `${at}/countries/NO`)).status).toBe(404);
    const of = await dimension(at);
    const { id } = await ask(at, of);
    await answered((await structure(at)).id, id);
    expect((await editor.send('delete', `${at}/countries/SI`)).body.code).toBe('country_answered');
  });

  it('refuses what nobody can answer, and keeps what is somebody else’s', async () => {
    const [at, elsewhere] = [await begin(), await begin()];
    const of = await dimension(at);
    const foreign = await dimension(elsewhere);
    const path = `${at}/dimensions/${of}/questions`;
    const refused = async (fields: object) => {
      const input = { kind: 'number', question: 'How many?', locale: 'en', ...fields };
      const answer = await editor.send('post', path, input);
      return [answer.status, answer.body.errors?.[0]?.path ?? answer.body.code];
    };
    expect(await refused({ unit: 'XXX' })).toEqual([422, 'unit']);
    expect(await refused({ minimum: '1e308' })).toEqual([422, 'minimum']);
    expect(await refused({ minimum: '5', maximum: '4' })).toEqual([422, 'maximum']);
    expect(await refused({ decimals: 7 })).toEqual([422, 'decimals']);
    expect(await refused({ anchor_0: 'None' })).toEqual([422, 'anchor_0']);
    expect(await refused({ options: [{ label: 'A' }] })).toEqual([422, expect.anything()]);
    expect(await refused({ question: 'x\u0000y' })).toEqual([422, 'question']);
    expect(await refused({ question: 'x'.repeat(401) })).toEqual([422, 'question']);
    expect(await refused({ colour: 'red' })).toEqual([422, expect.anything()]);
    expect(
      await refused({
        kind: 'category',
        options: [
          { code: 'a', label: 'A' },
          { code: 'a', label: 'B' },
        ],
      }),
    ).toEqual([422, 'code']);
    const html = await ask(at, of, { question: '<b>Bold</b> & "quoted"' });
    expect((await editor.get(`/en${at.replace('/api/v1', '')}/edit/structure`)).text).not.toContain(
      '<b>Bold',
    );
    for (const id of [foreign, randomUUID()]) {
      expect(
        (
          await editor.send('post', `${at}/dimensions/${id}/questions`, {
            kind: 'text',
            question: 'Why?',
            locale: 'en',
          })
        ).status,
      ).toBe(404);
      expect((await editor.send('delete', `${at}/dimensions/${id}`)).status).toBe(404);
    }
    expect((await editor.send('delete', `${elsewhere}/questions/${html.id}`)).status).toBe(404);
    expect((await host.send('delete', `${at}/questions/${html.id}`)).status).toBe(404);
    expect((await visitor.send('post', `${at}/dimensions`, { title: 'Mine', locale: 'en' })).status).toBe(
      401,
    );
    const stranger = { partnership: partnership.slug, title: 'Mine', locale: 'en' };
    expect((await host.send('post', '/api/v1/comparisons', stranger)).status).toBe(403);
    expect((await host.get('/en/comparisons/new')).status).toBe(403);
  });
});
