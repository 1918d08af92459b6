import { randomUUID } from 'node:crypto';
import type { EntryPage } from '../../src/rooms/live/entry.schema';
import type { PostView } from '../../src/rooms/posts/post.schema';
import { aFile } from '../factories/files';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { anImage, aPdf } from '../support/documents';
import { startHub, type TestHub } from '../support/hub';

describe('Files in posts', () => {
  let hub: TestHub;
  let room: TestRoom;
  let secret: TestRoom;
  let thread: { id: string };
  let member: TestPerson;
  let client: TestClient;
  let visitor: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    room = await aRoom(hub);
    secret = await aRoom(hub, { visibility: 'members' });
    const grants = [room, secret].map(({ platformId }) => ({
      role: 'member' as const,
      placeId: platformId!,
    }));
    member = await aPerson(hub, { grants });
    thread = await aThread(hub, room, member);
    client = await TestClient.as(hub, member);
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());

  const post = (fileIds: string[], at = thread.id, extra = {}) =>
    client.send('post', `/api/v1/threads/${at}/posts`, { ...something(), fileIds, ...extra });
  const statusOf = async (who: TestClient, id: string) => (await who.get(`/files/${id}`)).status;

  it('are seen by whoever reads the post, on its page, by programs, and live, until it is withdrawn', async () => {
    const image = await aFile(hub, member, { alt: 'A <round> table', locale: 'sl' });
    const { body: pdf } = await client.upload('/api/v1/files', aPdf(), 'report.pdf');
    expect(await statusOf(visitor, image)).toBe(404);
    const sent = await post([pdf.id as string, image]);
    const { files, id } = sent.body as PostView;
    expect(files.map(({ name }) => name)).toEqual(['report.pdf', 'figure.png']);
    expect(files[1]).toMatchObject({
      id: image,
      width: 40,
      height: 30,
      alt: 'A <round> table',
      locale: 'sl',
    });
    expect([await statusOf(visitor, image), await statusOf(visitor, pdf.id as string)]).toEqual([200, 200]);
    const { text } = await visitor.get(`/en/threads/${thread.id}`);
    expect(text).toContain('alt="A &lt;round> table" lang="sl"');
    expect(text).toContain(`<a href="/files/${pdf.id}" download>report.pdf</a>`);
    expect(text).toMatch(/PDF, \d+\u00a0B/);
    const entries = (await visitor.get(`/api/v1/rooms/${room.id}/entries?after=0`)).body as EntryPage;
    expect(entries.entries.at(-1)!.post!.files).toEqual(files);
    const withdrawn = await client.send('put', `/api/v1/posts/${id}/withdrawal`);
    expect(withdrawn.body.files).toEqual([]);
    expect(await statusOf(visitor, image)).toBe(404);
    expect((await visitor.get(`/en/threads/${thread.id}`)).text).not.toContain(image);
  });

  it('come with the post once, however often it is sent', async () => {
    const image = await aFile(hub, member);
    const { clientId } = something();
    const [first, again] = [
      await post([image], thread.id, { clientId }),
      await post([image], thread.id, { clientId }),
    ];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.files).toEqual(first.body.files);
  });

  it('of a room of members are not seen outside of it', async () => {
    const image = await aFile(hub, member);
    const { id } = await aThread(hub, secret, member);
    expect((await post([image], id)).status).toBe(201);
    expect(await statusOf(visitor, image)).toBe(404);
    expect(await statusOf(await TestClient.as(hub, await aPerson(hub)), image)).toBe(404);
    const other = await aPerson(hub, { grants: [{ role: 'member', placeId: secret.platformId! }] });
    expect(await statusOf(await TestClient.as(hub, other), image)).toBe(200);
    await hub.database.query('delete from grants where person_id = $1', [other.id]);
    expect(await statusOf(await TestClient.as(hub, other), image)).toBe(404);
  });

  it('cannot be somebody else’s that the author may not read, nor too many, and then nothing is published', async () => {
    const [{ count }] = await hub.database.query<[{ count: number }]>(
      'select count(*)::int as count from posts',
    );
    const foreign = await aFile(hub, await aPerson(hub));
    for (const ids of [[foreign], [randomUUID()], Array.from({ length: 11 }, () => randomUUID()), ['x']]) {
      const refused = await post(ids);
      expect([refused.status, refused.body.errors[0].path]).toEqual([422, expect.stringMatching(/^fileIds/)]);
    }
    const [after] = await hub.database.query<[{ count: number }]>('select count(*)::int as count from posts');
    expect(after.count).toBe(count);
  });

  describe('brought by a form without a script', () => {
    const form = async (content: Buffer, name: string, fields: Record<string, string> = {}) => {
      const { clientId, locale, body } = something();
      const path = `/en/threads/${thread.id}/posts`;
      return client.upload(path, content, name, {
        clientId,
        locale,
        body,
        replyToId: '',
        fileAlt: '',
        ...fields,
      });
    };

    it('stand under the post', async () => {
      const answer = await form(await anImage('jpeg', 900, 600), 'our table.jpg', { fileAlt: 'Our table' });
      expect(answer.status).toBe(303);
      const { text } = await visitor.get(`/en/threads/${thread.id}`);
      expect(text).toContain('alt="Our table"');
    });

    it('are refused with a reason, beside what was written', async () => {
      const answer = await form(Buffer.from('<svg onload="alert(1)">'), 'x.svg', {
        body: 'These are my words',
      });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('SVG drawings can hold programs');
      expect(answer.text).toContain('These are my words</textarea>');
    });

    it('need not be there', async () => {
      const page = `/en/threads/${thread.id}`;
      const { clientId, locale } = something();
      const fields = { clientId, locale, body: 'Only words', replyToId: '', fileAlt: '' };
      expect((await client.submit(`${page}/posts`, fields, page)).status).toBe(303);
    });
  });
});
