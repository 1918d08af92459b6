import { aChapter, aHandbook, type TestHandbook } from '../factories/handbooks';
import { aPartnership } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const API = '/api/v1/handbooks';

interface Row {
  id: string;
  slug: string;
  parent_id: string | null;
  position: number;
}

describe('Writing a handbook', () => {
  let hub: TestHub;
  let editor: TestClient;
  let stranger: TestClient;
  let partnership: { id: string; slug: string };

  beforeAll(async () => {
    hub = await startHub();
    partnership = await aPartnership(hub);
    const grants = [{ role: 'editor' as const, placeId: partnership.id }];
    editor = await TestClient.as(hub, await aPerson(hub, { name: 'Eva', grants }));
    stranger = await TestClient.as(hub, await aPerson(hub));
  });
  afterAll(() => hub.close());

  const ours = (more = {}): Promise<TestHandbook> =>
    aHandbook(hub, { partnershipId: partnership.id, ...more });
  const chapterOf = async (handbook: TestHandbook, slug: string) =>
    (await editor.get(`${API}/${handbook.slug}/chapters/${slug}/original`)).body as {
      [field: string]: unknown;
      revision: number;
    };
  const rowsOf = ({ id }: TestHandbook): Promise<Row[]> =>
    hub.database.query('select id, slug, parent_id, position from chapters where handbook_id = $1', [id]);

  describe('as a whole', () => {
    it('begins as a draft in a partnership, is published, and goes back', async () => {
      const input = { partnership: partnership.slug, kind: 'handbook', locale: 'sl', title: 'Priročnik' };
      const answer = await editor.send('post', API, { ...input, subtitle: null });
      expect(answer.status).toBe(201);
      const { slug } = answer.body as { slug: string };
      expect(slug).toBe('prirocnik');
      const status = async () =>
        (
          await hub.database.query<{ status: string }[]>('select status from handbooks where slug = $1', [
            slug,
          ])
        )[0]!.status;
      expect(await status()).toBe('draft');
      expect((await editor.send('post', `${API}/${slug}/publish`)).status).toBe(204);
      expect(await status()).toBe('published');
      expect((await editor.send('post', `${API}/${slug}/unpublish`)).status).toBe(204);
      expect(await status()).toBe('draft');
      const names = await hub.database.query<{ name: string }[]>(
        `select name from journal where name like 'handbook.%' order by id`,
      );
      expect(names.map(({ name }) => name)).toEqual([
        'handbook.created',
        'handbook.published',
        'handbook.unpublished',
      ]);
    });

    it('is saved by compare-and-set', async () => {
      const { slug } = await ours({ title: 'Old' });
      const change = { title: 'New', revision: 1 };
      expect((await editor.send('patch', `${API}/${slug}`, change)).body).toEqual({ revision: 2 });
      const late = await editor.send('patch', `${API}/${slug}`, { title: 'Late', revision: 1 });
      expect(late.status).toBe(409);
      expect(late.body).toMatchObject({ theirs: { title: 'New', revision: 2 } });
    });

    it('is begun, changed and published by nobody but its editors', async () => {
      const input = { partnership: partnership.slug, kind: 'handbook', locale: 'sl', title: 'Tuj' };
      expect((await stranger.send('post', API, input)).status).toBe(403);
      const { slug } = await ours();
      expect((await stranger.send('patch', `${API}/${slug}`, { title: 'x', revision: 1 })).status).toBe(403);
      expect((await stranger.send('post', `${API}/${slug}/unpublish`)).status).toBe(403);
      expect((await new TestClient(hub).send('post', `${API}/${slug}/unpublish`)).status).toBe(401);
      const draft = await ours({ status: 'draft' });
      expect((await stranger.send('post', `${API}/${draft.slug}/publish`)).status).toBe(404);
    });
  });

  describe('its chapters', () => {
    it('are added last below a part, with an address of their own in each handbook', async () => {
      for (const handbook of [await ours(), await ours()]) {
        const path = `${API}/${handbook.slug}/chapters`;
        const part = await editor.send('post', path, { locale: 'sl', title: 'Uvod' });
        expect(part.body).toMatchObject({ slug: 'uvod' });
        const input = { below: 'uvod', locale: 'sl', title: 'Edit', body: 'Besedilo.\n\n' };
        expect((await editor.send('post', path, input)).body).toMatchObject({ slug: 'edit-2' });
        expect(await chapterOf(handbook, 'edit-2')).toEqual({
          ...{ title: 'Edit', lead: null, body: 'Besedilo.\n\n', revision: 1 },
          ...{ locale: 'sl', status: 'draft', numbered: true },
        });
      }
    });

    it('keep what they said, with weight and note, and answer who comes late with what stands', async () => {
      const handbook = await ours();
      const { id, slug } = await aChapter(hub, { handbook, body: 'One.' });
      const path = `${API}/${handbook.slug}/chapters/${slug}`;
      const change = { body: 'Two.', revision: 1, weight: 'important', note: 'The law has changed' };
      expect((await editor.send('patch', path, change)).body).toEqual({ revision: 2 });
      const late = await editor.send('patch', path, { body: 'Three.', revision: 1 });
      expect(late.status).toBe(409);
      expect(late.body).toMatchObject({ theirs: { body: 'Two.', revision: 2 } });
      const again = await editor.send('patch', path, { body: 'Two.', revision: 1 });
      expect(again.body).toEqual({ revision: 2 });
      const [kept] = await hub.database.query(
        'select revision, strings, weight, note from original_revisions where owner_id = $1',
        [id],
      );
      expect(kept).toMatchObject({ revision: 1, strings: { body: 'One.' }, weight: 'important' });
      expect(kept).toMatchObject({ note: 'The law has changed' });
    });

    it('are published and withdrawn, and stay where they are', async () => {
      const handbook = await ours();
      const { slug } = await aChapter(hub, { handbook, status: 'draft' });
      const path = `${API}/${handbook.slug}/chapters/${slug}`;
      for (const [act, status] of [
        ['publish', 'published'],
        ['withdraw', 'withdrawn'],
        ['publish', 'published'],
      ]) {
        expect((await editor.send('post', `${path}/${act}`)).status).toBe(204);
        expect(await chapterOf(handbook, slug)).toMatchObject({ status });
      }
      expect((await editor.send('post', `${path}/number`, { numbered: false })).status).toBe(204);
      expect(await chapterOf(handbook, slug)).toMatchObject({ numbered: false, revision: 1 });
    });

    it('a stranger cannot write, move, publish or withdraw them, nor see the drafts', async () => {
      const handbook = await ours();
      const { slug } = await aChapter(hub, { handbook });
      const path = `${API}/${handbook.slug}/chapters/${slug}`;
      expect((await stranger.send('patch', path, { body: 'x', revision: 1 })).status).toBe(403);
      expect((await stranger.send('post', `${path}/move`, { below: null })).status).toBe(403);
      for (const act of ['publish', 'withdraw'])
        expect((await stranger.send('post', `${path}/${act}`)).status).toBe(403);
      const draft = await aChapter(hub, { handbook, status: 'draft' });
      expect((await stranger.get(`${API}/${handbook.slug}/chapters/${draft.slug}/original`)).status).toBe(
        404,
      );
      const input = { locale: 'sl', title: 'Tuje' };
      expect((await stranger.send('post', `${API}/${handbook.slug}/chapters`, input)).status).toBe(403);
    });
  });

  describe('its order', () => {
    const move = (handbook: TestHandbook, slug: string, place: object) =>
      editor.send('post', `${API}/${handbook.slug}/chapters/${slug}/move`, place);

    it('is a tree of parts, chapters and sections, whatever moves where', async () => {
      const handbook = await ours();
      const part = await aChapter(hub, { handbook, slug: 'part' });
      const chapter = await aChapter(hub, { handbook, slug: 'chapter', parentId: part.id });
      await aChapter(hub, { handbook, slug: 'section', parentId: chapter.id });
      await aChapter(hub, { handbook, slug: 'other' });
      for (const place of [
        { below: 'part' },
        { below: 'section' },
        { after: 'section' },
        { before: 'chapter' },
      ])
        expect((await move(handbook, 'part', place)).body).toMatchObject({ code: 'below_itself' });
      expect((await move(handbook, 'other', { below: 'section' })).body).toMatchObject({ code: 'too_deep' });
      expect((await move(handbook, 'part', { below: 'other' })).body).toMatchObject({ code: 'too_deep' });
      expect((await move(handbook, 'other', { before: 'nobody' })).status).toBe(422);
      expect((await move(handbook, 'other', { before: 'part', after: 'part' })).status).toBe(422);
      expect((await move(handbook, 'other', { after: 'other' })).status).toBe(204);
      expect((await move(handbook, 'other', { before: 'part' })).status).toBe(204);
      expect((await move(handbook, 'section', { after: 'chapter' })).status).toBe(204);
      const order = (await rowsOf(handbook)).map((row) => [row.slug, row.parent_id, row.position]);
      expect(order.sort()).toEqual([
        ['chapter', part.id, 0],
        ['other', null, 0],
        ['part', null, 1],
        ['section', part.id, 1],
      ]);
    });

    it('stays a tree with one place for each when many move at once', async () => {
      const handbook = await ours();
      const slugs: string[] = [];
      for (let place = 0; place < 8; place += 1) slugs.push((await aChapter(hub, { handbook })).slug);
      const any = (turn: number) => slugs[(turn * 7 + 3) % slugs.length]!;
      const moves = Array.from({ length: 60 }, (_, turn) => {
        const ways = [{ below: any(turn) }, { before: any(turn) }, { after: any(turn) }, { below: null }];
        return move(handbook, slugs[turn % slugs.length]!, ways[turn % 4]!);
      });
      for (const { status } of await Promise.all(moves)) expect([204, 422]).toContain(status);
      const rows = await rowsOf(handbook);
      const depthOf = (row: Row): number =>
        row.parent_id === null ? 1 : 1 + depthOf(rows.find(({ id }) => id === row.parent_id)!);
      expect(Math.max(...rows.map(depthOf))).toBeLessThanOrEqual(3);
      expect(new Set(rows.map((row) => `${row.parent_id} ${row.position}`)).size).toBe(rows.length);
    });

    it('a chapter that is moved while somebody writes it is no conflict', async () => {
      const handbook = await ours();
      const { slug } = await aChapter(hub, { handbook });
      await aChapter(hub, { handbook, slug: 'part' });
      expect((await move(handbook, slug, { below: 'part' })).status).toBe(204);
      const change = { body: 'Written meanwhile.', revision: 1 };
      expect((await editor.send('patch', `${API}/${handbook.slug}/chapters/${slug}`, change)).status).toBe(
        200,
      );
    });
  });
});
