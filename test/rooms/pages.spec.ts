import { randomUUID } from 'node:crypto';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { translate } from '../support/translating';

describe('The pages of rooms', () => {
  let hub: TestHub;
  let visitor: TestClient;
  let room: TestRoom;
  let thread: { id: string };
  let person: TestPerson;
  let member: TestClient;
  let keeper: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    room = await aRoom(hub, { name: 'Soba za vse', locale: 'sl' });
    person = await aPerson(hub, {
      name: 'Članica platforme',
      grants: [{ role: 'member', placeId: room.platformId! }],
    });
    member = await TestClient.as(hub, person);
    keeper = await TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] }),
    );
    thread = await aThread(hub, room, person, { title: 'Kaj potrebujejo občine?', locale: 'sl' });
  });

  const say = async (body = 'Pozdravljeni', more: object = {}) =>
    (
      await member.send(
        'post',
        `/api/v1/threads/${thread.id}/posts`,
        something(body, { locale: 'sl', ...more }),
      )
    ).body as { id: string; number: number; revision: number };

  const threadPage = async (client: TestClient, query = '', locale = 'en') =>
    (await client.get(`/${locale}/threads/${thread.id}${query}`)).text;

  /** Fields of the form with this action, as the page has them. */
  function fieldsOf(page: string, action: string): Record<string, string> {
    const form = new RegExp(`<form action="[^"]*${action}"[^]*?</form>`).exec(page)?.[0] ?? '';
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    return Object.fromEntries(hidden.map(([, name, value]) => [name!, value!]));
  }

  const numbers = (page: string) =>
    [...page.matchAll(/id="post-(\d+)"/g)].map(([, number]) => Number(number));
  const shown = (page: string) => numbers(page).filter((number) => number > 0);

  describe('for everybody', () => {
    it('list the rooms under what they belong to, with language and unread posts', async () => {
      await say();
      const page = (await keeper.get('/it/rooms')).text;
      expect(page).toContain('<h1>Stanze</h1>');
      expect(page).toMatch(/<a href="\/it\/platforms\/[^"]*">Slovenia<\/a>/);
      expect(page).toContain(`<a href="/it/rooms/${room.slug}">Soba za vse</a>`);
      expect(page).toContain('Lingua: sloveno');
      expect(page).toContain('1 messaggio non letto');
    });

    it('show a visitor a public room, who may write there, and the way in', async () => {
      const page = (await visitor.get(`/sv/rooms/${room.slug}`)).text;
      expect(page).toContain('<h1 lang="sl">Soba za vse</h1>');
      expect(page).toContain('Plattformens medlemmar kan skriva här.');
      expect(page).toContain(`/sv/sign-in?next=${encodeURIComponent(`/rooms/${room.slug}`)}`);
      expect(page).not.toContain('/threads/new');
    });

    it('offer a seat at the platform to a person who is not a member of it', async () => {
      const stranger = await TestClient.as(hub, await aPerson(hub));
      const page = (await stranger.get(`/en/rooms/${room.slug}`)).text;
      expect(page).toMatch(/href="\/en\/platforms\/[^"]*\/join"/);
      expect(await threadPage(stranger)).not.toContain('id="write"');
    });

    it('do not show a private room, its threads and its posts to others, as if there were none', async () => {
      const closed = await aRoom(hub, { visibility: 'private', name: 'Secret' });
      const opener = await aPerson(hub, { grants: [{ role: 'guest', placeId: closed.id }] });
      const inside = await TestClient.as(hub, opener);
      const secret = await aThread(hub, closed, opener);
      const { body } = await inside.send('post', `/api/v1/threads/${secret.id}/posts`, something('Secret'));
      const paths = [
        `rooms/${closed.slug}`,
        `threads/${secret.id}`,
        ...['history', 'edit', 'withdraw'].map((page) => `posts/${body.id}/${page}`),
      ];
      for (const path of paths) {
        expect({ path, status: (await inside.get(`/en/${path}`)).status }).toEqual({ path, status: 200 });
        expect({ path, status: (await member.get(`/en/${path}`)).status }).toEqual({ path, status: 404 });
      }
      expect((await member.get('/en/rooms')).text).not.toContain('Secret');
    });

    it('carry the language of every post and of its author’s organisation', async () => {
      const post = await say('Dober **dan**');
      const page = await threadPage(visitor, '', 'it');
      expect(page).toContain('<div class="said-text" lang="sl"><p>Dober <strong>dan</strong></p>');
      expect(page).toContain('in sloveno, originale');
      expect(page).toContain('href="?around=1#post-1"');
      expect(page).toContain(`data-post="${post.id}"`);
    });

    it('keep markup that people wrote out of the page', async () => {
      await say('<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1))');
      const page = await threadPage(visitor);
      expect(page).not.toMatch(/<script>alert|<img src=x|href="javascript/);
      expect(page).toContain('&lt;script&gt;alert(1)');
    });

    it('carry the colour and the funding statement of the partnership', async () => {
      await hub.database.query(`update partnerships set accent = 'violet' where id = $1`, [
        room.partnershipId,
      ]);
      await hub.database.query(
        `insert into funding_notices (partnership_id, version, statement, locale) values ($1, 1, 'Paid by the Union', 'en')`,
        [room.partnershipId],
      );
      for (const path of [`rooms/${room.slug}`, `threads/${thread.id}`]) {
        const page = (await visitor.get(`/sl/${path}`)).text;
        expect(page).toContain('data-accent="violet"');
        expect(page).toContain('Paid by the Union');
      }
    });
  });

  describe('of threads', () => {
    const sayMany = async (count: number) => {
      for (let number = 0; number < count; number += 1) await say(`Sporočilo ${number}`);
    };

    it('open at the newest posts and page both ways', async () => {
      await sayMany(40);
      const newest = await threadPage(visitor);
      expect([shown(newest).at(0), shown(newest).at(-1)]).toEqual([11, 40]);
      expect(newest).toContain(`/en/threads/${thread.id}?before=11`);
      expect(newest).not.toContain('?after=');
      const earlier = await threadPage(visitor, '?before=11');
      expect([shown(earlier).at(0), shown(earlier).at(-1)]).toEqual([1, 10]);
      expect(earlier).toContain(`/en/threads/${thread.id}?after=10`);
      const around = await threadPage(visitor, '?around=5');
      expect(shown(around)).toContain(5);
    });

    it('open around the first unread post for who has read here before, and mark as read what they show', async () => {
      await sayMany(3);
      await threadPage(keeper);
      await sayMany(40);
      const page = await threadPage(keeper);
      expect(page).toContain('<p class="line-mark unread" id="unread">40 unread posts</p>');
      expect([shown(page).at(0), shown(page).at(-1)]).toEqual([1, 30]);
      const { body } = await keeper.get(`/api/v1/threads/${thread.id}`);
      expect(body).toMatchObject({ readUpTo: 30, unread: 13 });
    });

    it('show the thread whatever is wrong in the query of the address', async () => {
      await say();
      for (const query of ['?around=x', '?before=-1', '?after=99999', '?reply=nobody', '?x=1']) {
        const answer = await visitor.get(`/en/threads/${thread.id}${query}`);
        expect({ query, status: answer.status, posts: shown(answer.text) }).toEqual({
          ...{ query, status: 200, posts: [1] },
        });
      }
    });

    it('publish a reply and lead to it', async () => {
      const first = await say();
      const before = await threadPage(member, `?reply=${first.id}`);
      expect(before).toContain('Članica platforme, 1</a>');
      const hidden = fieldsOf(before, '/posts');
      expect(hidden['replyToId']).toBe(first.id);
      const fields = { ...hidden, body: 'Odgovor', locale: 'sl' };
      const answer = await member.submit(
        `/en/threads/${thread.id}/posts`,
        fields,
        `/en/threads/${thread.id}`,
      );
      expect(answer.status).toBe(303);
      expect(answer.headers['location']).toBe(`/en/threads/${thread.id}?around=2#post-2`);
      const page = await threadPage(member);
      expect(page).toContain('In reply to: <a href="#post-1">Članica platforme, 1</a>');
      expect(page).toContain('<option value="sl" lang="sl" selected>');
    });

    it('publish once what was sent twice, and again what was changed in between', async () => {
      const fields = { ...fieldsOf(await threadPage(member), '/posts'), body: 'Enkrat', locale: 'sl' };
      const send = (body: string) =>
        member.submit(`/en/threads/${thread.id}/posts`, { ...fields, body }, `/en/threads/${thread.id}`);
      expect((await send('Enkrat')).headers['location']).toContain('#post-1');
      expect((await send('Enkrat')).headers['location']).toContain('#post-1');
      expect((await send('Dvakrat')).headers['location']).toContain('#post-2');
      expect(shown(await threadPage(visitor))).toEqual([1, 2]);
    });

    it('quote a post with its author and a link to it', async () => {
      const post = await say('Prva vrstica\n> tuja vrstica\n\nZadnja vrstica');
      const page = await threadPage(member, `?quote=${post.id}`);
      expect(page).toContain(
        `> Prva vrstica\n>\n> Zadnja vrstica\n>\n> — [Članica platforme, 1](/threads/${thread.id}?around=1#post-1)`,
      );
    });

    it('say what is wrong with a reply and keep its text', async () => {
      const path = `/sl/threads/${thread.id}/posts`;
      const fields = { ...fieldsOf(await threadPage(member), '/posts'), locale: 'sl' };
      const empty = await member.submit(path, { ...fields, body: ' ' }, `/sl/threads/${thread.id}`);
      expect(empty.status).toBe(422);
      const odd = await member.submit(
        path,
        { ...fields, body: 'Moje besedilo', locale: 'xx' },
        `/sl/threads/${thread.id}`,
      );
      expect(odd.status).toBe(422);
      expect(odd.text).toContain('>Moje besedilo</textarea>');
      expect(odd.text).toContain(`href="/it/threads/${thread.id}"`);
      const unknown = await member.submit(
        path,
        { ...fields, body: 'Še eno', extra: '1' },
        `/sl/threads/${thread.id}`,
      );
      expect(unknown.status).toBe(422);
      expect(unknown.text).toContain('>Še eno</textarea>');
      // Its links are those of the thread, and so is its address.
      expect(unknown.text).toContain('href="?around=');
      const link = `?around=1&reply=${randomUUID()}`;
      const { status, headers } = await member.get(`${path}${link}`);
      expect([status, headers['location']]).toEqual([303, `/sl/threads/${thread.id}${link}`]);
    });

    it('give the text back to who may no longer write', async () => {
      const fields = {
        ...fieldsOf(await threadPage(member), '/posts'),
        body: 'Predolgo sem pisala',
        locale: 'sl',
      };
      await keeper.send('put', `/api/v1/threads/${thread.id}/closure`);
      const closed = await member.submit(
        `/en/threads/${thread.id}/posts`,
        fields,
        `/en/threads/${thread.id}`,
      );
      expect(closed.status).toBe(403);
      expect(closed.text).toContain('This thread is closed.');
      expect(closed.text).toContain('Predolgo sem pisala</textarea>');
      await hub.database.query(`delete from grants where person_id = $1`, [person.id]);
      const gone = await member.submit(`/en/threads/${thread.id}/posts`, fields, '/en/rooms');
      expect(gone.status).toBe(403);
      expect(gone.text).toContain('Predolgo sem pisala');
    });

    it('open with a title and a first post; a double submit opens one', async () => {
      const form = `/en/rooms/${room.slug}/threads/new`;
      const hidden = fieldsOf((await member.get(form)).text, '/threads');
      const fields = { ...hidden, title: 'Kdo odloča?', body: 'Vprašanje', locale: 'sl' };
      const path = `/en/rooms/${room.slug}/threads`;
      const first = await member.submit(path, fields, form);
      const second = await member.submit(path, fields, form);
      expect(first.status).toBe(303);
      expect(second.headers['location']).toBe(first.headers['location']);
      const wrong = await member.submit(path, { ...fields, title: '', clientId: randomUUID() }, form);
      expect(wrong.status).toBe(422);
      expect(wrong.text).toContain('Vprašanje</textarea>');
    });

    it('are closed, reopened, pinned and renamed by who keeps order, and by nobody else', async () => {
      const from = `/en/threads/${thread.id}`;
      expect((await keeper.submit(`${from}/pin`, {}, from)).status).toBe(303);
      expect((await visitor.get(`/en/rooms/${room.slug}`)).text).toContain('mark-pinned');
      expect((await keeper.submit(`${from}/close`, {}, from)).status).toBe(303);
      expect(await threadPage(member)).toContain('<div class="writing" data-slot="writing" hidden>');
      expect((await member.submit(`${from}/reopen`, {}, from)).status).toBe(403);
      expect((await keeper.submit(`${from}/reopen`, {}, from)).status).toBe(303);
      const fields = { title: 'Nov naslov', revision: 1 };
      expect((await member.submit(`${from}/rename`, fields, `${from}/rename`)).status).toBe(303);
      const late = await keeper.submit(
        `${from}/rename`,
        { ...fields, title: 'Drug naslov' },
        `${from}/rename`,
      );
      expect(late.status).toBe(409);
      expect(late.text).toContain('Nov naslov');
      expect(late.text).toContain('value="Drug naslov"');
      const stranger = await TestClient.as(hub, await aPerson(hub));
      expect((await stranger.get(`${from}/rename`)).status).toBe(403);
    });
  });

  describe('of posts', () => {
    it('change the words and show every wording with its differences', async () => {
      const { id } = await say('Štiri ponudbe smo dobili');
      const edit = `/en/posts/${id}/edit`;
      const fields = { body: 'Tri ponudbe smo dobili', locale: 'sl', revision: 1 };
      const answer = await member.submit(edit, fields);
      expect(answer.headers['location']).toBe(`/en/threads/${thread.id}?around=1#post-1`);
      const history = (await visitor.get(`/en/posts/${id}/history`)).text;
      expect(history).toContain('<del>Štiri</del><ins>Tri</ins> ponudbe smo dobili');
      expect(await threadPage(visitor)).toContain(`/en/posts/${id}/history`);
    });

    it('offer a merge to who edited an older wording, with both texts', async () => {
      const { id } = await say('Prvo');
      const edit = `/en/posts/${id}/edit`;
      await member.submit(edit, { body: 'Drugo', locale: 'sl', revision: 1 });
      const late = await member.submit(edit, { body: 'Tretje', locale: 'it', revision: 1 });
      expect(late.status).toBe(409);
      expect(late.text).toContain('Drugo</p>');
      expect(late.text).toContain('Tretje</textarea>');
      const hidden = fieldsOf(late.text, '/edit');
      expect(hidden).toMatchObject({ revision: '2', locale: 'it' });
      expect((await member.submit(edit, { body: 'Združeno', locale: 'it', revision: 2 })).status).toBe(303);
    });

    it('say to each reader what she can do with them, and no more', async () => {
      await say('Prvo');
      const { id } = await say('Drugo');
      const verbs = async (client: TestClient) => {
        const list = /<nav class="post-actions"[^]*?<\/nav>/.exec(
          (await client.get(`/en/posts/${id}/actions`)).text,
        );
        return [
          ...(list?.[0] ?? '').matchAll(/href="\/en\/[^"]*?(new\?post|\w+\?post|\w+\?from|\w+)(=[^"]*)?"/g),
        ]
          .map(([, verb]) => verb)
          .sort();
      };
      expect(await verbs(visitor)).toEqual(['report']);
      expect(await verbs(member)).toEqual(['edit', 'resolve?post', 'withdraw']);
      expect(await verbs(keeper)).toEqual(['hide', 'new?post', 'report', 'resolve?post', 'split?from']);
      expect(await threadPage(keeper)).toContain(`/en/posts/${id}/actions`);
      expect((await threadPage(member)).split('<template')[0]).not.toContain('/actions');
      await member.send('put', `/api/v1/posts/${id}/withdrawal`);
      expect((await keeper.get(`/en/posts/${id}/actions`)).headers['location']).toBe(`/en/posts/${id}`);
      const secret = await aRoom(hub, { visibility: 'members' });
      const { id: hidden } = await aThread(hub, secret, person);
      expect((await member.get(`/en/posts/${hidden}/actions`)).status).toBe(404);
    });

    it('withdraw after asking, and show the words to nobody any more', async () => {
      const { id } = await say('Preveč sem povedala');
      await member.submit(`/en/posts/${id}/edit`, { body: 'Še več', locale: 'sl', revision: 1 });
      expect((await member.get(`/en/posts/${id}/withdraw`)).text).toContain('Še več');
      expect((await member.submit(`/en/posts/${id}/withdraw`, {})).status).toBe(303);
      for (const path of [`/en/threads/${thread.id}`, `/en/posts/${id}/history`]) {
        const page = (await member.get(path)).text;
        expect(page).toContain('This post was withdrawn.');
        expect(page).not.toMatch(/Preveč sem povedala|Še več/);
      }
    });

    it('belong to their author: others can neither edit nor withdraw them', async () => {
      const { id } = await say();
      const other = await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId! }] });
      const client = await TestClient.as(hub, other);
      expect((await client.get(`/en/posts/${id}/edit`)).status).toBe(403);
      expect((await keeper.get(`/en/posts/${id}/edit`)).status).toBe(403);
      expect((await client.get(`/en/posts/${id}/withdraw`)).status).toBe(403);
      expect((await keeper.get(`/en/posts/${id}/withdraw`)).status).toBe(403);
      const page = await threadPage(client);
      expect(page.split('<template')[0]).not.toMatch(new RegExp(`/en/posts/${id}/(edit|withdraw|hide)`));
    });
  });

  describe('for those who keep order', () => {
    it('open a room at their own place only', async () => {
      const path = `/en/rooms/new?platform=${room.platformId}`;
      const page = await keeper.get(path);
      expect(page.status).toBe(200);
      const fields = {
        ...fieldsOf(page.text, '/rooms'),
        name: 'Nova soba',
        locale: 'sl',
        visibility: 'members',
      };
      const opened = await keeper.submit('/en/rooms', fields, path);
      expect(opened.headers['location']).toMatch(/^\/en\/rooms\/nova-soba/);
      expect((await member.get(path)).status).toBe(403);
      expect((await keeper.get('/en/rooms/new')).status).toBe(403);
      const elsewhere = await keeper.submit('/en/rooms', { ...fields, place: 'hub', placeId: '' }, path);
      expect(elsewhere.status).toBe(403);
      const nameless = await keeper.submit('/en/rooms', { ...fields, name: '', description: 'Zakaj' }, path);
      expect(nameless.status).toBe(422);
      expect(nameless.text).toContain('Zakaj</textarea>');
    });

    it('change name, readers and state, and merge when another saved first', async () => {
      const path = `/en/rooms/${room.slug}/manage`;
      const fields = { name: 'Novo ime', description: '', locale: 'sl', visibility: 'public', revision: 1 };
      expect((await keeper.submit(path, fields)).status).toBe(303);
      const late = await keeper.submit(path, { ...fields, name: 'Drugo ime', archived: 'true' });
      expect(late.status).toBe(409);
      expect(late.text).toContain('value="Drugo ime"');
      expect(fieldsOf(late.text, '/manage')).toMatchObject({ revision: '2', archived: 'true' });
      expect((await keeper.submit(path, { ...fields, archived: 'true', revision: 2 })).status).toBe(303);
      expect((await member.get(`/en/rooms/${room.slug}`)).text).toContain('This room is read-only.');
      expect((await member.get(path)).status).toBe(403);
      expect((await member.submit(path, { ...fields, revision: 3 }, '/en/settings')).status).toBe(403);
    });

    it('lead to where it is translated; readers of that language get it, and it says what it is', async () => {
      const path = `/en/rooms/${room.slug}`;
      const desk = `/en/translations/room/${room.id}/it`;
      const standing = (state: string) =>
        `<a href="${desk}" lang="it">Italiano</a><span class="state state-${state}">`;
      expect((await keeper.get(`${path}/manage`)).text).toContain(standing('missing'));
      expect((await keeper.get(desk)).status).toBe(200);
      await translate(keeper, { kind: 'room', id: room.id, locale: 'it' }, { name: 'Una stanza' });
      const page = (await visitor.get(`/it/rooms/${room.slug}`)).text;
      expect(page).toContain('<h1 lang="it">Una stanza</h1>');
      expect(page).toContain('Bozza di traduzione dallo sloveno');
      expect((await keeper.get(`${path}/manage`)).text).toContain(standing('draft'));
      for (const locale of ['xx', 'sl'])
        expect((await keeper.get(`/en/translations/room/${room.id}/${locale}`)).status).toBe(404);
      expect((await member.get(desk)).status).toBe(403);
    });

    it('ask people in and out by their address', async () => {
      const closed = await aRoom(hub, { visibility: 'private', name: 'Zaprta' });
      const host = await aPerson(hub, { grants: [{ role: 'host', placeId: closed.platformId! }] });
      const hosting = await TestClient.as(hub, host);
      const manage = `/en/rooms/${closed.slug}/manage`;
      const guests = `/en/rooms/${closed.slug}/guests`;
      expect((await hosting.submit(guests, { email: 'nobody@example.org' }, manage)).status).toBe(422);
      expect((await hosting.submit(guests, { email: person.email }, manage)).status).toBe(303);
      expect((await member.get(`/en/rooms/${closed.slug}`)).status).toBe(200);
      expect((await hosting.get(manage)).text).toContain('Remove: Članica platforme');
      expect((await hosting.submit(`${guests}/${person.id}/remove`, {}, manage)).status).toBe(303);
      expect((await member.get(`/en/rooms/${closed.slug}`)).status).toBe(404);
    });

    it('do not act for another site: a form without the session’s token is refused', async () => {
      const send = keeper.agent.post(`/en/threads/${thread.id}/close`).type('form').redirects(0);
      expect((await send.send({})).status).toBe(403);
      expect((await visitor.get(`/api/v1/threads/${thread.id}`)).body.closed).toBe(false);
    });
  });

  it('preview Markdown for people with an account, safely', async () => {
    const ask = (client: TestClient, body: unknown) => client.send('post', '/api/v1/markdown', { body });
    expect((await ask(member, '**Tako**')).body).toEqual({
      ...{ html: '<p><strong>Tako</strong></p>\n', ambiguous: [] },
    });
    expect((await ask(member, '<b onclick=x>')).body.html).toContain('&lt;b');
    expect((await ask(visitor, 'x')).status).toBe(401);
    expect((await ask(member, 'a\u0000b')).status).toBe(422);
  });
});
