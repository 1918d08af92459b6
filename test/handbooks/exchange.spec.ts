import { strFromU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Response } from 'supertest';
import { aChapter, aChapterTranslation, aHandbook, type TestHandbook } from '../factories/handbooks';
import { aPartnership } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const bytes = (files: Record<string, string>): Zippable =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
const zip = (files: Record<string, string>): Buffer => Buffer.from(zipSync(bytes(files)));

const FOLDER = {
  'book/index.md': '# Preface\n\nSee [the tender](02-sectors/01-tender.md#lots).',
  'book/02-sectors/index.md':
    '---\ntitle: "Three sectors"\nlead: Who sits at the table.\nslug: sektorji\n---\n\nText.',
  'book/02-sectors/01-tender.md': '# Tender\n\nBack to [](chapter:sektorji).',
  'book/02-sectors/10-last.md': 'No heading here.',
  'book/02-sectors/02-middle.md': '---\ntitle: Middle\nnumbered: false\n---\nText.',
  'book/picture.png': 'x',
  '__MACOSX/book/._index.md': 'x',
};

describe('A handbook as a folder of Markdown', () => {
  let hub: TestHub;
  let editor: TestClient;
  let partnershipId: string;

  beforeAll(async () => {
    hub = await startHub();
    ({ id: partnershipId } = await aPartnership(hub));
    const grants = [{ role: 'editor' as const, placeId: partnershipId }];
    editor = await TestClient.as(hub, await aPerson(hub, { grants }));
  });
  afterAll(() => hub.close());

  const send = async (
    client: TestClient,
    { slug }: TestHandbook,
    file: Buffer,
    act: string,
  ): Promise<Response> => {
    const path = `/en/handbooks/${slug}/edit/exchange`;
    const token = /name="_token" value="([^"]*)"/.exec((await client.get(path)).text)?.[1] ?? '';
    const form = client.agent
      .post(path)
      .redirects(0)
      .field('_token', token)
      .field('locale', 'en')
      .field('act', act);
    return form.attach('file', file, 'book.zip');
  };
  const chaptersOf = ({ id }: TestHandbook) =>
    hub.database.query<{ slug: string; title: string; body: string | null; above: string | null }[]>(
      `select chapter.slug, chapter.title, chapter.body, above.slug as above
       from chapters chapter left join chapters above on above.id = chapter.parent_id
       where chapter.handbook_id = $1 order by above.position nulls first, chapter.position`,
      [id],
    );

  it('is looked at first, which makes nothing, and brought as a whole, with its links', async () => {
    const handbook = await aHandbook(hub, { partnershipId });
    const look = await send(editor, handbook, zip(FOLDER), 'check');
    expect(look.status).toBe(200);
    for (const words of ['Preface', 'Three sectors', '02-sectors/10-last.md'])
      expect(look.text).toContain(words);
    expect(await chaptersOf(handbook)).toEqual([]);
    expect((await send(editor, handbook, zip(FOLDER), 'bring')).status).toBe(303);
    expect(await chaptersOf(handbook)).toEqual([
      { slug: 'preface', title: 'Preface', body: 'See [the tender](chapter:tender).', above: null },
      { slug: 'three-sectors', title: 'Three sectors', body: 'Text.', above: null },
      { slug: 'tender', title: 'Tender', body: 'Back to [](chapter:three-sectors).', above: 'three-sectors' },
      { slug: 'middle', title: 'Middle', body: 'Text.', above: 'three-sectors' },
      { slug: 'last', title: 'Last', body: 'No heading here.', above: 'three-sectors' },
    ]);
  });

  it('says in which file and line something leads nowhere', async () => {
    const handbook = await aHandbook(hub, { partnershipId });
    const broken = { 'a.md': '# A\n\nText.\n\n[b](b.md) and ![p](p.png)' };
    const { text } = await send(editor, handbook, zip(broken), 'check');
    expect(text).toContain('<code>a.md</code>, line 5: A link to a file that is not there: b.md');
    expect(text).toContain('<code>a.md</code>, line 5: A picture that is not brought: p.png');
  });

  it('makes nothing at all when one file is broken', async () => {
    const handbook = await aHandbook(hub, { partnershipId });
    const long = Array.from({ length: 40_000 }, (_, place) => (place * 7919) % 99_991).join(' ');
    const wrong = {
      'much.md': `# Much\n\n${long}`,
      'intricate.md': `# I\n\n${'> '.repeat(100)}a`,
      'a/b/c/d.md': '# Too deep',
    };
    for (const [name, text] of Object.entries(wrong)) {
      const answer = await send(editor, handbook, zip({ 'good.md': '# Good', [name]: text }), 'bring');
      expect([answer.status, answer.text.includes('Nothing can be brought')]).toEqual([422, true]);
    }
    const latin = Buffer.from(
      zipSync({ 'good.md': Buffer.from('# Good'), 'bad.md': Buffer.from([0xe9, 0x20, 0xff]) }),
    );
    expect((await send(editor, handbook, latin, 'bring')).text).toContain('It is not text in UTF-8.');
    const figure = { 'a.md': '# A', 'b.md': '# B\n\n![x](/files/0b0e7a44-57a5-4d9b-9c05-1a2b3c4d5e6f)' };
    const refused = await send(editor, handbook, zip(figure), 'bring');
    expect([refused.status, refused.text.includes('A figure of b.md cannot be used.')]).toEqual([422, true]);
    expect(await chaptersOf(handbook)).toEqual([]);
  });

  it('what climbs out of its folder, grows without end or is no folder is refused', async () => {
    const handbook = await aHandbook(hub, { partnershipId });
    const bomb = Buffer.from(zipSync({ 'a.md': Buffer.alloc(40 * 1024 * 1024, 'a') }));
    const many = zip(Object.fromEntries(Array.from({ length: 501 }, (_, place) => [`${place}.md`, '# A'])));
    const hostile = [
      zip({ '../../etc/a.md': '# A' }),
      bomb,
      many,
      Buffer.from('no zip'),
      zip({ 'a.txt': 'A' }),
    ];
    for (const file of hostile) expect((await send(editor, handbook, file, 'bring')).status).toBe(422);
    expect(await chaptersOf(handbook)).toEqual([]);
  });

  it('a stranger cannot bring one', async () => {
    const handbook = await aHandbook(hub, { partnershipId });
    const stranger = await TestClient.as(hub, await aPerson(hub));
    expect((await stranger.get(`/en/handbooks/${handbook.slug}/edit/exchange`)).status).toBe(403);
  });

  it('goes out in one language and comes in again the same; drafts only to who writes them', async () => {
    const handbook = await aHandbook(hub, { partnershipId });
    const part = await aChapter(hub, {
      handbook,
      slug: 'part',
      title: 'Part',
      lead: 'All\nof it.',
      body: 'See [](chapter:one).',
    });
    const one = await aChapter(hub, {
      handbook,
      parentId: part.id,
      slug: 'one',
      title: 'One',
      body: 'First.\n\nSecond.',
    });
    await aChapterTranslation(hub, one, { locale: 'sl', title: 'Ena', body: 'Prvi.' });
    await aChapter(hub, { handbook, slug: 'draft', status: 'draft', title: 'Draft' });
    const take = async (client: TestClient, language: string) => {
      const path = `/en/handbooks/${handbook.slug}/export?language=${language}`;
      const { body } = await client.agent.get(path).responseType('blob');
      return unzipSync(body as Uint8Array);
    };
    const visitor = await take(new TestClient(hub), 'sl');
    expect(Object.keys(visitor)).toEqual(['01-part/index.md', '01-part/01-one.md']);
    expect(strFromU8(visitor['01-part/01-one.md']!)).toBe(
      '---\ntitle: Ena\nlanguage: sl\nslug: one\n---\n\nPrvi.\n',
    );
    expect(strFromU8(visitor['01-part/index.md']!)).toContain('lead: All of it.\nlanguage: en');
    const own = await take(editor, 'en');
    expect(Object.keys(own)).toContain('02-draft.md');
    const again = await aHandbook(hub, { partnershipId });
    expect((await send(editor, again, Buffer.from(zipSync(own)), 'bring')).status).toBe(303);
    const texts = (await chaptersOf(again)).map(({ title, body }) => [title, body]);
    expect(texts).toEqual([
      ['Part', 'See [](chapter:one).'],
      ['Draft', 'What we learned.'],
      ['One', 'First.\n\nSecond.'],
    ]);
  });
});
