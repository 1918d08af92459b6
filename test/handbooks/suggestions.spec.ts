import { applied, changesBetween, fitOf } from '../../src/handbooks/suggestions/changes';
import { aChapter, aHandbook, type TestChapter } from '../factories/handbooks';
import { aPartnership, type TestPartnership } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { dice } from '../support/dice';
import { startHub, type TestHub } from '../support/hub';
import { aDocument } from '../support/machine/documents';

const BODY = 'First, people talk to each other.\n\nThen they write a tender.\n\nAt last they work.';
const PROPOSED =
  'First, people listen to each other.\n\nThen they write a tender.\n\nAt last they work together.';

describe('Changes of a text', () => {
  it('make the one text of the other, whatever they are', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const [old, young] = [
        aDocument(seed),
        aDocument(seed)
          .replace(/people|work/g, 'x')
          .slice(dice(seed)(40)),
      ];
      const changes = changesBetween(old, young);
      expect(applied(old, changes, [])).toBe(young);
      for (const { from, to, removed } of changes) expect(old.slice(from, to)).toBe(removed);
    }
  });

  it('still fit when other words have changed, and no longer when their own have', () => {
    const changes = changesBetween(BODY, PROPOSED);
    expect(changes.map(({ removed, added }) => [removed, added])).toEqual([
      ['talk', 'listen'],
      ['', ' together'],
    ]);
    const now = BODY.replace('a tender', 'one good tender').replace('talk', 'shout');
    const since = changesBetween(BODY, now);
    expect(changes.map((change) => fitOf(change, since))).toEqual(['gone', 'fits']);
    expect(applied(now, [changes[1]!], since)).toBe(now.replace('work.', 'work together.'));
    expect(changes.map((change) => fitOf(change, changesBetween(BODY, PROPOSED)))).toEqual(['made', 'made']);
  });
});

describe('Suggestions for a chapter', () => {
  let hub: TestHub;
  let partnership: TestPartnership;
  let chapter: TestChapter;
  let member: TestClient;
  let other: TestClient;
  let editor: TestClient;
  let visitor: TestClient;
  let api: string;

  beforeAll(async () => {
    hub = await startHub();
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    partnership = await aPartnership(hub);
    const handbook = await aHandbook(hub, { partnershipId: partnership.id });
    chapter = await aChapter(hub, { handbook, body: BODY });
    api = `/api/v1/handbooks/${handbook.slug}`;
    member = await TestClient.as(hub, await aPerson(hub, { name: 'Ana Novak' }));
    other = await TestClient.as(hub, await aPerson(hub));
    const grants = [{ role: 'editor' as const, placeId: partnership.id }];
    editor = await TestClient.as(hub, await aPerson(hub, { grants, name: 'Eva Editor' }));
  });

  const suggest = (client: TestClient, input: object = {}) =>
    client.send('post', `${api}/chapters/${chapter.slug}/suggestions`, {
      ...{ body: PROPOSED, revision: 1, note: 'Clearer' },
      ...input,
    });
  const decide = (client: TestClient, id: string, input: object) =>
    client.send('post', `${api}/suggestions/${id}/decisions`, { revision: 1, ...input });
  const now = async (): Promise<{ body: string; revision: number }> => {
    const [row] = await hub.database.query<{ body: string; revision: number }[]>(
      'select body, revision from chapters where id = $1',
      [chapter.id],
    );
    return row!;
  };

  it('are decided change by change; what is accepted becomes a revision that names who suggested it', async () => {
    const made = await suggest(member);
    expect(made.status).toBe(201);
    expect(made.body.changes).toMatchObject([
      { number: 1, removed: 'talk', added: 'listen', state: 'fits' },
      { number: 2, removed: '', added: ' together', state: 'fits' },
    ]);
    const decided = await decide(editor, made.body.id, { accept: [1], decline: [2] });
    expect(decided.body).toMatchObject({ status: 'settled', accepted: 1, declined: 1 });
    expect(await now()).toEqual({ body: BODY.replace('talk', 'listen'), revision: 2 });
    const [kept] = await hub.database.query<{ note: string }[]>(
      'select note from original_revisions where owner_id = $1',
      [chapter.id],
    );
    expect(kept!.note).toBe('Ana Novak: Clearer');
    const seen = await member.get(`${api}/suggestions/${made.body.id}`);
    expect(seen.body.changes.map(({ state, by }: { state: string; by: string }) => `${state} ${by}`)).toEqual(
      ['accepted Eva Editor', 'declined Eva Editor'],
    );
    expect((await decide(editor, made.body.id, { accept: [2], revision: 2 })).status).toBe(403);
  });

  it('can still be taken where the chapter has moved on elsewhere, and are shown as gone where it has not', async () => {
    const { body: made } = await suggest(member);
    await editor.send('patch', `${api}/chapters/${chapter.slug}`, {
      body: BODY.replace('talk', 'shout').replace('a tender', 'one tender'),
      ...{ revision: 1, weight: 'meaning' },
    });
    expect((await decide(editor, made.id, { accept: [2] })).status).toBe(409);
    const seen = await editor.get(`${api}/suggestions/${made.id}`);
    expect(seen.body.changes.map(({ state }: { state: string }) => state)).toEqual(['gone', 'fits']);
    expect((await decide(editor, made.id, { accept: [1], revision: 2 })).status).toBe(422);
    expect((await decide(editor, made.id, { accept: [2], revision: 2 })).status).toBe(200);
    expect((await now()).body).toContain('one tender.\n\nAt last they work together.');
  });

  it('overwrite nothing when two editors decide at the same time', async () => {
    const { body: made } = await suggest(member);
    const answers = await Promise.all([
      decide(editor, made.id, { accept: [1] }),
      decide(editor, made.id, { accept: [2] }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await now()).revision).toBe(2);
  });

  it('cannot be seen by another member, decided by their author, or made by a visitor', async () => {
    const { body: made } = await suggest(member);
    const path = `/en/handbooks/${chapter.handbook.slug}/suggestions/${made.id}`;
    expect((await other.get(`${api}/suggestions/${made.id}`)).status).toBe(404);
    expect((await other.get(path)).status).toBe(404);
    expect((await decide(other, made.id, { accept: [1] })).status).toBe(404);
    expect((await decide(member, made.id, { accept: [1] })).status).toBe(403);
    expect((await suggest(visitor)).status).toBe(401);
    const elsewhere = await aChapter(hub);
    const foreign = `/api/v1/handbooks/${elsewhere.handbook.slug}/suggestions/${made.id}`;
    expect((await editor.get(foreign)).status).toBe(404);
    expect((await member.send('post', `${api}/suggestions/${made.id}/withdraw`, {})).body.status).toBe(
      'withdrawn',
    );
    expect((await decide(editor, made.id, { accept: [1] })).status).toBe(403);
  });

  it('cannot be made of a chapter that is a draft, by who may not read it', async () => {
    await hub.database.query(`update chapters set status = 'draft' where id = $1`, [chapter.id]);
    expect((await suggest(member)).status).toBe(404);
  });

  it('refuse what is no suggestion', async () => {
    expect((await suggest(member, { body: BODY })).status).toBe(422);
    expect((await suggest(member, { body: 'a\u0000' })).status).toBe(422);
    expect((await suggest(member, { body: '> '.repeat(60) + 'a' })).status).toBe(422);
    expect((await suggest(member, { revision: 9 })).status).toBe(409);
    expect((await suggest(member, { more: 1 })).status).toBe(422);
    const { body: made } = await suggest(member);
    for (const input of [
      {},
      { accept: [3] },
      { accept: [1], decline: [1] },
      { accept: ['x'] },
      { accept: [0] },
    ])
      expect((await decide(editor, made.id, input)).status).toBe(422);
  });

  it('are for every role exactly those that the policy lets it read', async () => {
    const { body: made } = await suggest(member);
    for (const [client, sees] of [
      [member, true],
      [other, false],
      [editor, true],
    ] as const) {
      const list = await client.get(`${api}/chapters/${chapter.slug}/suggestions`);
      expect(list.body.items.some(({ id }: { id: string }) => id === made.id)).toBe(sees);
      expect((await client.get(`${api}/suggestions/${made.id}`)).status).toBe(sees ? 200 : 404);
    }
  });

  it('are made and decided by forms without JavaScript, and nothing that was typed is lost', async () => {
    const base = `/en/handbooks/${chapter.handbook.slug}`;
    const form = await member.get(`${base}/${chapter.slug}/suggestions/new`);
    expect(form.text).toContain('data-editor');
    expect(form.text).toContain('First, people talk');
    const refused = await member.submit(`${base}/${chapter.slug}/suggestions`, {
      ...{ body: `${PROPOSED}\u0007`, revision: '1', note: 'Why not' },
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Why not');
    const sent = await member.submit(`${base}/${chapter.slug}/suggestions`, {
      ...{ body: PROPOSED.replaceAll('\n', '\r\n'), revision: '1', note: '<b>x</b>' },
    });
    expect(sent.status).toBe(303);
    const path = String(sent.headers['location']);
    const page = await editor.get(path);
    expect(page.text).toContain('<del>talk</del><ins>listen</ins>');
    expect(page.text).toContain('&lt;b>x&lt;/b>');
    const decided = await editor.submit(path, { revision: '1', 'change.1': 'accept', 'change.2': 'later' });
    expect(decided.status).toBe(303);
    expect((await now()).body).toBe(BODY.replace('talk', 'listen'));
    expect((await editor.submit(path, { revision: '1', 'change.2': 'accept' })).status).toBe(409);
    expect((await member.get(path)).text).toContain('Accepted');
    expect((await editor.get(`${base}/${chapter.slug}/suggestions`)).text).toContain(path);
  });
});
