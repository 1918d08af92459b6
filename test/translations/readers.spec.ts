import { aPartnership, aStatement, type TestPartnership } from '../factories/partnerships';
import { aPerson, type TestPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describe('Reading beside the original, and what readers say of it', () => {
  let hub: TestHub;
  let partnership: TestPartnership;
  let statement: { id: string };
  let translator: TestPerson;
  let translating: TestClient;
  let reader: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    partnership = await aPartnership(hub, { name: 'Sodelovanje', locale: 'sl' });
    statement = await aStatement(hub, partnership.id, {
      text: 'Prvi odstavek o zadrugah.\n\nDrugi odstavek <b>o občinah</b>.',
      locale: 'sl',
    });
    translator = await aPerson(hub, { name: 'Tove', grants: [{ role: 'translator', detail: 'sv' }] });
    translating = await TestClient.as(hub, translator);
    reader = await TestClient.as(hub, await aPerson(hub, { name: 'Rut Läsare', locale: 'sv' }));
    await translate(['Första stycket om kooperativ.', 'Andra stycket om <b>kommuner</b>.']);
  });

  const api = (locale = 'sv') => `/api/v1/texts/statement/${statement.id}/translations/${locale}`;
  const path = () => `/sv/texts/statement/${statement.id}`;
  const segments = async () => (await translating.get(api())).body.segments;

  async function translate(texts: string[], status = 'reviewed') {
    const before = await segments();
    const sent = await translating.send('put', api(), {
      segments: texts.map((text, place) => ({
        id: before[place].id,
        version: before[place].version,
        text,
        status,
      })),
    });
    expect(sent.status).toBe(200);
  }

  const propose = (proposal: string, note = '', position = 0) =>
    reader.send('post', `${api()}/wording`, { string: 'text', position, proposal, note });

  it('shows paragraph by paragraph who translated it and when, each in its language', async () => {
    const { text, status } = await new TestClient(hub).get(path());
    expect(status).toBe(200);
    expect(text).toContain('<p class="said-text beside-plain" lang="sl">Prvi odstavek o zadrugah.</p>');
    expect(text).toContain('<p class="said-text beside-plain" lang="sv">Första stycket om kooperativ.</p>');
    expect(text).toContain('&lt;b>kommuner&lt;/b>');
    expect(text.match(/class="beside-pair" id=/g)).toHaveLength(2);
    expect(text).toContain('state state-reviewed');
    expect(text).toContain('Tove');
    expect((await new TestClient(hub).get(`${path()}?language=it`)).text).toContain('state state-missing');
  });

  it('warns of what has changed in the original since', async () => {
    const change = (text: string, weight: string, revision: number) =>
      hub.database.transaction(async (tx) => {
        const [{ strings }] = await tx.query(
          `select json_build_object('text', text) as strings from statements where id = $1`,
          [statement.id],
        );
        await tx.query(
          `insert into original_revisions (kind, owner_id, revision, locale, strings, weight)
           values ('statement', $1, $2, 'sl', $3, $4)`,
          [statement.id, revision, strings, weight],
        );
        await tx.query('update statements set text = $2, revision = revision + 1 where id = $1', [
          statement.id,
          text,
        ]);
      });
    await change('Prvi odstavek o zadrugah in občinah.\n\nDrugi odstavek <b>o občinah</b>.', 'important', 1);
    const { text } = await reader.get(path());
    expect(text).toContain('<ins> in občinah</ins>');
    expect(text).toContain('notice notice-red');
    expect(text).toContain('state state-outdated');
  });

  it('lets a reader report and propose in two clicks, and translators accept with a word', async () => {
    const page = (await reader.get(path())).text;
    expect(page).toContain('action="/sv/texts/statement/');
    const sent = await reader.submit(
      `${path()}/wording`,
      {
        string: 'text',
        position: 0,
        language: 'sv',
        proposal: 'Första stycket om andelslag.',
        note: 'Inte samma sak',
      },
      path(),
    );
    expect(sent.status).toBe(303);
    const desk = await translating.get(`/sv/translations/statement/${statement.id}/sv`);
    expect(desk.text).toContain('Rut Läsare');
    expect(desk.text).toContain('<ins>andelslag</ins>');
    const { notes } = (await translating.get(`${api()}/wording`)).body;
    const answered = await translating.submit(
      `/sv/wording/${notes[0].id}`,
      { state: 'accepted', answer: 'Tack!' },
      `/sv/translations/statement/${statement.id}/sv`,
    );
    expect(answered.status).toBe(303);
    expect((await segments())[0].text).toBe('Första stycket om andelslag.');
    expect((await reader.get(path())).text).toContain('Första stycket om andelslag.');
    const own = (await reader.get('/sv/wording')).text;
    expect(own).toContain('Tack!');
    expect(own).toContain('antaget');
    const again = await translating.send('put', `/api/v1/wording/${notes[0].id}/answer`, {
      state: 'declined',
    });
    expect(again.status).toBe(409);
  });

  it('declines, and the wording stays as it is', async () => {
    const { id } = (await propose('Något annat.')).body;
    const answer = await translating.send('put', `/api/v1/wording/${id}/answer`, {
      ...{ state: 'declined', answer: 'Det är termen i lagen.' },
    });
    expect(answer.body).toMatchObject({ state: 'declined', answer: 'Det är termen i lagen.' });
    expect((await segments())[0].text).toBe('Första stycket om kooperativ.');
    const mine = (await reader.get('/api/v1/me/wording')).body.notes;
    expect(mine[0]).toMatchObject({ id, state: 'declined', proposal: 'Något annat.' });
  });

  it('takes a wording that was left as it is for a report only', async () => {
    await propose('Första stycket om kooperativ.', 'Fel ord');
    const { notes } = (await translating.get(`${api()}/wording`)).body;
    expect(notes).toMatchObject([
      { proposal: null, note: 'Fel ord', quoted: 'Första stycket om kooperativ.' },
    ]);
  });

  it('does not put an accepted wording where the original is another one by now', async () => {
    const { id } = (await propose('Första stycket om andelslag.')).body;
    await hub.database.query(`update statements set text = 'Nekaj drugega.' where id = $1`, [statement.id]);
    expect(
      (await translating.send('put', `/api/v1/wording/${id}/answer`, { state: 'accepted' })).status,
    ).toBe(200);
    expect((await segments()).map(({ text }: { text: string }) => text)).not.toContain(
      'Första stycket om andelslag.',
    );
  });

  it('is not for visitors, not for paragraphs that are not there, and answered by translators only', async () => {
    const visitor = new TestClient(hub);
    const note = { string: 'text', position: 0, proposal: 'x' };
    expect((await visitor.send('post', `${api()}/wording`, note)).status).toBe(401);
    expect((await reader.send('post', `${api()}/wording`, { ...note, position: 9 })).status).toBe(404);
    expect((await reader.send('post', `${api('it')}/wording`, note)).status).toBe(404);
    expect((await reader.send('post', `${api()}/wording`, { ...note, state: 'accepted' })).status).toBe(422);
    const { id } = (await propose('Bättre.')).body;
    expect((await reader.send('put', `/api/v1/wording/${id}/answer`, { state: 'accepted' })).status).toBe(
      403,
    );
    expect((await reader.get(`${api()}/wording`)).status).toBe(403);
  });

  it('hides texts that the reader may not read, also when something was said of them', async () => {
    const { id } = (await propose('Bättre.')).body;
    await hub.database.query(`update partnerships set status = 'draft' where id = $1`, [partnership.id]);
    expect((await reader.get(path())).status).toBe(404);
    expect(
      (await translating.send('put', `/api/v1/wording/${id}/answer`, { state: 'accepted' })).status,
    ).toBe(404);
  });

  it('remembers every change, compares any two, and goes back', async () => {
    await translate(['Första, andra gången.']);
    await translate(['Första, tredje gången.']);
    const [first] = await segments();
    const history = `/sv/translations/statement/${statement.id}/sv/history`;
    const { text } = await translating.get(`${history}?segment=${first.id}`);
    expect(text).toContain('<del>andra</del><ins>tredje</ins>');
    const ids = [...text.matchAll(/name="revision" value="(\d+)"/g)].map(([, id]) => id!);
    expect(ids).toHaveLength(2);
    const compared = (await translating.get(`${history}?segment=${first.id}&from=${ids[1]}&to=${ids[0]}`))
      .text;
    expect(compared).toContain('Första stycket om kooperativ'.slice(0, 6));
    const back = await translating.submit(history, { revision: ids[1] }, `${history}?segment=${first.id}`);
    expect(back.status).toBe(303);
    expect((await segments())[0]).toMatchObject({ text: 'Första stycket om kooperativ.', state: 'draft' });
    expect((await reader.get(history)).status).toBe(403);
    expect(
      (await translating.submit(history, { revision: '999999999' }, `${history}?segment=${first.id}`)).status,
    ).toBe(404);
  });
});
