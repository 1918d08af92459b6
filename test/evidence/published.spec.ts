import { Manuscripts } from '../../src/editions/freezing/manuscripts.service';
import { composeBook } from '../../src/editions/freezing/compose';
import type { PathView } from '../../src/evidence/path/path.schema';
import { aConclusion } from '../factories/conclusions';
import { aLink } from '../factories/evidence';
import { aChapter, aHandbook, type TestChapter, type TestHandbook } from '../factories/handbooks';
import { aPerson } from '../factories/people';
import { aRoom, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describe('What people agreed on, in chapters', () => {
  let hub: TestHub;
  let room: TestRoom;
  let handbook: TestHandbook;
  let editor: TestClient;
  let visitor: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    room = await aRoom(hub);
    handbook = await aHandbook(hub, { partnershipId: room.partnershipId! });
    const grants = [{ role: 'editor' as const, placeId: room.partnershipId }];
    editor = await TestClient.as(hub, await aPerson(hub, { grants }));
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());

  const save = (chapter: TestChapter, body: string, revision: number) =>
    editor.send('patch', `/api/v1/handbooks/${chapter.handbook.slug}/chapters/${chapter.slug}`, {
      body,
      revision,
    });
  const pathOf = async ({ id }: { id: string }) =>
    (await visitor.get(`/api/v1/path/chapter/${id}`)).body as PathView;
  const adopted = (statement: string) =>
    aConclusion(hub, room, { state: 'adopted', version: 1, isPublic: true, statement });

  it('stand in the chapter, which the path leads to, until they are taken out', async () => {
    const [conclusion, chapter] = [
      await adopted('Divide the contract first.'),
      await aChapter(hub, { handbook }),
    ];
    const body = `What we learned:\n\n::: conclusion ${conclusion.id}\n:::\n`;
    const saved = await save(chapter, body, 1);
    expect(saved.status).toBe(200);
    const page = await visitor.get(`/en/handbooks/${handbook.slug}/${chapter.slug}`);
    expect(page.text).toContain('Divide the contract first.');
    expect(page.text).toContain(`/en/conclusions/${conclusion.id}`);
    expect(page.text).toContain('What does this rest on?');
    expect(page.text).toContain(`/en/path/chapter/${chapter.id}`);
    expect((await pathOf(chapter)).below).toMatchObject([{ relation: 'published_in' }]);
    expect((await save(chapter, `${body}\nMore words.`, 2)).status).toBe(200);
    expect((await pathOf(chapter)).below).toHaveLength(1);
    expect((await save(chapter, 'Without it.', 3)).status).toBe(200);
    expect((await pathOf(chapter)).below).toEqual([]);
  });

  it('stand in printed editions as far as everybody may see them, with where they are read', async () => {
    const own = await aHandbook(hub, { partnershipId: room.partnershipId! });
    const open = await adopted('Reserve a share.');
    const draft = await aConclusion(hub, room, { state: 'draft', statement: 'Not yet agreed.' });
    const body = `::: conclusion ${open.id}\n:::\n\n::: conclusion ${draft.id}\n:::\n`;
    await aChapter(hub, { handbook: own, body });
    const manuscript = await hub.app.get(Manuscripts).of(own.slug, 'en');
    const imprint = { isbn: null, issn: null, editors: [], machine: 'marked' as const };
    const book = composeBook(manuscript, imprint, 1, new Date());
    expect(book.chapters[0]!.body.blocks).toEqual([
      {
        ...{ kind: 'message', text: 'Reserve a share.', locale: 'en', label: 'Conclusion' },
        address: `http://127.0.0.1/en/conclusions/${open.id}`,
      },
      { kind: 'gone' },
    ]);
  });

  it('are loose ends when they are gone, and nothing is linked', async () => {
    const chapter = await aChapter(hub, { handbook });
    const gone = '1b2c3d4e-0000-4000-8000-000000000000';
    const saved = await save(chapter, `::: conclusion ${gone}\n:::\n\n::: answer nonsense\n:::\n`, 1);
    expect(saved.status).toBe(200);
    const page = await editor.get(`/en/handbooks/${handbook.slug}/${chapter.slug}/edit`);
    expect(page.text).toContain('No such conclusion');
    expect(page.text).toContain('No such answer');
    expect((await visitor.get(`/en/handbooks/${handbook.slug}/${chapter.slug}`)).status).toBe(200);
    expect((await pathOf(chapter)).below).toEqual([]);
  });

  it('cannot rest on the chapter that publishes them', async () => {
    const [conclusion, chapter] = [await adopted('Round and round.'), await aChapter(hub, { handbook })];
    await aLink(hub, { kind: 'conclusion', id: conclusion.id }, { kind: 'chapter', id: chapter.id });
    const saved = await save(chapter, `::: conclusion ${conclusion.id}\n:::`, 1);
    expect(saved.status).toBe(422);
    expect(JSON.stringify(saved.body)).toContain('round in a circle');
  });
});
