import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ask } from '../../src/evidence/standing/address-check';
import { DeadSources } from '../../src/evidence/standing/dead-sources.service';
import { isPublic } from '../../src/evidence/standing/public-network';
import type { Subject } from '../../src/evidence/relation';
import { aLink } from '../factories/evidence';
import { aChapter, aHandbook, type TestChapter, type TestHandbook } from '../factories/handbooks';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const asSubject = ({ id }: { id: string }): Subject => ({ kind: 'chapter', id });

describe('Evidence that does not stand any more', () => {
  let hub: TestHub;
  let room: TestRoom;
  let handbook: TestHandbook;
  let editor: TestClient;
  let keeper: TestPerson;
  let asKeeper: TestClient;

  beforeAll(async () => {
    hub = await startHub({ SOURCE_CHECKS: 'anywhere' });
    room = await aRoom(hub);
    handbook = await aHandbook(hub, { partnershipId: room.partnershipId! });
    const grants = (role: 'editor' | 'organiser') => ({ grants: [{ role, placeId: room.partnershipId! }] });
    editor = await TestClient.as(hub, await aPerson(hub, grants('editor')));
    keeper = await aPerson(hub, grants('organiser'));
    asKeeper = await TestClient.as(hub, keeper);
  });
  afterAll(() => hub.close());

  async function aPost(body = 'We meet twice a month.') {
    const author = await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId }] });
    const thread = await aThread(hub, room, author);
    const client = await TestClient.as(hub, author);
    const answer = await client.send('post', `/api/v1/threads/${thread.id}/posts`, something(body));
    return { kind: 'post', id: (answer.body as { id: string }).id, author: client };
  }
  type Post = Awaited<ReturnType<typeof aPost>>;

  const edit = async ({ id, author }: Post, body: string, weight: string, baseRevision = 1) => {
    const change = { body, locale: 'en', baseRevision, weight };
    expect((await author.send('patch', `/api/v1/posts/${id}`, change)).status).toBe(200);
    await hub.drain();
  };
  const standing = async ({ id }: { id: string }): Promise<string> =>
    ((await editor.get(`/api/v1/evidence/chapter/${id}`)).body as { standing: string }).standing;
  const told = async ({ id }: { id: string }) =>
    hub.database.query<{ person_id: string; data: { standing: string; near: boolean } }[]>(
      `select person_id, data from notifications where name = 'evidence.shaken' and subject_id = $1 order by id`,
      [id],
    );

  /** An answer rests on a conclusion, which rests on a quoted post. */
  async function aPath(
    quote: string | undefined = 'twice a month',
  ): Promise<[TestChapter, TestChapter, Post]> {
    const [answer, conclusion] = [await aChapter(hub, { handbook }), await aChapter(hub, { handbook })];
    const post = await aPost();
    await aLink(hub, asSubject(conclusion), post, { ...(quote && { quote }) });
    await aLink(hub, asSubject(answer), asSubject(conclusion));
    return [answer, conclusion, post];
  }

  it('says so on everything that rests on an edited post, and tells those who answer for it once', async () => {
    const [answer, conclusion, post] = await aPath();
    await edit(post, 'We meet twice a month, or less.', 'meaning');
    expect([await standing(conclusion), await standing(answer)]).toEqual(['changed', 'changed']);
    expect(await told(conclusion)).toEqual([
      { person_id: keeper.id, data: { standing: 'changed', near: true } },
    ]);
    expect(await told(answer)).toEqual([
      { person_id: keeper.id, data: { standing: 'changed', near: false } },
    ]);
    await edit(post, 'We meet less.', 'meaning', 2);
    expect(await told(conclusion)).toHaveLength(1);
    const page = await editor.get(`/en/evidence/chapter/${conclusion.id}`);
    expect(page.text).toContain('Edited since it was cited');
    const inbox = await asKeeper.get('/en/notifications');
    expect(inbox.text).toContain('has been edited since it was cited');
    const journal = await hub.database.query<unknown[]>(
      `select id from journal where name = 'evidence.shaken' and subject_id = $1`,
      [conclusion.id],
    );
    expect(journal).toHaveLength(1);
  });

  it('lets typos be mended, as long as the quoted words are left', async () => {
    const [answer, , post] = await aPath();
    await edit(post, 'We meet twice a month!', 'typo');
    expect(await standing(answer)).toBe('sound');
    await edit(post, 'We meet two times a month!', 'typo', 2);
    expect(await standing(answer)).toBe('changed');
  });

  it('says when a post was withdrawn', async () => {
    const [answer, conclusion, post] = await aPath();
    await post.author.send('put', `/api/v1/posts/${post.id}/withdrawal`);
    await hub.drain();
    expect([await standing(conclusion), await standing(answer)]).toEqual(['withdrawn', 'withdrawn']);
    expect((await told(answer))[0]!.data).toEqual({ standing: 'withdrawn', near: false });
  });

  it('is sound again when what was withdrawn comes back, or is confirmed as it reads now', async () => {
    const [one, other] = [await aChapter(hub, { handbook }), await aChapter(hub, { handbook })];
    const { id } = await aLink(hub, asSubject(one), asSubject(other));
    const chapter = `/api/v1/handbooks/${handbook.slug}/chapters/${other.slug}`;
    const turn = async (status: string) => {
      const answer = await editor.send('post', `${chapter}/${status}`);
      expect(answer.status).toBeLessThan(300);
      await hub.drain();
    };
    await turn('withdraw');
    expect(await standing(one)).toBe('withdrawn');
    await turn('publish');
    expect(await standing(one)).toBe('sound');
    const [, , post] = await aPath();
    const { id: second } = await aLink(hub, asSubject(one), post, { quote: 'twice a month' });
    await edit(post, 'We still meet twice a month.', 'meaning');
    expect(await standing(one)).toBe('changed');
    expect((await editor.send('put', `/api/v1/evidence/links/${second}/confirmation`)).status).toBe(204);
    expect(await standing(one)).toBe('sound');
    expect((await editor.send('put', `/api/v1/evidence/links/${id}/confirmation`)).status).toBe(204);
  });

  it('stands for nothing less when a translation is made, or somebody answers', async () => {
    const [answer, , post] = await aPath();
    await hub.database.query(
      `insert into post_translations (room_id, owner_id, locale, status, source_revision, origin, body, html)
       values ($1, $2, 'sv', 'draft', 1, 'person', 'Hej', '')`,
      [room.id, post.id],
    );
    await hub.drain();
    expect(await standing(answer)).toBe('sound');
  });

  describe('of sources', () => {
    let server: Server;
    let origin: string;
    let asked: string[];
    let status: number;

    beforeAll(async () => {
      server = createServer((request, response) => {
        asked.push(`${request.method} ${request.url}`);
        const [, target] = /^\/to\?(.*)$/.exec(request.url ?? '') ?? [];
        if (target) response.setHeader('location', decodeURIComponent(target));
        response.statusCode = target
          ? 302
          : request.url === '/get-only' && request.method === 'HEAD'
            ? 405
            : status;
        response.end('x'.repeat(100_000));
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    beforeEach(() => {
      asked = [];
      status = 200;
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    async function aSource(address: string): Promise<{ id: string; statement: TestChapter }> {
      const [{ id }] = await hub.database.query<[{ id: string }]>(
        `insert into sources (title, locale, address, read_on) values ('A law', 'en', $1, '2026-11-01') returning id`,
        [address],
      );
      const statement = await aChapter(hub, { handbook });
      await aLink(hub, asSubject(statement), { kind: 'source', id }, { revision: null });
      return { id, statement };
    }
    const look = () => hub.app.get(DeadSources).look();
    const later = (days: number) =>
      hub.database.query(
        `update sources set checked_at = checked_at - make_interval(days => $1),
           failing_since = failing_since - make_interval(days => $1)`,
        [days],
      );

    it('says when one is gone for days, and when it is there again', async () => {
      const { statement } = await aSource(`${origin}/law`);
      await look();
      expect(asked).toEqual(['HEAD /law']);
      status = 404;
      await look();
      expect(asked).toHaveLength(1);
      await later(8);
      await look();
      expect(asked.slice(1)).toEqual(['HEAD /law', 'GET /law']);
      expect(await standing(statement)).toBe('sound');
      await later(3);
      await look();
      expect(await standing(statement)).toBe('dead');
      expect((await told(statement))[0]!.data.standing).toBe('dead');
      expect((await editor.get(`/en/evidence/chapter/${statement.id}`)).text).toContain(
        'has led nowhere since',
      );
      status = 200;
      await later(3);
      await look();
      expect(await standing(statement)).toBe('sound');
    });

    it('asks only a few at a time, and only what is cited', async () => {
      await hub.database.query(
        `insert into sources (title, locale, address, read_on) values ('Uncited', 'en', $1, '2026-11-01')`,
        [`${origin}/uncited`],
      );
      for (let each = 0; each < 7; each += 1) await aSource(`${origin}/many-${each}`);
      await look();
      expect(asked).toHaveLength(5);
      expect(asked.join()).not.toContain('uncited');
    });

    const anywhere = { mayAsk: () => true, agent: 'Polylog', patience: 500 };

    it('knows what is there, whatever stands in the way', async () => {
      expect(await ask(`${origin}/get-only`, anywhere)).toBe('there');
      expect(await ask(`${origin}/to?${encodeURIComponent('/law')}`, anywhere)).toBe('there');
      status = 403;
      expect(await ask(`${origin}/law`, anywhere)).toBe('there');
      status = 500;
      expect(await ask(`${origin}/law`, anywhere)).toBe('nowhere');
      expect(await ask(`${origin}/to?${encodeURIComponent('/to?/to')}`, anywhere)).toBe('nowhere');
      expect(await ask('http://127.0.0.1:1/', anywhere)).toBe('nowhere');
      expect(await ask('http://nowhere.invalid/', anywhere)).toBe('nowhere');
    });

    it('never asks into the hub’s own network, neither by number, by name nor by a redirection', async () => {
      const manners = { ...anywhere, mayAsk: isPublic };
      const { port } = server.address() as AddressInfo;
      for (const host of [
        '127.0.0.1',
        'localhost',
        '[::1]',
        '[::ffff:127.0.0.1]',
        '2130706433',
        '0x7f.1',
        '0',
      ])
        expect([host, await ask(`http://${host}:${port}/law`, manners)]).toEqual([host, 'unasked']);
      expect(await ask('ftp://a.example/', manners)).toBe('unasked');
      expect(asked).toEqual([]);
      const first = { ...anywhere, mayAsk: (ip: string) => ip === '127.0.0.1' };
      const redirected = `${origin}/to?${encodeURIComponent(`http://127.0.0.2:${port}/secret`)}`;
      expect(await ask(redirected, first)).toBe('unasked');
      expect(asked.filter((each) => !each.includes('/to?'))).toEqual([]);
    });

    it.each([
      ['10.1.2.3', false],
      ['172.31.0.1', false],
      ['192.168.1.1', false],
      ['169.254.169.254', false],
      ['100.64.0.1', false],
      ['0.0.0.0', false],
      ['fe80::1%eth0', false],
      ['fd00::1', false],
      ['::', false],
      ['::ffff:10.0.0.1', false],
      ['64:ff9b::a00:1', false],
      ['2002:7f00:1::', false],
      ['2001:db8::1', false],
      ['193.2.1.66', true],
      ['2a00:1450:4001::1', true],
    ])('knows whether %s is everybody’s: %s', (ip, open) => {
      expect(isPublic(ip)).toBe(open);
    });
  });
});
