import { aChapter, aHandbook } from '../factories/handbooks';
import { aPartnership } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { aRoom, aThread } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describe('The map of the hub', () => {
  let hub: TestHub;
  let visitor: TestClient;

  beforeAll(async () => {
    hub = await startHub({ BASE_URL: 'https://hub.example' });
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());

  const locations = (text: string) => [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, found]) => found!);

  /** Every address that the map knows. */
  async function everything(): Promise<string[]> {
    const files = locations((await visitor.get('/sitemap.xml')).text);
    const texts = await Promise.all(files.map((file) => visitor.get(new URL(file).pathname)));
    return texts.flatMap(({ text }) => locations(text));
  }

  it('leads search engines to every public page in every language, and to nothing else', async () => {
    const chapter = await aChapter(hub, { slug: 'poglavje' });
    await aChapter(hub, { handbook: chapter.handbook, slug: 'osnutek', status: 'draft' });
    await aChapter(hub, { handbook: chapter.handbook, slug: 'umaknjeno', status: 'withdrawn' });
    const draft = await aHandbook(hub, { status: 'draft' });
    const unborn = await aPartnership(hub, { status: 'draft' });
    const secret = await aRoom(hub, { visibility: 'private' });
    const open = await aRoom(hub, { name: 'Open' });
    const author = await aPerson(hub, { grants: [{ role: 'administrator' }] });
    const hidden = await aThread(hub, secret, author, { title: 'Hidden' });
    const { headers } = await visitor.get('/robots.txt');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect((await visitor.get('/robots.txt')).text).toContain('Sitemap: https://hub.example/sitemap.xml');
    const all = await everything();
    const slug = chapter.handbook.slug;
    for (const locale of ['sv', 'sl', 'it', 'en'])
      for (const path of [
        '',
        '/handbooks',
        `/handbooks/${slug}`,
        `/handbooks/${slug}/poglavje`,
        `/rooms/${open.slug}`,
      ])
        expect(all).toContain(`https://hub.example/${locale}${path}`);
    const words = all.join('\n');
    for (const gone of ['osnutek', 'umaknjeno', draft.slug, unborn.slug, secret.slug, hidden.id])
      expect(words).not.toContain(gone);
    expect(new Set(all).size).toBe(all.length);
  });

  it('leads to pages that there are', async () => {
    for (const address of (await everything()).filter((each) => /\/it(\/(?!platforms\/)|$)/.test(each)))
      expect([address, (await visitor.get(new URL(address).pathname)).status]).toEqual([address, 200]);
  });

  it('has no file of another name', async () => {
    for (const name of [
      'post-1.xml',
      'chapter-9.xml',
      'chapter-0.xml',
      'chapter.xml',
      '..%2Fpages.xml',
      'pages',
    ])
      expect([name, (await visitor.get(`/sitemaps/${name}`)).status]).toEqual([name, 404]);
  });
});
