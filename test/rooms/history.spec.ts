import { Sockets } from '../../src/core/realtime/sockets.gateway';
import { aPerson, giveGrant, type TestPerson } from '../factories/people';
import { aRoom, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { dice } from '../support/dice';
import { translate, translationPath } from '../support/translating';
import { startHub, type TestHub } from '../support/hub';
import { OpenPage } from '../support/open-page';
import { TestRedis } from '../support/redis';
import { until } from '../support/until';

const HISTORIES = 12;
const STEPS = 60;

interface Known {
  id: string;
  revision: number;
}

describe('What open pages show after any history of a room', () => {
  let redis: TestRedis;
  let hubs: [TestHub, TestHub];

  beforeAll(async () => {
    redis = await TestRedis.start();
    const first = await startHub({ REDIS_URL: redis.url });
    hubs = [first, await startHub({ REDIS_URL: redis.url }, first)];
  });
  afterAll(async () => {
    await hubs[1].close();
    await hubs[0].close();
    await redis.die();
  });

  const everywhere = async (person?: TestPerson) =>
    Promise.all(
      hubs.map(async (hub) => ({ hub, ...(person && { client: await TestClient.as(hub, person) }) })),
    );

  /** People, their pages, and everything that they can do to a room and to each other. */
  async function setScene(seed: number) {
    const roll = dice(seed);
    const any = <Item>(items: Item[]): Item | undefined => items[roll(items.length)];
    const [hub] = hubs;
    const room: TestRoom = await aRoom(hub, { visibility: 'members' });
    const seat = [{ role: 'member' as const, placeId: room.platformId! }];
    const keeper = await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] });
    const [writer, leaver, guest] = [
      await aPerson(hub, { grants: seat }),
      await aPerson(hub, { grants: seat }),
      await aPerson(hub),
    ];
    const [keeping, writing] = [await everywhere(keeper), await everywhere(writer)];
    const pages = [
      new OpenPage(room.id, keeping),
      new OpenPage(room.id, writing, 1),
      new OpenPage(room.id, await everywhere(leaver)),
      new OpenPage(room.id, await everywhere(guest), 1),
      new OpenPage(room.id, await everywhere()),
    ];
    const posts: Known[] = [];
    const threads: Known[] = [];
    const revisions = { room: 1 };
    const as = (who: { client?: TestClient }[]) => any(who)!.client!;
    const path = (rest: string) => `/api/v1/rooms/${room.id}${rest}`;

    const open = async () => {
      const opening = { title: `Thread ${threads.length + 1}`, ...something('First') };
      const { body } = await as(writing).send('post', path('/threads'), opening);
      threads.push({ id: (body as Known).id, revision: 1 });
    };
    const verbs: (() => Promise<unknown>)[] = [
      open,
      ...Array.from({ length: 8 }, () => async () => {
        const thread = any(threads)!;
        const post = something(`Words ${roll(1000)}`);
        const to = `/api/v1/threads/${thread.id}/posts`;
        const answers = await Promise.all(
          (roll(4) === 0 ? [0, 1] : [roll(2)]).map((at) => writing[at]!.client!.send('post', to, post)),
        );
        if (answers[0]!.status < 300) posts.push({ id: (answers[0]!.body as Known).id, revision: 1 });
      }),
      ...Array.from({ length: 4 }, () => async () => {
        const post = any(posts);
        if (!post) return;
        const edited = { body: `Better words ${roll(1000)}`, locale: 'sl', baseRevision: post.revision };
        const { status } = await as(writing).send('patch', `/api/v1/posts/${post.id}`, edited);
        if (status === 200) post.revision += 1;
      }),
      ...Array.from({ length: 2 }, () => async () => {
        const post = any(posts);
        const of = { kind: 'post', id: post?.id ?? '', locale: 'sv' };
        const seen = await as(keeping).get(translationPath(of));
        if (seen.status === 200) await translate(as(keeping), of, { body: `Orden ${roll(1000)}` }, seen);
      }),
      async () => {
        const post = any(posts);
        if (post) await as(roll(2) ? keeping : writing).send('put', `/api/v1/posts/${post.id}/withdrawal`);
      },
      async () => {
        const thread = any(threads)!;
        const renamed = { title: `Title ${roll(1000)}`, baseRevision: thread.revision };
        const { status } = await as(keeping).send('patch', `/api/v1/threads/${thread.id}`, renamed);
        if (status === 200) thread.revision += 1;
      },
      async () => as(keeping).send(roll(2) ? 'put' : 'delete', `/api/v1/threads/${any(threads)!.id}/closure`),
      async () => as(keeping).send(roll(2) ? 'put' : 'delete', `/api/v1/threads/${any(threads)!.id}/pin`),
      async () => {
        const visibility = any(['public', 'members', 'members', 'private'])!;
        const edited = { name: 'A room', description: null, locale: 'en', visibility };
        const { status } = await as(keeping).send('patch', path(''), {
          ...edited,
          baseRevision: revisions.room,
        });
        expect(status).toBe(200);
        revisions.room += 1;
      },
      async () => as(keeping).send('post', path('/guests'), { email: guest.email }),
      async () => as(keeping).send('delete', path(`/guests/${guest.id}`)),
      // As the platform does it when somebody leaves or is accepted.
      async () => {
        await hub.database.query('delete from grants where person_id = $1', [leaver.id]);
        any(hubs)!.app.get(Sockets).closePerson(leaver.id);
      },
      async () => {
        await hub.database.query('delete from grants where person_id = $1', [leaver.id]);
        await giveGrant(hub, leaver.id, 'member', room.platformId);
        any(hubs)!.app.get(Sockets).closePerson(leaver.id);
      },
      ...Array.from({ length: 3 }, () => async () => any(pages)!.goOffline()),
      ...Array.from({ length: 4 }, () => async () => {
        const page = any(pages)!;
        if (!page.online) await page.goOnline();
      }),
    ];
    await open();
    return { roll, verbs, pages, open };
  }

  it.each(Array.from({ length: HISTORIES }, (_, index) => index + 1))(
    'is what pages show that are opened just then; and who is shut out learns nothing more (history %i)',
    async (seed) => {
      const { roll, verbs, pages, open } = await setScene(seed);
      await Promise.all(pages.map((page) => page.goOnline()));
      for (let step = 0; step < STEPS; step += 1) await verbs[roll(verbs.length)]!();
      for (const page of pages) {
        if (!page.online) await page.goOnline();
        const fresh = await page.fresh().catch(() => undefined);
        if (!fresh) await until(() => page.shut);
        else await until(async () => same(page.shown, await page.fresh()));
        if (fresh) expect(page.shown).toEqual(await page.fresh());
      }
      const shut = pages.filter((page) => page.shut);
      const known = shut.map(({ position }) => position);
      await open();
      await until(async () => same(pages[0]!.shown, await pages[0]!.fresh()));
      expect(shut.map(({ position }) => position)).toEqual(known);
      for (const page of pages) page.goOffline();
    },
  );
});

function same(one: object, other: object): boolean {
  try {
    expect(one).toEqual(other);
    return true;
  } catch {
    return false;
  }
}
