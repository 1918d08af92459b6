import { aConclusion, citePost } from '../factories/conclusions';
import { aHandbook } from '../factories/handbooks';
import { aPartnership } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { aRoom, aThread, something } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describe('Proceedings', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  async function volume(kind: 'proceedings' | 'handbook' = 'proceedings') {
    const { id: partnershipId } = await aPartnership(hub);
    const { slug } = await aHandbook(hub, { partnershipId, kind, locale: 'sl', status: 'draft' });
    const person = await aPerson(hub, { grants: [{ role: 'organiser', placeId: partnershipId }] });
    return {
      slug,
      partnershipId,
      organiser: await TestClient.as(hub, person),
      at: `/sl/handbooks/${slug}/edit/gathering`,
    };
  }

  async function said(partnershipId: string, visibility: 'public' | 'members', body: string) {
    const room = await aRoom(hub, { place: 'partnership', partnershipId, visibility });
    const grants = [{ role: 'member' as const, placeId: partnershipId }];
    const author = await aPerson(hub, { name: 'Mira *Govornica*', grants });
    const thread = await aThread(hub, room, author, { title: 'Kaj ovira', locale: 'sl' });
    const client = await TestClient.as(hub, author);
    const post = something(body, { locale: 'it' });
    const sent = await client.send('post', `/api/v1/threads/${thread.id}/posts`, post);
    expect(sent.status).toBe(201);
    return thread;
  }

  const chapters = (slug: string) =>
    hub.database.query<{ title: string; body: string; status: string; lead: string }[]>(
      `select chapters.title, body, chapters.status, lead from chapters
       join handbooks on handbooks.id = handbook_id where handbooks.slug = $1`,
      [slug],
    );

  it('take in threads of public rooms: who said what, in what language, with the way back', async () => {
    const { slug, partnershipId, organiser, at } = await volume();
    const thread = await said(partnershipId, 'public', 'Prima i lotti.[^1]\n\n[^1]: Nota.');
    expect((await organiser.get(at)).text).toContain('Kaj ovira');
    const answer = await organiser.submit(at, { [`thread_${thread.id}`]: 'true' });
    expect(answer.status).toBe(303);
    const [chapter] = await chapters(slug);
    expect(chapter).toMatchObject({ title: 'Kaj ovira', status: 'draft', lead: 'Mira *Govornica*' });
    expect(chapter!.body).toContain('**Mira \\*Govornica\\*, v italijanščini**');
    expect(chapter!.body).toContain(`](/threads/${thread.id}?around=1#post-1)`);
    expect(chapter!.body).toContain('> Prima i lotti.[^1-1]\n>\n> [^1-1]: Nota.');
    expect((await organiser.get(at)).text).toContain('je že v poglavju');
  });

  it('take in what came of polls, and nothing of those that are open', async () => {
    const { slug, partnershipId, organiser, at } = await volume();
    const thread = await said(partnershipId, 'public', 'Prima i lotti.');
    const ask = async (question: string) => {
      const poll = { kind: 'single', question, options: ['*Da*', 'Ne'], secret: false };
      const post = { ...something('Kaj pravite?', { locale: 'sl' }), poll };
      const sent = await organiser.send('post', `/api/v1/threads/${thread.id}/posts`, post);
      return (sent.body as { pollId: string }).pollId;
    };
    const id = await ask('Gremo?');
    await ask('Še kaj?');
    const { options } = (await organiser.get(`/api/v1/polls/${id}`)).body as { options: { id: string }[] };
    await organiser.send('put', `/api/v1/polls/${id}/vote`, { choices: [options[0]!.id] });
    await organiser.send('post', `/api/v1/polls/${id}/close`);
    expect((await organiser.submit(at, { [`thread_${thread.id}`]: 'true' })).status).toBe(303);
    const [chapter] = await chapters(slug);
    expect(chapter!.body).toContain('**Glasovanje: Gremo?**\n\n- \\*Da\\*: 1\n- Ne: 0');
    expect(chapter!.body).not.toContain('Še kaj?');
  });

  it('what was said in a closed room, or in that of others, cannot be taken into print', async () => {
    const { slug, partnershipId, organiser, at } = await volume();
    const closed = await said(partnershipId, 'members', 'Med nami.');
    const foreign = await said((await aPartnership(hub)).id, 'public', 'Drugje.');
    await said(partnershipId, 'public', 'Javno.');
    expect((await organiser.get(at)).text).not.toContain(closed.id);
    for (const { id } of [closed, foreign]) {
      const answer = await organiser.submit(at, { [`thread_${id}`]: 'true' });
      expect(answer.status).toBe(422);
    }
    expect((await organiser.submit(at, {})).status).toBe(422);
    expect((await organiser.submit(at, { thread_x: 'true' })).status).toBe(422);
    expect(await chapters(slug)).toEqual([]);
  });

  it('take in what rooms have adopted, in the language of the volume, with who spoke for it', async () => {
    const { slug, partnershipId, organiser, at } = await volume();
    const thread = await said(partnershipId, 'public', 'Prima i lotti.');
    const [room] = await hub.database.query<[{ id: string }]>(
      'select room_id as id from threads where id = $1',
      [thread.id],
    );
    const [post] = await hub.database.query<[{ id: string }]>('select id from posts where thread_id = $1', [
      thread.id,
    ]);
    const options = {
      state: 'adopted',
      version: 1,
      statement: 'Prima dividere *i lotti*.',
      locale: 'it',
    } as const;
    const first = await aConclusion(hub, room, options);
    await citePost(hub, first.id, post.id);
    await aConclusion(hub, room, { statement: 'Only a draft.' });
    await hub.database.query(
      `insert into conclusion_translations (owner_id, statement, locale, status, source_revision, origin)
       values ($1, 'Najprej razdelite sklope.', 'sl', 'reviewed', 1, 'person')`,
      [(await aConclusion(hub, room, options)).id],
    );
    const closed = await aRoom(hub, { place: 'partnership', partnershipId, visibility: 'members' });
    await aConclusion(hub, closed, options);
    expect((await organiser.get(at)).text).not.toContain(closed.id);
    expect((await organiser.submit(at, { [`conclusions_${closed.id}`]: 'true' })).status).toBe(422);
    expect((await organiser.submit(at, { [`conclusions_${room.id}`]: 'true' })).status).toBe(303);
    const [chapter] = await chapters(slug);
    expect(chapter).toMatchObject({ title: 'Zaključki: A room', lead: 'Mira *Govornica*' });
    expect(chapter!.body).toContain('> Prima dividere \\*i lotti\\*.');
    expect(chapter!.body).toContain('v italijanščini');
    expect(chapter!.body).toContain('> Najprej razdelite sklope.');
    expect(chapter!.body).toContain(`](/conclusions/${first.id})`);
    expect(chapter!.body).toContain(`[1](/threads/${thread.id}?around=1#post-1)`);
    expect(chapter!.body).not.toContain('Only a draft.');
  });

  it('are made by who edits them, and only of what is a volume of proceedings', async () => {
    const { at } = await volume();
    const other = await volume('handbook');
    expect((await other.organiser.get(at)).status).toBe(404);
    expect((await other.organiser.get(other.at)).status).toBe(403);
  });
});
