import type { Page } from 'playwright-core';
import type { Socket } from 'socket.io-client';
import { anOrganisation } from '../factories/organisations';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { aBrowser, describeJourneys, faultsOf } from '../support/browser';
import { TestClient } from '../support/client';
import { HOSTILE, SCRIPTS, isFoul, keptLine } from '../support/hostile';
import { startHub, type TestHub } from '../support/hub';
import { ask, openSocket } from '../support/socket';
import { until } from '../support/until';

/** Texts that a post can be, short enough to look at; what is long was looked at elsewhere. */
const SAID = HOSTILE.filter((text) => text.trim() && text.length < 1500 && !isFoul(text));
/** What can be a name or a title, and is more than words. */
const NAMES = [
  ...new Set(SAID.filter((text) => /[<>"'&`{}]|script|\p{Bidi_C}/u.test(text)).map(keptLine)),
].filter((name) => name && name.length <= 120);
const AUTHORS = 12;
const PATIENCE = 120_000;

interface Attack {
  page: Page;
  /** Scripts of others that ran, requests to others, faults of the page: whatever must not be. */
  harm: string[];
}

/** Runs in the page before anything else. Whatever a script of others would call tells of it. */
const TRAPS = `
  for (const name of ['alert', 'prompt', 'confirm', 'print', 'open'])
    window[name] = (...said) => window.hacked(name + ' ' + said.join());
  document.write = (...said) => window.hacked('write ' + said.join());
`;

/** What no page of the hub has, wherever it came from. */
function strangersOf(): string[] {
  const foreign =
    'iframe, object, embed, base, applet, frame, style, meta[http-equiv], link[href*="example.com"], svg script';
  const elements = [...document.querySelectorAll(foreign)].map(({ outerHTML }) => outerHTML);
  const scripts = [...document.querySelectorAll('script')]
    .filter(({ src, type }) => !src.startsWith(`${location.origin}/assets/`) && type !== 'application/json')
    .map(({ outerHTML }) => outerHTML);
  const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) =>
        /^(href|src|action|formaction|srcdoc|data|xlink:href)$/i.test(name)
          ? !/^(https?:\/\/|mailto:|[#?]|\/(?!\/)|$)/.test(value)
          : /^on|^style$/i.test(name),
      )
      .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
  );
  const allowed =
    /^(P|BR|A|EM|STRONG|S|CODE|PRE|BLOCKQUOTE|UL|OL|LI|H[4-6]|HR|TABLE|THEAD|TBODY|TR|TH|TD|SUP|SECTION|DIV)$/;
  const said = [...document.querySelectorAll('.said-text *')]
    .filter(({ tagName }) => !allowed.test(tagName))
    .map(({ outerHTML }) => outerHTML);
  return [...elements, ...scripts, ...attributes, ...said];
}

describeJourneys('Hostile text in the browser', () => {
  const browser = aBrowser();
  let hub: TestHub;
  let room: TestRoom;
  let authors: { person: TestPerson; client: TestClient; socket: Socket }[];
  let reader: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    room = await aRoom(hub, { name: NAMES[0] });
    const [name, title] = [NAMES[1]!, NAMES[2]!];
    await hub.database.query(`update platforms set name = $2, purpose = $2, slug = 'si' where id = $1`, [
      room.platformId,
      name,
    ]);
    await hub.database.query('update partnerships set name = $2, purpose = $2 where id = $1', [
      room.partnershipId,
      title,
    ]);
    await hub.database.query('update rooms set description = $2 where id = $1', [
      room.id,
      SCRIPTS.join('\n'),
    ]);
    const grants = [{ role: 'host' as const, placeId: room.platformId! }];
    authors = await Promise.all(
      Array.from({ length: AUTHORS }, async (_, number) => {
        const organisation = await anOrganisation(hub, { name: NAMES[20 + number]! });
        const person = await aPerson(hub, {
          name: SCRIPTS[number]!,
          organisationId: organisation.id,
          grants,
        });
        const client = await TestClient.as(hub, person);
        return { person, client, socket: await openSocket(hub, client) };
      }),
    );
    reader = await TestClient.as(hub, await aPerson(hub, { name: '"><script>hacked()</script>', grants }));
  }, PATIENCE);
  afterAll(async () => {
    for (const { socket } of authors) socket.close();
    await hub.close();
  });

  async function attacked(path: string, as: TestClient | null = reader): Promise<Attack> {
    const page = await browser.openPage(hub, '/robots.txt', { ...(as && { as }) });
    const harm = faultsOf(page);
    await page.exposeFunction('hacked', (said: string) => harm.push(`ran: ${said}`));
    await page.addInitScript(TRAPS);
    page.on('dialog', (dialog) => {
      harm.push(`asked: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (asked) => {
      if (!asked.url().startsWith(hub.url) && !/^(data|blob|ws):/.test(asked.url()))
        harm.push(`went to ${asked.url()}`);
    });
    page.on('popup', (popup) => harm.push(`opened ${popup.url()}`));
    await page.goto(path);
    return { page, harm };
  }

  const strangers = (page: Page): Promise<string[]> => page.evaluate(strangersOf);

  async function walk(page: Page, paths: string[]): Promise<string[]> {
    const found: string[] = [];
    for (const path of paths) {
      const answer = await page.goto(path);
      if (answer?.status() !== 200) found.push(`${path} answers ${answer?.status()}`);
      found.push(...(await strangers(page)).map((stranger) => `${path}: ${stranger}`));
    }
    return found;
  }

  it('would be seen, if it ran', async () => {
    const { page, harm } = await attacked('/robots.txt', null);
    await page.goto('about:blank');
    await page.setContent('<img src="data:," onerror="hacked(1)"><a href="javascript:alert(2)">x</a>');
    await page.locator('a').click();
    await until(() => harm.length === 2);
    expect(harm).toEqual(['ran: 1', 'ran: alert 2']);
    expect(await strangers(page)).toHaveLength(3);
  });

  it(
    'does not run: every text as a post that arrives on an open page, and again as a page',
    async () => {
      const thread = await aThread(hub, room, authors[0]!.person, { title: NAMES[3]! });
      const { page, harm } = await attacked(`/en/threads/${thread.id}`);
      await page.locator('.present').first().waitFor();
      await Promise.all(
        authors.map(async ({ socket }, number) => {
          await ask(socket, 'room:join', { room: room.id });
          await ask(socket, 'room:typing', { room: room.id, thread: thread.id });
          for (const body of SAID.filter((_, place) => place % AUTHORS === number)) {
            const { status } = await ask(socket, 'post:send', { thread: thread.id, ...something(body) });
            expect({ status, body }).toEqual({ body });
          }
        }),
      );
      await page.waitForFunction(
        (count) => document.querySelectorAll('article.post[data-post]').length >= count,
        SAID.length,
        { timeout: 60_000 },
      );
      expect(await strangers(page)).toEqual([]);
      const visitor = await attacked(`/en/threads/${thread.id}`, null);
      const pages = Array.from({ length: Math.ceil(SAID.length / 30) }, (_, number) => number * 30);
      const paths = pages.map((after) => `/en/threads/${thread.id}?after=${after}`);
      expect(await walk(visitor.page, paths)).toEqual([]);
      expect([...harm, ...visitor.harm]).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'does not run: every text as a title, in lists, in headings and on pages that are open',
    async () => {
      const open = await attacked(`/en/rooms/${room.slug}`);
      await open.page.locator('.present').first().waitFor();
      const { client } = authors[0]!;
      for (const title of NAMES.slice(0, 30)) {
        const path = `/api/v1/rooms/${room.id}/threads`;
        expect((await client.send('post', path, something('Words', { title }))).status).toBe(201);
      }
      await open.page.locator('main a', { hasText: NAMES[29]! }).first().waitFor();
      expect(await strangers(open.page)).toEqual([]);
      await Promise.all(NAMES.slice(30).map((title) => aThread(hub, room, authors[1]!.person, { title })));
      const threads = await hub.database.query<{ id: string }[]>(
        'select id from threads order by opened_at limit 20',
      );
      const { page, harm } = await attacked(`/en/rooms/${room.slug}`);
      for (let more = 0; more < 30; more += 1) {
        expect(await strangers(page)).toEqual([]);
        const next = await page
          .locator('a[href*="after="]')
          .last()
          .getAttribute('href')
          .catch(() => null);
        if (!next) break;
        await page.goto(next);
      }
      expect(
        await walk(
          page,
          threads.map(({ id }) => `/sl/threads/${id}`),
        ),
      ).toEqual([]);
      expect([...open.harm, ...harm]).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'does not run: in the preview, in the draft, on its way, quoted, in a form and in the history',
    async () => {
      const { person, client } = authors[1]!;
      const thread = await aThread(hub, room, person, { title: 'A thread' });
      const { page, harm } = await attacked(`/it/threads/${thread.id}`, client);
      await page.locator('.present').first().waitFor();
      const text = page.locator('#write textarea');
      const preview = page.locator('[data-action="preview"]');
      for (const body of SCRIPTS.filter((script) => !isFoul(script))) {
        await text.fill(body);
        await preview.click();
        await page.locator('.preview').waitFor();
        expect(await strangers(page)).toEqual([]);
        await preview.click();
      }
      await text.fill('> '.repeat(60));
      await preview.click();
      await page.locator('.preview', { hasText: 'troppa formattazione' }).waitFor();
      await preview.click();
      await page.route('**/api/v1/threads/*/posts*', (route) => route.abort('internetdisconnected'));
      for (const body of SCRIPTS.slice(0, 8)) {
        await text.fill(body);
        await page.locator('#write .button-main').click();
      }
      await text.fill(SCRIPTS[2]!);
      await page.reload();
      await page.locator('[data-slot="outbox"] article').nth(7).waitFor();
      expect(await strangers(page)).toEqual([]);
      await page.unroute('**/api/v1/threads/*/posts*');
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await page.locator('[role="log"] article').nth(7).waitFor();
      await page.locator('[data-slot="quote"] a').first().click();
      await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('](/'));
      await page.locator('#write .button-main').click();
      await page.locator('[role="log"] article blockquote').first().waitFor();
      expect(await strangers(page)).toEqual([]);

      const [post] = await hub.database.query('select id from posts where thread_id = $1 and number = 1', [
        thread.id,
      ]);
      for (const [revision, body] of SCRIPTS.filter((script) => !isFoul(script)).entries())
        await client.send('patch', `/api/v1/posts/${post.id}`, {
          body,
          locale: 'it',
          baseRevision: revision + 1,
        });
      const paths = ['history', 'edit', 'withdraw'].map((act) => `/it/posts/${post.id}/${act}`);
      expect(await walk(page, paths)).toEqual([]);
      expect(harm).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'does not run: as the name of a person, a room, a platform, a partnership or an organisation',
    async () => {
      const { client } = authors[2]!;
      const { page, harm } = await attacked('/sv', client);
      const [platform] = await hub.database.query('select slug from platforms where id = $1', [
        room.platformId,
      ]);
      const [partnership] = await hub.database.query('select slug from partnerships where id = $1', [
        room.partnershipId,
      ]);
      const organisations = await hub.database.query<{ slug: string }[]>('select slug from organisations');
      const paths = [
        ...['', '/rooms', '/platforms', '/partnerships', '/organisations', '/settings', '/settings/sessions'],
        ...[`/rooms/${room.slug}/manage`, `/rooms/${room.slug}/threads/new`, `/platforms/${platform.slug}`],
        ...[`/platforms/${platform.slug}/manage`, `/platforms/${platform.slug}/edit`],
        ...[`/platforms/${platform.slug}/members`, `/partnerships/${partnership.slug}`],
        ...organisations.map(({ slug }) => `/organisations/${slug}`),
      ];
      expect(
        await walk(
          page,
          paths.map((path) => `/sv${path}`),
        ),
      ).toEqual([]);
      expect(harm).toEqual([]);
    },
    PATIENCE,
  );
});
