import { aFile } from '../factories/files';
import { aChapter, aHandbook, type TestHandbook } from '../factories/handbooks';
import { aPartnership } from '../factories/partnerships';
import { aPerson, type TestPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { PATHOLOGICAL } from '../support/pathological';

const API = '/api/v1/handbooks';

interface Original {
  title: string;
  lead: string | null;
  body: string;
  revision: number;
}

describe('Handbooks on pages', () => {
  let hub: TestHub;
  let eva: TestClient;
  let ana: TestClient;
  let stranger: TestClient;
  let editor: TestPerson;
  let partnership: { id: string; slug: string };

  const anEditor = async (name: string): Promise<TestClient> => {
    const grants = [{ role: 'editor' as const, placeId: partnership.id }];
    return TestClient.as(hub, await aPerson(hub, { name, grants }));
  };

  beforeAll(async () => {
    hub = await startHub();
    partnership = await aPartnership(hub);
    const grants = [{ role: 'editor' as const, placeId: partnership.id }];
    editor = await aPerson(hub, { name: 'Eva Ek', grants });
    [eva, ana] = [await TestClient.as(hub, editor), await anEditor('Ana Novak')];
    stranger = await TestClient.as(hub, await aPerson(hub));
  });
  afterAll(() => hub.close());

  const ours = (more = {}): Promise<TestHandbook> =>
    aHandbook(hub, { partnershipId: partnership.id, ...more });
  const aText = async (body: string) => {
    const handbook = await ours();
    const { id, slug } = await aChapter(hub, { handbook, title: 'Working together', body });
    const page = `/en/handbooks/${handbook.slug}/${slug}`;
    const api = `${API}/${handbook.slug}/chapters/${slug}`;
    const now = async () => (await eva.get(`${api}/original`)).body as Original;
    return { handbook, id, slug, page, edit: `${page}/edit`, api, now };
  };
  const text = (...passages: string[]) => passages.join('\n\n');
  /** As browsers send it. */
  const sent = (...passages: string[]) => passages.join('\r\n\r\n');
  const form = (body: string, revision = 1, more = {}) => ({
    ...{ title: 'Working together', lead: '', body, revision, weight: 'meaning', note: '' },
    ...more,
  });

  describe('the order', () => {
    it('is changed without scripts: opened, added to, moved by steps and by place, counted, withdrawn', async () => {
      const opened = await eva.submit('/en/handbooks/new', {
        ...{
          partnership: partnership.slug,
          kind: 'library',
          locale: 'en',
          title: 'Methods',
          subtitle: '',
          summary: '',
        },
      });
      expect(opened.headers['location']).toBe('/en/handbooks/methods/edit');
      const edit = '/en/handbooks/methods/edit';
      for (const title of ['First', 'Second', 'Third'])
        expect((await eva.submit(`${edit}/chapters`, { title, below: '', locale: 'en' }, edit)).status).toBe(
          303,
        );
      const order = async () => {
        const html = (await eva.get(edit)).text;
        return [...html.matchAll(/structure-number">([^<]*)<\/span>.*?\/edit">([^<]*)</gs)].map(
          ([, number, title]) => `${number} ${title}`,
        );
      };
      expect(await order()).toEqual(['1 First', '2 Second', '3 Third']);
      const move = (slug: string, to: string) => eva.submit(`${edit}/${slug}/move`, { to }, edit);
      await move('third', 'up');
      await move('third', 'in');
      expect(await order()).toEqual(['1 First', '1.1 Third', '2 Second']);
      await move('second', 'below third');
      expect(await order()).toEqual(['1 First', '1.1 Third', '1.1.1 Second']);
      await move('third', 'out');
      await move('third', 'up');
      expect(await order()).toEqual(['1 Third', '1.1 Second', '2 First']);
      expect((await move('third', 'below second')).text).toContain('Nothing can stand below itself.');
      expect((await move('third', 'sideways')).status).toBe(422);
      await eva.submit(`${edit}/third/number`, { numbered: 'false' }, edit);
      expect(await order()).toEqual([' Third', ' Second', '1 First']);
      await eva.submit(`${edit}/first/publish`, {}, edit);
      await eva.submit(`${edit}/first/withdraw`, {}, edit);
      expect(await order()).toEqual([' Third', ' Second', ' First']);
      expect((await eva.get(edit)).text).toContain('Withdrawn');
    });

    it('a handbook is opened by nobody who edits no partnership', async () => {
      expect((await stranger.get('/en/handbooks/new')).status).toBe(403);
      const { slug } = await ours();
      for (const path of ['edit', 'edit/settings'])
        expect((await stranger.get(`/en/handbooks/${slug}/${path}`)).status).toBe(403);
    });

    it('what it says of itself is saved by compare-and-set, and it is published and taken back', async () => {
      const { slug } = await ours({ status: 'draft' });
      const edit = `/en/handbooks/${slug}/edit`;
      const said = { title: 'New', subtitle: '', summary: 'About.', licence: 'CC BY 4.0', weight: 'meaning' };
      expect((await eva.submit(`${edit}/settings`, { ...said, revision: 1 })).status).toBe(303);
      const late = await ana.submit(`${edit}/settings`, { ...said, title: 'Late', revision: 1 });
      expect([late.status, late.text.includes('value="Late"')]).toEqual([409, true]);
      expect((await eva.submit(`${edit}/publish`, {}, `${edit}/settings`)).status).toBe(303);
      expect((await new TestClient(hub).get(`/en/handbooks/${slug}`)).status).toBe(200);
      expect((await eva.submit(`${edit}/unpublish`, {}, `${edit}/settings`)).status).toBe(303);
      expect((await new TestClient(hub).get(`/en/handbooks/${slug}`)).status).toBe(404);
    });
  });

  describe('a chapter', () => {
    it('is written in a form, with its weight and a note', async () => {
      const { edit, now } = await aText('One');
      const saved = await eva.submit(edit, form('Two', 1, { note: 'Better', act: 'save' }));
      expect(saved.status).toBe(303);
      expect(await now()).toMatchObject({ body: 'Two', revision: 2 });
    });

    it('is shown as it will be read before it is saved', async () => {
      const { edit, now } = await aText('One');
      const preview = await eva.submit(
        edit,
        form('## A heading\n\n::: key\nBe **early**.\n:::', 1, { act: 'preview' }),
      );
      expect(preview.text).toContain('<strong>early</strong>');
      expect(await now()).toMatchObject({ body: 'One', revision: 1 });
      expect((await eva.get(edit)).text).toContain('Your unsaved text of');
    });

    it('what is typed is kept for its writer alone, until it is saved or discarded', async () => {
      const { edit, api, now } = await aText('One');
      const draft = { title: 'Typed', lead: '', body: 'Half a sen', revision: 1 };
      expect((await eva.send('put', `${api}/draft`, draft)).body).toEqual({ others: [] });
      const again = (await eva.get(edit)).text;
      expect(again).toContain('Half a sen');
      expect(again).toContain('Your unsaved text of');
      expect((await ana.get(edit)).text).not.toContain('Half a sen');
      expect((await ana.get(`${api}/draft`)).body).toEqual({ draft: null });
      expect((await eva.get(`${api}/draft`)).body).toMatchObject({ draft });
      expect((await stranger.send('put', `${api}/draft`, draft)).status).toBe(403);
      await eva.submit(`${edit}/discard`, {}, edit);
      expect((await eva.get(edit)).text).not.toContain('Half a sen');
      await eva.submit(edit, form('Kept', 1, { act: 'draft' }));
      expect(await now()).toMatchObject({ body: 'One' });
      await eva.submit(edit, form('Kept', 1));
      expect((await eva.get(`${api}/draft`)).body).toEqual({ draft: null });
    });

    it('says who else is writing, as long as she does', async () => {
      const { edit, api, id } = await aText('One');
      await ana.get(edit);
      expect((await eva.get(edit)).text).toContain('Also writing here now: Ana Novak');
      expect((await eva.send('post', `${api}/writing`)).body).toMatchObject({
        others: [{ name: 'Ana Novak' }],
      });
      await hub.database.query(
        `update chapter_writers set seen_at = seen_at - interval '2 minutes' where chapter_id = $1`,
        [id],
      );
      expect((await eva.send('post', `${api}/writing`)).body).toEqual({ others: [] });
    });

    it('tells what the text leads to and is not there, and saves it all the same', async () => {
      const { edit, handbook } = await aText('One');
      await aChapter(hub, { handbook, slug: 'there' });
      const body = '[](chapter:there) [](chapter:nowhere) ![x](https://evil.example/a.png) <b>no</b>';
      const statement =
        '::: message 00000000-0000-4000-8000-000000000000\n:::\n\n::: definition nothing\n:::';
      expect((await eva.submit(edit, form(text(body, statement)))).status).toBe(303);
      const html = (await eva.get(edit)).text;
      const from = html.indexOf('id="loose-ends"');
      const told = html.slice(from, html.indexOf('<form', from));
      for (const end of ['nowhere', 'evil.example', '&lt;b>', '00000000', 'nothing'])
        expect(told).toContain(end);
      expect(told).not.toContain('>there<');
    });

    it('nobody can put a file into it that she may not see: with the text it would be there for all', async () => {
      const { api, id, edit } = await aText('One');
      const hers = await aFile(hub, await aPerson(hub));
      const figure = `![Caption](/files/${hers})`;
      const refused = await eva.send('patch', api, { body: figure, revision: 1 });
      expect(refused.status).toBe(422);
      expect(refused.body).toMatchObject({ errors: [{ path: 'body' }] });
      const preview = await eva.submit(edit, form(figure, 1, { act: 'preview' }));
      expect(preview.text).not.toContain(`src="/files/${hers}`);
      const own = await aFile(hub, editor);
      expect((await eva.send('patch', api, { body: `![Caption](/files/${own})`, revision: 1 })).status).toBe(
        200,
      );
      const used = await hub.database.query('select file_id from file_uses where owner_id = $1', [id]);
      expect(used).toEqual([{ file_id: own }]);
    });

    it('takes what a form of 200,000 characters sends, and no more', async () => {
      const { edit, api, now } = await aText('One');
      const long = 'žå'.repeat(100_000);
      expect((await eva.submit(edit, form(long))).status).toBe(303);
      expect((await now()).body).toBe(long);
      const longer = await eva.submit(edit, form(`${long}x`, 2));
      expect([longer.status, longer.text.includes(long)]).toEqual([422, true]);
      expect((await eva.send('patch', api, { body: `${long}x`, revision: 2 })).status).toBe(422);
    });

    it('refuses in words what nobody can have written to be read, and never fails', async () => {
      const { edit, api, now } = await aText('One');
      for (const name of [
        'quotes and lists in turn',
        'tables of empty rows',
        'footnotes that use each other',
      ]) {
        const { status } = await eva.send('patch', api, { body: PATHOLOGICAL[name], revision: 99 });
        expect([409, 422]).toContain(status);
      }
      const intricate = PATHOLOGICAL['quotes in quotes']!;
      const refused = await eva.submit(edit, form(intricate, 1, { act: 'preview' }));
      expect([refused.status, refused.text.includes('> > >')]).toEqual([422, true]);
      expect(await now()).toMatchObject({ body: 'One', revision: 1 });
    });
  });

  describe('two people who write the same chapter', () => {
    const base = text('First', 'Second', 'Third');

    it('a late save overwrites nothing: what only one of them changed is merged, the rest is chosen', async () => {
      const { edit, now } = await aText(base);
      await ana.submit(edit, form(text('First of Ana', 'Second of Ana', 'Third')));
      const late = await eva.submit(
        edit,
        form(sent('First', 'Second of Eva', 'Third', 'Fourth of Eva'), 1, { title: 'Eva’s title' }),
      );
      expect(late.status).toBe(409);
      for (const words of [
        'Saved by: Ana Novak',
        'Fourth of Eva',
        'First<ins> of Ana</ins>',
        'name="choose-0"',
      ])
        expect(late.text).toContain(words);
      expect(await now()).toMatchObject({
        revision: 2,
        body: text('First of Ana', 'Second of Ana', 'Third'),
      });
      const typed = {
        ...form(text('First', 'Second of Eva', 'Third', 'Fourth of Eva'), 2),
        base: 1,
        title: 'Eva’s title',
      };
      const open = await eva.submit(`${edit}/merge`, typed, edit);
      expect([open.status, open.text.includes('Choose one of the two.')]).toEqual([422, true]);
      const write = await eva.submit(`${edit}/merge`, { ...typed, 'choose-0': 'yours', act: 'write' }, edit);
      expect(write.text).toContain(text('First of Ana', 'Second of Eva', 'Third', 'Fourth of Eva'));
      const merged = await eva.submit(`${edit}/merge`, { ...typed, 'choose-0': 'both', act: 'save' }, edit);
      expect(merged.status).toBe(303);
      expect(await now()).toMatchObject({
        ...{ revision: 3, title: 'Eva’s title' },
        body: text('First of Ana', 'Second of Ana', 'Second of Eva', 'Third', 'Fourth of Eva'),
      });
    });

    it('a merge that comes too late is merged again, with all that was put together', async () => {
      const { edit, now } = await aText(base);
      await ana.submit(edit, form(text('First', 'Second', 'Third of Ana')));
      await ana.submit(edit, form(text('First', 'Second', 'Third of Ana', 'Fifth'), 2));
      const typed = { ...form(text('First of Eva', 'Second', 'Third'), 2), base: 1 };
      const late = await eva.submit(`${edit}/merge`, { ...typed, act: 'save' }, edit);
      expect(late.status).toBe(409);
      for (const words of ['First of Eva', 'Third of Ana', 'Fifth']) expect(late.text).toContain(words);
      const again = { ...form(text('First of Eva', 'Second', 'Third of Ana'), 3), base: 2, act: 'save' };
      expect((await eva.submit(`${edit}/merge`, again, edit)).status).toBe(303);
      expect((await now()).body).toBe(text('First of Eva', 'Second', 'Third of Ana', 'Fifth'));
    });

    it('loses nothing typed on a revision that there never was', async () => {
      const { edit } = await aText(base);
      const answer = await eva.submit(edit, form('Mine alone', 99));
      expect([answer.status, answer.text.includes('Mine alone')]).toEqual([409, true]);
    });

    it('1,000 saves of 20 editors overwrite nothing: each that was taken stands in the chain exactly once', async () => {
      const { api, id, now } = await aText('start');
      const people = await Promise.all(Array.from({ length: 20 }, (_, place) => anEditor(`Editor ${place}`)));
      const taken: string[] = [];
      const write = async (person: TestClient, who: number): Promise<void> => {
        let base = { revision: 1, body: 'start' };
        for (let turn = 0; turn < 50; turn += 1) {
          const body = `${who} ${turn} on ${base.body.slice(0, 12)}`.trim();
          const answer = await person.agent.patch(api).send({ body, revision: base.revision });
          if (answer.status === 200) {
            taken.push(body);
            base = { revision: (answer.body as Original).revision, body };
          } else {
            expect(answer.status).toBe(409);
            base = (answer.body as { theirs: Original }).theirs;
            expect(typeof base.body).toBe('string');
          }
        }
      };
      await Promise.all(people.map(write));
      const { revision, body } = await now();
      const chain = await hub.database.query<{ revision: number; body: string }[]>(
        `select revision, strings ->> 'body' as body from original_revisions where owner_id = $1 order by revision`,
        [id],
      );
      expect(chain.map((row) => row.revision)).toEqual(
        Array.from({ length: revision - 1 }, (_, place) => place + 1),
      );
      const said = [...chain.map((row) => row.body), body];
      expect(said[0]).toBe('start');
      expect(said.slice(1).sort()).toEqual([...taken].sort());
      expect(taken.length).toBeGreaterThanOrEqual(50);
    }, 300_000);
  });

  describe('what a chapter said before', () => {
    it('is listed, compared word by word, and stands again as a new revision', async () => {
      const { edit, page, api, now } = await aText(text('The law of 2011 applies.', 'Unchanged.'));
      await eva.submit(edit, form(text('The law of 2024 applies.', 'Unchanged.'), 1, { note: 'New law' }));
      await ana.submit(edit, form('Gone', 2, { weight: 'typo', title: 'Another' }));
      const list = (await eva.get(`${page}/revisions`)).text;
      for (const words of ['Eva Ek', 'Ana Novak', 'New law', 'Version 3']) expect(list).toContain(words);
      const { items } = (await eva.get(`${api}/revisions`)).body as { items: object[] };
      expect(items).toMatchObject([
        { revision: 3, by: 'Ana Novak', weight: 'typo', current: true },
        { revision: 2, by: 'Eva Ek', note: 'New law', weight: 'meaning' },
        { revision: 1, weight: null },
      ]);
      const compared = (await eva.get(`${page}/revisions?from=1&to=2`)).text;
      expect(compared).toContain('The law of <del>2011</del><ins>2024</ins> applies.');
      expect((await eva.get(`${api}/revisions/compare?from=1&to=2`)).body).toMatchObject({
        title: [{ kind: 'same', text: 'Working together' }],
      });
      const restored = await eva.submit(
        `${page}/revisions/2/restore`,
        { revision: 3, weight: 'meaning', note: 'Version 2 restored' },
        `${page}/revisions?from=2`,
      );
      expect(restored.status).toBe(303);
      expect(await now()).toMatchObject({
        ...{ revision: 4, title: 'Working together', body: text('The law of 2024 applies.', 'Unchanged.') },
      });
      expect((await eva.get(`${api}/revisions/3`)).body).toMatchObject({ title: 'Another', body: 'Gone' });
      const late = await eva.send('post', `${api}/revisions/1/restore`, { revision: 3 });
      expect(late.status).toBe(409);
    });

    it('a stranger cannot read what was never published', async () => {
      const { page, api } = await aText('One');
      expect((await stranger.get(`${page}/revisions`)).status).toBe(403);
      expect((await stranger.get(`${api}/revisions/1`)).status).toBe(403);
      expect((await eva.get(`${page}/revisions?from=7`)).status).toBe(404);
      expect((await eva.get(`${api}/revisions/7`)).status).toBe(404);
    });
  });
});
