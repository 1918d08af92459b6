import { LOCALES } from '../../../src/core/i18n/locales';
import type { ComparisonData, DataAnswer } from '../../../src/comparisons/comparison-data';
import { Figures, rounded } from '../../../src/comparisons/reading/figures';
import { comparisonData, wordsOf } from '../../factories/comparison-data';
import { aComparison, aCountry, anAnswer, aQuestion } from '../../factories/comparisons';
import { aPartnership } from '../../factories/partnerships';
import { aPerson } from '../../factories/people';
import { aPublishedComparison } from '../../factories/published-comparison';
import { aRoom, aThread } from '../../factories/rooms';
import { TestClient } from '../../support/client';
import { startHub, type TestHub } from '../../support/hub';

/** What a page says, without its markup. */
const wordsIn = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('Pages of a comparison', () => {
  let hub: TestHub;
  let visitor: TestClient;
  let data: ComparisonData;
  const at = '/en/comparisons/ecosystems';
  const page = async (path: string, client = visitor) => {
    const answer = await client.get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text;
  };
  const status = async (path: string, client = visitor) => (await client.get(path)).status;

  beforeAll(async () => {
    hub = await startHub();
    visitor = new TestClient(hub);
    const drawn = { countries: 5, questions: 60, dimensions: 6, aggregate: true };
    data = comparisonData(drawn);
    const made = await aPublishedComparison(hub, data);
    data = comparisonData({ ...drawn, seed: 9, version: 2 });
    await aPublishedComparison(hub, data, made);
  });
  afterAll(() => hub.close());

  it('show every cell with its number, how many answered, or that too few did', async () => {
    const figures = Figures.of(data);
    const html = await page(`${at}?view=heat`);
    const cells = [...html.matchAll(/<td class="(h\d|none)">([\s\S]*?)<\/td>/g)].map(
      ([, look, content]) => [look, wordsIn(content!)] as const,
    );
    const wanted = figures
      .scoredDimensions()
      .flatMap(({ id }) => figures.countries.map(({ code }) => figures.cell(code, id)));
    expect(cells).toHaveLength(wanted.length);
    for (const [place, { mean, step, answered, asked }] of wanted.entries()) {
      const [look, words] = cells[place]!;
      expect(look).toBe(step === null ? 'none' : `h${step}`);
      expect(words).toContain(`${answered}/${asked}`);
      expect(words).toContain(mean === null ? 'not enough answers' : rounded(mean).toFixed(1));
    }
  });

  it('exist at their addresses in every language, in this version and the one before', async () => {
    const [country, dimension] = [data.countries[0]!.code.toLowerCase(), 'd1'];
    const question = data.questions[0]!.code.toLowerCase();
    const answered = data.answers.find(({ question: id }) => id === data.questions[0]!.id)!;
    const below = [
      ...['', `/countries/${country}`, `/dimensions/${dimension}`, `/questions/${question}`],
      ...[`/answers/${answered.country.toLowerCase()}/${question}`, '/timeline', '/changes'],
    ];
    for (const path of below) {
      for (const locale of LOCALES) await page(`/${locale}/comparisons/ecosystems${path}`);
      expect(await page(`${at}/versions/1${path}`)).toContain('There is a newer one');
    }
  });

  it('know nothing of what is not there', async () => {
    for (const path of [
      ...['/versions/3', '/versions/0', '/versions/x', '/versions/1/elsewhere', '/versions/1/countries/zz'],
      ...['/countries/zz', '/dimensions/d99', '/questions/none', '/answers/be/none', '/answers/zz/d1.1'],
      ...['/working', '/working/changes', '/countries/%00', '/answers/be/d1.1?period=1066'],
      ...['/countries/' + 'x'.repeat(60), '/questions/%3Cscript%3E', '/versions/99999999999999999999'],
    ])
      expect([path, await status(`${at}${path}`)]).toEqual([path, 404]);
    expect(await status('/en/comparisons/nothing')).toBe(404);
  });

  it('pass over wishes that cannot be', async () => {
    const plain = wordsIn(await page(at));
    for (const query of [
      '?sort=d99',
      '?view=map',
      '?cell=zz.d1',
      '?order=up',
      '?differences=%F0%9F%A4%B7',
      '?x=1',
    ])
      expect(wordsIn(await page(`${at}${query}`))).toBe(plain);
  });

  it('put countries in the order of a dimension only where it may be ranked', async () => {
    const figures = Figures.of(data);
    for (const dimension of figures.scoredDimensions()) {
      const html = await page(`${at}?sort=${dimension.code.toLowerCase()}`);
      expect(html.includes('aria-sort="descending"')).toBe(figures.mayRankDimension(dimension.id));
    }
    const numbers = data.questions.filter(({ kind }) => kind === 'number');
    for (const question of numbers) {
      const html = await page(`${at}/questions/${question.code}`);
      expect(html.includes('In order of the values')).toBe(figures.mayRank(question));
      expect(html.includes('count different things')).toBe(figures.definitionDiffers(question.id));
    }
  });

  it('are reordered by names, and show differences only', async () => {
    const html = await page(`${at}?differences=on`);
    const figures = Figures.of(data);
    const rows = [...html.matchAll(/<tr id="(d\d+)">/g)].map(([, code]) => code!.toUpperCase());
    const differing = figures.scoredDimensions().filter(({ id }) => figures.differsIn(id));
    expect(rows).toEqual(differing.map(({ code }) => code));
  });

  it('never say a person count of one to four, nor what would give it away', async () => {
    const question = data.questions.find(({ unit }) => unit === 'PS')!;
    const answer: DataAnswer = {
      ...data.answers.find(({ question: id }) => id === question.id)!,
      ...{ standing: 'value', number: '4321', women: '3', men: '4318', notStated: null, period: '2025' },
    };
    const others = data.answers.filter(
      (each) => each.question !== question.id || each.country !== answer.country,
    );
    await aPublishedComparison(hub, { ...data, slug: 'few', answers: [...others, answer] });
    const cell = `/en/comparisons/few/answers/${answer.country}/${question.code}`.toLowerCase();
    const words = wordsIn(await page(cell));
    expect(words).toContain('4,321');
    expect(words).toContain('too few persons to be shown');
    expect(words).not.toContain('4,318');
  });

  it('say what changed between two versions, old and new', async () => {
    const before = data.answers.find(({ number, standing }) => number !== null && standing === 'value')!;
    const after = { ...before, number: '987654', women: null, men: null, notStated: null };
    const one = { ...data, slug: 'yearly', version: 1, answers: [before] };
    const made = await aPublishedComparison(hub, one);
    await aPublishedComparison(hub, { ...one, version: 2, answers: [after] }, made);
    const words = wordsIn(await page('/en/comparisons/yearly/changes'));
    expect(words).toContain('1 answer was changed');
    expect(words).toContain('987,654');
    expect(wordsIn(await page('/en/comparisons/yearly/versions/1/changes'))).toContain('first version');
  });

  it('are cited with their version', async () => {
    const [answer] = data.answers;
    const { code } = data.questions.find(({ id }) => id === answer!.question)!;
    const cell = `${at}/answers/${answer!.country}/${code}`.toLowerCase();
    expect(await page(cell)).toContain(`/en/comparisons/ecosystems/versions/2/answers/`);
    const bibtex = await visitor.get(`${cell}/cite.bib`);
    expect([bibtex.status, bibtex.text]).toEqual([200, expect.stringContaining('@incollection{')]);
    expect(bibtex.text).toContain('versions/2/answers');
    expect((await visitor.get(`${at}/cite.ris`)).text).toContain('TY  - BOOK');
  });

  it('escape whatever people write', async () => {
    const evil = '<img src=x onerror=alert(1)> & "quoted"';
    const answers = data.answers.slice(0, 5).map((answer) => ({
      ...answer,
      text: wordsOf('answer', 900_000, evil, 'en'),
      evidence: answer.evidence.map((each) => ({
        ...each,
        source: { ...each.source!, title: evil, address: 'javascript:alert(1)' },
      })),
    }));
    await aPublishedComparison(hub, {
      ...data,
      slug: 'evil',
      title: wordsOf('comparison', 900_001, evil, 'en'),
      answers,
    });
    const country = answers[0]!.country.toLowerCase();
    for (const path of ['', `/countries/${country}`, '/timeline', '/dimensions/d1']) {
      const html = await page(`/en/comparisons/evil${path}`);
      expect(html).not.toContain('<img src=x');
      expect(html).not.toContain('href="javascript:');
    }
  });

  it('keep the work under way from those who do not do it', async () => {
    const partnership = await aPartnership(hub);
    const comparison = await aComparison(hub, { slug: 'draft', partnershipId: partnership.id });
    const sweden = await aCountry(hub, comparison, { code: 'SE' });
    const question = await aQuestion(hub, comparison, 'text');
    await anAnswer(hub, question, sweden, { text: 'Nobody knows yet.' });
    const cell = `/answers/se/${question.code}`.toLowerCase();
    for (const path of ['', '/working', `/working${cell}`, cell])
      expect(await status(`/en/comparisons/draft${path}`)).toBe(404);
    expect(await page('/en/comparisons')).not.toContain('/comparisons/draft');
    const stranger = await TestClient.as(hub, await aPerson(hub));
    expect(await status('/en/comparisons/draft/working', stranger)).toBe(404);
    const editor = await aPerson(hub, { grants: [{ role: 'editor', placeId: partnership.id }] });
    const client = await TestClient.as(hub, editor);
    const html = await page(`/en/comparisons/draft/working${cell}`, client);
    expect(html).toContain('Nobody knows yet.');
    expect(html).toContain('This is the work under way');
    expect(html).toContain('noindex');
    expect(await page('/en/comparisons/draft', client)).toContain('This is the work under way');
    expect(await page('/en/comparisons', client)).toContain('/comparisons/draft/working');
    expect(await status(`/en/comparisons/draft${cell}/cite.bib`, client)).toBe(404);
  });

  it('tell of evidence in a closed room that there is some, and none of its words', async () => {
    const room = await aRoom(hub, { visibility: 'members' });
    const thread = await aThread(hub, room, await aPerson(hub), { title: 'A secret thread' });
    const [answer] = data.answers as [DataAnswer];
    const { code } = data.questions.find(({ id }) => id === answer.question)!;
    const [link] = await hub.database.query<[{ id: string }]>(
      `insert into evidence (relation, statement_kind, statement_id, ground_kind, ground_id, ground_revision, quote,
         quote_locale, standing) values ('rests_on', 'answer', $1, 'thread', $2, 1, 'A secret thread', 'en', 'changed')
       returning id`,
      [answer.id, thread.id],
    );
    const ground = {
      ...{ id: link.id, relation: 'rests_on' as const, kind: 'thread', ground: thread.id, revision: 1 },
      ...{ standing: 'sound' as const, source: null },
    };
    const answers = [{ ...answer, evidence: [ground] }];
    await aPublishedComparison(hub, { ...data, slug: 'closed-room', answers });
    const cell = `/en/comparisons/closed-room/answers/${answer.country}/${code}`.toLowerCase();
    const html = await page(cell);
    expect(html).not.toContain('secret');
    expect(html).toContain('The evidence has changed');
    expect(html).toContain(`id="evidence-${link.id}"`);
    const administrator = await TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role: 'administrator' }] }),
    );
    expect(await page(cell, administrator)).toContain('A secret thread');
  });

  it('are sent to visitors as they were drawn, until a new version is there', async () => {
    const made = await aPublishedComparison(hub, { ...data, slug: 'kept', version: 1 });
    const first = await visitor.get('/en/comparisons/kept');
    const again = await visitor.get('/en/comparisons/kept');
    expect(again.text).toBe(first.text);
    await aPublishedComparison(
      hub,
      { ...data, version: 2, title: wordsOf('comparison', 3, 'Another title', 'en') },
      made,
    );
    expect((await visitor.get('/en/comparisons/kept')).text).toContain('Another title');
    expect((await visitor.get('/en/comparisons/kept/versions/1')).text).not.toContain('<h1>Another title');
  });
});
