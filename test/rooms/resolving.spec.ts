import { Actor, type Grant } from '../../src/core/access/actor';
import { Room, type Visibility } from '../../src/rooms/room.entity';
import { Thread } from '../../src/rooms/threads/thread.entity';
import { threadPolicy } from '../../src/rooms/threads/thread.policy';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { ask, listen, openSocket } from '../support/socket';
import { translate } from '../support/translating';

const SOMEBODY = {
  name: 'Somebody',
  email: '',
  locale: 'en',
  readingLocales: [],
  originalsOnly: false,
  timeZone: 'UTC',
};

interface ThreadBody {
  id: string;
  title: { text: string };
  resolvedAt: string | null;
  resolvedBy: { name: string } | null;
  resolutionId: string | null;
  themes: string[];
  postCount: number;
  can: Record<string, boolean>;
}

describe('Threads that are resolved, and what they are about', () => {
  let hub: TestHub;
  let room: TestRoom;
  let member: TestPerson;
  let [opener, other, host, visitor]: TestClient[] = [];
  let thread: string;

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(async () => {
    room = await aRoom(hub);
    const seat = { role: 'member' as const, placeId: room.platformId! };
    member = await aPerson(hub, { name: 'The opener', grants: [seat] });
    opener = await TestClient.as(hub, member);
    other = await TestClient.as(hub, await aPerson(hub, { grants: [seat] }));
    host = await TestClient.as(
      hub,
      await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] }),
    );
    visitor = new TestClient(hub);
    thread = (await aThread(hub, room, member, { title: 'How do we pay?' })).id;
  });
  afterAll(() => hub.close());

  const path = (rest = '', of = thread) => `/api/v1/threads/${of}${rest}`;
  const say = async (body = 'Something', of = thread) =>
    (await other!.send('post', path('/posts', of), something(body))).body as { id: string; number: number };
  const view = async (client = visitor!, of = thread) => (await client.get(path('', of))).body as ThreadBody;
  const names = async () =>
    ((await visitor!.get(`/api/v1/rooms/${room.id}/entries`)).body.entries as { name: string }[]).map(
      ({ name }) => name,
    );

  describe('resolving', () => {
    it('makes the note a post of the thread, with a language, and shows it to all', async () => {
      await say();
      const note = something('Platimo **skupaj**.', { locale: 'sl' });
      const resolved = await opener!.send('post', path('/resolution'), note);
      expect(resolved.status).toBe(201);
      const seen = await view();
      expect(seen).toMatchObject({ resolvedBy: { name: 'The opener' }, postCount: 2 });
      const post = (await visitor!.get(`/api/v1/posts/${seen.resolutionId}`)).body;
      expect(post).toMatchObject({ threadId: thread, number: 2, locale: 'sl', body: 'Platimo **skupaj**.' });
      expect((await names()).slice(-2)).toEqual(['post.published', 'thread.resolved']);
    });

    it('takes a note once, however often it is sent, and keeps the first of two that come at once', async () => {
      const note = something('Once');
      const sent = () => opener!.send('post', path('/resolution'), note);
      expect((await sent()).status).toBe(201);
      expect((await sent()).status).toBe(201);
      expect((await view()).postCount).toBe(1);
      await opener!.send('delete', path('/resolution'));
      const both = await Promise.all(
        [opener!, host!].map((client) => client.send('post', path('/resolution'), something('Mine'))),
      );
      expect(both.map(({ status }) => status).sort()).not.toContain(500);
      expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
      expect((await view()).postCount).toBe(2);
    });

    it('takes a post that stands there as the answer, and no other', async () => {
      const { id } = await say('This is it');
      const elsewhere = await say('Not here', (await aThread(hub, room, member)).id);
      const by = (postId: string) => host!.send('put', path('/resolution'), { postId });
      expect((await by(elsewhere.id)).status).toBe(422);
      const gone = await say('Taken back');
      await other!.send('put', `/api/v1/posts/${gone.id}/withdrawal`);
      expect((await by(gone.id)).status).toBe(422);
      expect((await by(id)).body).toMatchObject({ resolutionId: id });
      expect((await by(id)).status).toBe(200);
      expect((await by(elsewhere.id)).body.code).toBe('thread_resolved');
    });

    it('stays resolved when somebody replies, and is opened again by who may', async () => {
      await opener!.send('post', path('/resolution'), something());
      expect((await say()).number).toBe(2);
      expect((await view()).resolvedAt).not.toBeNull();
      expect((await other!.send('delete', path('/resolution'))).status).toBe(403);
      expect((await opener!.send('delete', path('/resolution'))).status).toBe(204);
      expect((await opener!.send('delete', path('/resolution'))).status).toBe(204);
      expect(await view()).toMatchObject({ resolvedAt: null, resolutionId: null, postCount: 2 });
      expect((await names()).filter((name) => name === 'thread.unresolved')).toHaveLength(1);
    });

    it('is for the opener and for who keeps the room', async () => {
      const note = () => something();
      expect((await other!.send('post', path('/resolution'), note())).status).toBe(403);
      expect((await visitor!.send('post', path('/resolution'), note())).status).toBe(401);
      await host!.send('put', path('/closure'));
      expect((await opener!.send('post', path('/resolution'), note())).body.code).toBe('thread_closed');
      const secret = await aThread(hub, await aRoom(hub, { visibility: 'private' }), member);
      expect((await other!.send('post', path('/resolution', secret.id), note())).status).toBe(404);
    });

    it('an opener who has left the platform can no longer resolve', async () => {
      await hub.database.query('delete from grants where person_id = $1', [member.id]);
      const left = await TestClient.as(hub, member);
      expect((await left.send('post', path('/resolution'), something())).status).toBe(403);
      expect((await left.send('put', path('/themes'), { themes: ['care'] })).status).toBe(403);
    });

    it('refuses bad input by words', async () => {
      const send = (note: object) => opener!.send('post', path('/resolution'), note);
      for (const body of ['', ' \n', 'a\u0000b', '\ud800', 'x'.repeat(20_001)])
        expect((await send(something(body))).status).toBe(422);
      expect((await send({ ...something(), more: 1 })).status).toBe(422);
      expect((await opener!.send('put', path('/resolution'), { postId: 'x' })).status).toBe(422);
      expect((await opener!.send('put', path('/resolution', 'x'), { postId: thread })).status).toBe(404);
    });
  });

  describe('on its pages', () => {
    const pageOf = async (client: TestClient, locale = 'en') =>
      (await client.get(`/${locale}/threads/${thread}`)).text;

    it('resolves without a script, and shows the note at the head in the language of the reader', async () => {
      await say();
      const asked = await opener!.get(`/en/threads/${thread}/resolve`);
      const clientId = /name="clientId" value="([^"]+)"/.exec(asked.text)![1]!;
      const form = { clientId, body: '', locale: 'sl' };
      const empty = await opener!.submit(`/en/threads/${thread}/resolve`, form);
      expect([empty.status, /role="alert"/.test(empty.text)]).toEqual([422, true]);
      const sent = await opener!.submit(`/en/threads/${thread}/resolve`, {
        ...form,
        body: 'Plačamo <skupaj>.',
      });
      expect(sent.status).toBe(303);
      const head = (text: string) => /<section class="resolution[^]*?<\/section>/.exec(text)?.[0] ?? '';
      expect(head(await pageOf(visitor!))).toContain('Plačamo &lt;skupaj&gt;.');
      const { resolutionId } = await view();
      await translate(
        host!,
        { kind: 'post', id: resolutionId!, locale: 'it' },
        { body: 'Paghiamo insieme.' },
      );
      expect(head(await pageOf(visitor!, 'it'))).toContain('Paghiamo insieme.');
      await opener!.send('put', `/api/v1/posts/${resolutionId}/withdrawal`);
      expect(head(await pageOf(visitor!))).not.toContain('Plačamo');
      expect(await pageOf(visitor!)).toContain('mark-resolved');
      const undone = await opener!.submit(`/en/threads/${thread}/unresolve`, {}, `/en/threads/${thread}`);
      expect(undone.status).toBe(303);
      expect(await pageOf(visitor!)).not.toContain('mark-resolved');
    });

    it('lets a post be chosen from its foot, and leads to a post wherever it stands', async () => {
      const { id } = await say('This is it');
      expect(await pageOf(opener!)).toContain(`/threads/${thread}/resolve?post=${id}`);
      expect(await pageOf(other!)).not.toContain('/resolve?post=');
      expect((await opener!.get(`/en/threads/${thread}/resolve?post=${id}`)).text).toContain('This is it');
      const from = `/en/threads/${thread}/resolve?post=${id}`;
      expect((await opener!.submit(`/en/threads/${thread}/resolutions/${id}`, {}, from)).status).toBe(303);
      const { status, headers } = await visitor!.get(`/en/posts/${id}`);
      expect([status, headers['location']]).toEqual([303, `/en/threads/${thread}?around=1#post-1`]);
      expect((await other!.get(`/en/threads/${thread}/resolve`)).status).toBe(403);
    });

    it('tells open pages', async () => {
      const socket = await openSocket(hub, other);
      const { until } = listen<{ entries: { name: string; thread?: { resolved: boolean } }[] }>(
        ...([socket, 'room:entries'] as const),
      );
      await ask(socket, 'room:join', { room: room.id, locale: 'en' });
      await opener!.send('post', path('/resolution'), something());
      const resolved = (pages: { entries: { name: string; thread?: { resolved: boolean } }[] }[]) =>
        pages.flatMap(({ entries }) => entries).find(({ name }) => name === 'thread.resolved');
      const entry = resolved(await until((pages) => resolved(pages) !== undefined));
      expect(entry?.thread?.resolved).toBe(true);
      socket.close();
    });
  });

  describe('themes', () => {
    it('are chosen when opening and later, in their own order, and told once', async () => {
      const opening = { title: 'A question', ...something(), themes: ['care', 'procurement'] };
      const { body } = await other!.send('post', `/api/v1/rooms/${room.id}/threads`, opening);
      expect(body.themes).toEqual(['procurement', 'care']);
      const choose = (themes: string[], client = host!) =>
        client.send('put', path('/themes', body.id), { themes });
      expect((await choose(['youth'])).body.themes).toEqual(['youth']);
      expect((await choose(['youth', 'youth'], other)).body.themes).toEqual(['youth']);
      expect((await names()).filter((name) => name === 'thread.themed')).toHaveLength(1);
      expect((await choose(['care'], opener)).status).toBe(403);
      expect((await choose(['youth', 'care', 'rural', 'impact'])).status).toBe(422);
      expect((await choose(['nonsense'])).status).toBe(422);
      expect((await choose([])).body.themes).toEqual([]);
    });

    it('are chosen without a script, and stand in list and head', async () => {
      const themes = `/sl/threads/${thread}/themes`;
      const token = /name="_token" value="([^"]*)"/.exec((await opener!.get(themes)).text)![1]!;
      const send = (chosen: string[]) =>
        opener!.agent.post(themes).type('form').redirects(0).send({ _token: token, themes: chosen });
      const many = await send(['care', 'youth', 'rural', 'impact']);
      expect(many.status).toBe(422);
      expect(many.text).toContain('value="rural" checked');
      expect((await send(['care', 'youth'])).status).toBe(303);
      expect((await visitor!.get(`/sl/threads/${thread}`)).text).toContain(
        `/sl/rooms/${room.slug}?theme=care`,
      );
      expect((await visitor!.get(`/sl/rooms/${room.slug}`)).text).toContain('Mladi');
      expect((await send([])).status).toBe(303);
    });
  });

  describe('the list of a room', () => {
    it('is narrowed by state and theme, page by page, pinned first', async () => {
      const ids: string[] = [];
      for (let turn = 0; turn < 7; turn += 1) {
        const { id } = await aThread(hub, room, member, { title: `Thread ${turn}` });
        await say('Something', id);
        if (turn % 2) await host!.send('post', path('/resolution', id), something());
        if (turn > 2) await host!.send('put', path('/themes', id), { themes: ['care'] });
        ids.push(id);
      }
      await host!.send('put', path('/pin', ids[3]));
      const listed = async (query: string): Promise<string[]> => {
        const titles: string[] = [];
        for (let after = ''; ;) {
          const { status, body } = await visitor!.get(
            `/api/v1/rooms/${room.id}/threads?limit=2&${query}${after && `&after=${after}`}`,
          );
          expect(status).toBe(200);
          titles.push(...(body.threads as ThreadBody[]).map(({ title }) => title.text));
          if (!body.next) return titles;
          after = body.next as string;
        }
      };
      expect(await listed('state=resolved')).toEqual(['Thread 3', 'Thread 5', 'Thread 1']);
      expect(await listed('state=open')).toEqual([
        'Thread 6',
        'Thread 4',
        'Thread 2',
        'Thread 0',
        'How do we pay?',
      ]);
      expect(await listed('theme=care&state=open')).toEqual(['Thread 6', 'Thread 4']);
      expect(await listed('theme=care')).toEqual(['Thread 3', 'Thread 6', 'Thread 5', 'Thread 4']);
      expect(await listed('')).toHaveLength(8);
      expect((await visitor!.get(`/api/v1/rooms/${room.id}/threads?state=x`)).status).toBe(422);
    });

    const titled = async (query: string, client = opener!) =>
      ((await client.get(`/api/v1/rooms/${room.id}/threads?${query}`)).body.threads as ThreadBody[]).map(
        ({ title }) => title.text,
      );

    it('is narrowed to what the reader has not seen, but for what she has muted', async () => {
      const [seen, unseen, muted] = await Promise.all(
        ['Seen', 'Unseen', 'Muted'].map(async (title) => (await aThread(hub, room, member, { title })).id),
      );
      for (const id of [seen!, unseen!, muted!]) await say('Something', id);
      await opener!.send('put', path('/position', seen), { number: 1 });
      await opener!.send('put', path('/following', muted), { level: 'muted' });
      expect(await titled('state=unread')).toEqual(['Unseen']);
      expect(await titled('state=unread', other)).toEqual([]);
      expect(await titled('state=unread', visitor)).toEqual([]);
      await opener!.send('put', `/api/v1/rooms/${room.id}/following`, { level: 'muted' });
      expect(await titled('state=unread')).toEqual([]);
      await opener!.send('put', path('/following', unseen), { level: 'every_post' });
      expect(await titled('state=unread')).toEqual(['Unseen']);
      await opener!.send('put', path('/themes', unseen), { themes: ['care'] });
      expect(await titled('state=unread&theme=care')).toEqual(['Unseen']);
      expect(await titled('state=unread&theme=rural')).toEqual([]);
      const page = `/en/rooms/${room.slug}`;
      expect((await opener!.get(page)).text).toContain(`href="${page}?state=unread"`);
      expect((await opener!.get(`${page}?state=unread`)).text).not.toContain(`/threads/${seen}"`);
      for (const client of [other!, visitor!])
        expect((await client.get(page)).text).not.toContain('?state=unread');
    });

    it('says how many threads there are of each state and theme, as they are now', async () => {
      const facets = async (query = '') => {
        const { text } = await visitor!.get(`/en/rooms/${room.slug}${query}`);
        const states = [...text.matchAll(/>(All|Open|Resolved)<span class="num soft"> (\d+)</g)];
        const themes = /<select[^>]*name="theme"[^]*?<\/select>/.exec(text)?.[0] ?? '';
        return [
          states.map(([, , count]) => Number(count)).join(),
          [...themes.matchAll(/>([^<]+ \(\d+\))</g)].map(([, option]) => option).join(),
        ];
      };
      expect(await facets()).toEqual(['1,1,0', '']);
      const second = (await aThread(hub, room, member, { title: 'Second' })).id;
      await say('Something', second);
      await host!.send('post', path('/resolution', second), something());
      await host!.send('put', path('/themes', second), { themes: ['care', 'rural'] });
      await host!.send('put', path('/themes'), { themes: ['care'] });
      const [states, themes] = await facets();
      expect([states, themes!.split(',').map((each) => /\((\d)\)/.exec(each)![1])]).toEqual([
        '2,1,1',
        ['2', '1'],
      ]);
      expect((await facets('?theme=care'))[0]).toBe('2,1,1');
      expect((await facets('?theme=rural&state=open'))[0]).toBe('1,0,1');
      await host!.send('delete', path('/resolution', second));
      expect((await facets())[0]).toBe('2,2,0');
      await say();
      await host!.send('put', path('/merge'), { threadId: second });
      expect(await facets()).toEqual(['1,1,0', expect.stringMatching(/\(1\),.*\(1\)/)]);
    });

    it('says so in its pages, and when there is nothing', async () => {
      const page = async (query: string) => (await visitor!.get(`/en/rooms/${room.slug}${query}`)).text;
      expect(await page('?state=open&theme=bad')).toContain('How do we pay?');
      expect(await page('?state=resolved')).toContain('No such threads');
      expect(await page('?state=resolved')).not.toContain('How do we pay?');
    });
  });

  it('abilities: says the same to every role as the rule of the house', () => {
    const places = { id: 'room', partnershipId: 'partnership', platformId: 'platform' };
    const roles: Record<string, Grant[] | undefined> = {
      visitor: undefined,
      stranger: [],
      member: [{ role: 'member', placeId: 'platform' }] as Grant[],
      host: [{ role: 'host', placeId: 'platform' }] as Grant[],
      organiser: [{ role: 'organiser', placeId: 'partnership' }] as Grant[],
    };
    const may = (
      role: string,
      ability: 'resolve' | 'theme' | 'unresolve',
      opened = false,
      is: object = {},
    ) => {
      const grants = roles[role];
      const actor = grants ? Actor.person({ ...SOMEBODY, id: role }, grants) : Actor.visitor;
      const visibility: Visibility = 'public';
      const inRoom = Object.assign(new Room(), {
        ...places,
        place: 'platform',
        visibility,
        archivedAt: null,
      });
      const row = {
        openedBy: opened ? role : 'somebody',
        closedAt: null,
        resolvedAt: null,
        mergedIntoId: null,
      };
      return threadPolicy.may(actor, ability, Object.assign(new Thread(), { ...row, room: inRoom, ...is }));
    };
    for (const ability of ['resolve', 'theme'] as const) {
      expect(Object.keys(roles).filter((role) => may(role, ability))).toEqual(['host', 'organiser']);
      expect(Object.keys(roles).filter((role) => may(role, ability, true))).toEqual([
        ...['member', 'host', 'organiser'],
      ]);
      expect(may('host', ability, false, { mergedIntoId: 'other' })).toBe(false);
    }
    expect(may('host', 'unresolve')).toBe(false);
    expect(may('host', 'unresolve', false, { resolvedAt: new Date() })).toBe(true);
    expect(may('host', 'resolve', false, { resolvedAt: new Date() })).toBe(false);
  });
});
