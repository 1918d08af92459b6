import type { Page } from 'playwright-core';
import { LOCALES } from '../../src/core/i18n/locales';
import { Sockets } from '../../src/core/realtime/sockets.gateway';
import { anOrganisation } from '../factories/organisations';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { aBrowser, describeJourneys, expectAccessible, expectNoOverflow, faultsOf } from '../support/browser';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describeJourneys('A room in the browser', () => {
  const browser = aBrowser();
  let hub: TestHub;
  let room: TestRoom;
  let thread: { id: string };
  let slovenian: TestPerson;
  let italian: TestPerson;
  let atSlovenian: TestClient;
  let atItalian: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    room = await aRoom(hub, { name: 'International room' });
    const grants = [{ role: 'member' as const, placeId: room.platformId! }];
    const organisation = await anOrganisation(hub, { name: 'Demo občina', locale: 'sl' });
    slovenian = await aPerson(hub, {
      name: 'Članica platforme',
      locale: 'sl',
      organisationId: organisation.id,
      grants,
    });
    italian = await aPerson(hub, { name: 'Ufficio appalti', locale: 'it', grants });
    atSlovenian = await TestClient.as(hub, slovenian);
    atItalian = await TestClient.as(hub, italian);
    thread = await aThread(hub, room, slovenian, { title: 'Kaj potrebujejo občine?', locale: 'sl' });
    await say(atSlovenian, 'Prvo sporočilo', { locale: 'sl' });
  });

  const say = (client: TestClient, body: string, more: Record<string, unknown> = {}) =>
    client.send('post', `/api/v1/threads/${thread.id}/posts`, something(body, more));

  async function sayMany(count: number): Promise<void> {
    for (let number = 1; number <= count; number += 1) await say(atSlovenian, `Sporočilo številka ${number}`);
  }

  const bodies = async (): Promise<string[]> => {
    const rows: { body: string }[] = await hub.database.query(
      'select body from posts where thread_id = $1 order by number',
      [thread.id],
    );
    return rows.map(({ body }) => body);
  };

  const write = (page: Page) => page.locator('#write textarea');
  const send = (page: Page) => page.locator('#write .button-main').click();
  const post = (page: Page, words: string) => page.locator('article.post[data-post]', { hasText: words });
  /** The socket has joined: the reader sees herself at the table. */
  const seated = (page: Page) => page.locator('.present').first().waitFor();

  it('shows a reply that was written on a Slovenian page on an open Italian page, in Slovenian', async () => {
    const reader = await browser.openPage(hub, `/it/threads/${thread.id}`, { as: atItalian });
    const faults = faultsOf(reader);
    await seated(reader);
    await reader.evaluate(() => Object.assign(window, { same: true }));
    const writer = await browser.openPage(hub, `/sl/threads/${thread.id}`, { as: atSlovenian });
    await seated(writer);
    await write(writer).fill('Naročila so **prevelika**.');
    await reader.getByText('Članica platforme sta scrivendo').waitFor();
    await writer.keyboard.press('Control+Enter');

    const arrived = post(reader, 'Naročila so prevelika.');
    await arrived.waitFor();
    expect(await arrived.locator('.said-text').getAttribute('lang')).toBe('sl');
    expect(await arrived.locator('.said-text strong').textContent()).toBe('prevelika');
    expect(await arrived.locator('.who').textContent()).toBe('Članica platforme');
    expect(await arrived.locator('[data-slot="organisation"] a').getAttribute('lang')).toBe('sl');
    expect(await arrived.locator('[data-slot="language"]').textContent()).toBe('in sloveno, originale');
    expect(await arrived.locator('[data-slot="edit"]').count()).toBe(0);
    expect(await reader.evaluate(() => 'same' in window)).toBe(true);
    expect(await reader.locator('[role="log"] article').count()).toBe(2);
    await reader.locator('.table-drawing .middle', { hasText: '2 al tavolo' }).waitFor();
    await reader.locator('.present', { hasText: 'Članica platforme, Demo občina' }).waitFor();

    const own = post(writer, 'Naročila so prevelika.');
    await own.waitFor();
    expect(await own.getAttribute('class')).toContain('post-own');
    expect(await writer.locator('[data-slot="outbox"] article').count()).toBe(0);
    expect(await write(writer).inputValue()).toBe('');
    expect(await bodies()).toEqual(['Prvo sporočilo', 'Naročila so **prevelika**.']);
    expect(faults).toEqual([]);
  });

  it('shows edits, withdrawals, a new title and a closed thread on pages that are open', async () => {
    const page = await browser.openPage(hub, `/en/threads/${thread.id}`, { as: atItalian });
    await seated(page);
    const { body: sent } = await say(atSlovenian, 'Druga beseda', { locale: 'sl' });
    await post(page, 'Druga beseda').waitFor();
    await atSlovenian.send('patch', `/api/v1/posts/${sent.id}`, {
      ...{ body: 'Boljša beseda', locale: 'sl', baseRevision: 1 },
    });
    await post(page, 'Boljša beseda').getByText('Edited:').waitFor();
    await atSlovenian.send('put', `/api/v1/posts/${sent.id}/withdrawal`);
    await post(page, 'This post was withdrawn.').waitFor();
    await atSlovenian.send('patch', `/api/v1/threads/${thread.id}`, { title: 'Nov naslov', baseRevision: 1 });
    await page.locator('h1', { hasText: 'Nov naslov' }).waitFor();
    await atSlovenian.send('put', `/api/v1/threads/${thread.id}/closure`);
    await page.getByText('This thread is closed.').waitFor();
    await page.locator('#write').waitFor({ state: 'hidden' });
  });

  it('does not move who reads further up, and tells how many posts are new', async () => {
    await sayMany(12);
    const page = await browser.openPage(hub, `/en/threads/${thread.id}`, { as: atItalian });
    await seated(page);
    const place = () => page.evaluate(() => [scrollY, document.activeElement?.tagName]);
    const before = await place();
    await say(atSlovenian, 'Novost');
    const news = page.getByRole('button', { name: '1 new post' });
    await news.waitFor();
    expect(await place()).toEqual(before);
    await news.click();
    await page.waitForFunction(() => document.activeElement?.matches('article.post:last-of-type'));
    await news.waitFor({ state: 'hidden' });
  });

  it('updates the list of threads and their unread counts while it is open', async () => {
    const page = await browser.openPage(hub, `/en/rooms/${room.slug}`, { as: atItalian });
    await seated(page);
    await page.locator('span.count', { hasText: '1 unread post' }).waitFor();
    await say(atSlovenian, 'Drugo sporočilo');
    await page.locator('span.count', { hasText: '2 unread posts' }).waitFor();
  });

  it('leaves the line above the first unread post where it is when the page is loaded again', async () => {
    await atItalian.send('put', `/api/v1/threads/${thread.id}/position`, { number: 1 });
    await say(atSlovenian, 'Drugo sporočilo');
    await say(atSlovenian, 'Tretje sporočilo');
    const page = await browser.openPage(hub, `/en/threads/${thread.id}`, { as: atItalian });
    const line = page.locator('#unread + article', { hasText: 'Drugo sporočilo' });
    await line.waitFor();
    await page.waitForURL(/since=1/);
    await page.reload();
    await line.waitFor();
    expect(await page.locator('#unread').count()).toBe(1);
  });

  it('walks through what is new by j and k, marks it as read, takes that back, and counts in the title', async () => {
    const second = await aThread(hub, room, slovenian, { title: 'Druga nit', locale: 'sl' });
    await atSlovenian.send('post', `/api/v1/threads/${second.id}/posts`, something('Novo'));
    await atItalian.send('put', `/api/v1/threads/${thread.id}/following`, { level: 'following' });
    const page = await browser.openPage(hub, '/en/what-is-new', { as: atItalian });
    const faults = faultsOf(page);
    const focused = (title: string) =>
      page.waitForFunction((words) => document.activeElement?.textContent === words, title);
    const all = page.getByRole('button', { name: 'Mark all as read' });
    await all.focus();
    await page.keyboard.press('j');
    await focused('Kaj potrebujejo občine?');
    await page.keyboard.press('j');
    await focused('Druga nit');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await focused('Kaj potrebujejo občine?');
    await say(atSlovenian, 'Drugo sporočilo');
    await hub.drain();
    await page.waitForFunction(() => document.title.startsWith('(1) '));
    await page.getByRole('button', { name: 'Mark as read: International room' }).click();
    await page.getByText('You have read everything').waitFor();
    expect(await page.title()).not.toContain('(');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'Druga nit' }).waitFor();
    expect(await page.title()).toMatch(/^\(1\) /);
    await expectAccessible(page);
    expect(faults).toEqual([]);
  });

  it('works without scripts: reading, answering, quoting, editing, withdrawing, paging both ways', async () => {
    await sayMany(40);
    const page = await browser.openPage(hub, `/en/threads/${thread.id}`, {
      as: atItalian,
      javaScript: false,
    });
    expect(await page.locator('article.post').count()).toBe(30);
    await page.getByRole('link', { name: 'Show 11 earlier posts' }).click();
    await post(page, 'Prvo sporočilo').waitFor();
    await page.getByRole('link', { name: 'Show 30 later posts' }).click();
    await post(page, 'Sporočilo številka 40').waitFor();

    await post(page, 'Sporočilo številka 39').getByRole('link', { name: 'Quote' }).click();
    expect(await write(page).inputValue()).toContain('> Sporočilo številka 39');
    await write(page).fill(`${await write(page).inputValue()}Anche da noi.`);
    await page.locator('#write select[name="locale"]').selectOption('it');
    await send(page);
    const own = post(page, 'Anche da noi.');
    expect(await own.locator('.said-text').getAttribute('lang')).toBe('it');
    expect(await own.locator('blockquote').textContent()).toContain('Članica platforme, Demo občina, 40');
    expect(await own.locator('[data-slot="answered"]').textContent()).toContain('Članica platforme, 40');

    await own.getByRole('link', { name: 'Edit' }).click();
    await page.locator('textarea').fill('Anche da noi, sempre.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('The post was changed.').waitFor();
    await post(page, 'Anche da noi, sempre.').getByRole('link', { name: 'Edited:' }).click();
    expect(await page.locator('ins').allTextContents()).not.toEqual([]);
    await page.getByRole('link', { name: 'Back to the post' }).click();

    await post(page, 'Anche da noi, sempre.').getByRole('link', { name: 'Withdraw' }).click();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await post(page, 'This post was withdrawn.').waitFor();

    await page.goto(`/en/rooms/${room.slug}`);
    await page.getByRole('link', { name: 'Open a thread' }).click();
    await page.getByLabel('Title').fill('Chi decide?');
    await page.getByLabel('Text', { exact: true }).fill('Una domanda.');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.locator('h1', { hasText: 'Chi decide?' }).waitFor();
    await post(page, 'Una domanda.').waitFor();
  });

  it('loads earlier posts into the page, outside the part that is read out, without moving it', async () => {
    await sayMany(40);
    const page = await browser.openPage(hub, `/en/threads/${thread.id}`, { as: atItalian });
    await seated(page);
    const first = page.locator('article.post').first();
    const link = page.getByRole('link', { name: 'Show 11 earlier posts' });
    await link.scrollIntoViewIfNeeded();
    const handle = await first.elementHandle();
    const before = (await handle.boundingBox())!.y;
    await link.click();
    await post(page, 'Prvo sporočilo').waitFor();
    expect(await page.locator('article.post').count()).toBe(41);
    expect(await page.locator('[role="log"] article.post').count()).toBe(30);
    expect(Math.abs((await handle.boundingBox())!.y - before)).toBeLessThan(2);
    expect(await link.count()).toBe(0);
    await page.getByRole('status').getByText('11 more posts are shown').waitFor();
  });

  it('sends a reply once although the network broke before the answer came', async () => {
    const page = await browser.openPage(hub, `/en/threads/${thread.id}`, { as: atItalian });
    await seated(page);
    let cut = false;
    await page.route('**/api/v1/threads/*/posts*', async (route) => {
      if (cut) return route.continue();
      cut = true;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await write(page).fill('Una volta sola');
    await send(page);
    await post(page, 'Una volta sola').waitFor();
    await page.locator('[data-slot="outbox"] article').waitFor({ state: 'detached' });
    expect(await page.locator('article', { hasText: 'Una volta sola' }).count()).toBe(1);
    expect(await bodies()).toEqual(['Prvo sporočilo', 'Una volta sola']);
  });

  it('keeps a reply written without a network, over a reload, and sends it exactly once', async () => {
    const page = await browser.openPage(hub, `/en/threads/${thread.id}`, { as: atItalian });
    await seated(page);
    await page.route('**/api/v1/threads/*/posts*', (route) => route.abort('internetdisconnected'));
    await write(page).fill('Scritto in treno');
    await send(page);
    const waiting = page.locator('[data-slot="outbox"] article', { hasText: 'Scritto in treno' });
    await waiting.getByText('No connection: will be sent later.').waitFor();
    await waiting.getByText('The text is kept on this device.').waitFor();
    await waiting.getByRole('button', { name: 'Delete' }).waitFor();
    await expectAccessible(page);
    await page.reload();
    await waiting.waitFor();
    expect(await bodies()).toEqual(['Prvo sporočilo']);

    await page.unroute('**/api/v1/threads/*/posts*');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await post(page, 'Scritto in treno').waitFor();
    await page.reload();
    expect(await page.locator('article', { hasText: 'Scritto in treno' }).count()).toBe(1);
    expect(await bodies()).toEqual(['Prvo sporočilo', 'Scritto in treno']);
  });

  it('says why a reply was refused, and lets its author try again or delete it', async () => {
    const page = await browser.openPage(hub, `/en/threads/${thread.id}`, { as: atItalian });
    await seated(page);
    await page.context().clearCookies();
    await write(page).fill('Senza accesso');
    await send(page);
    const failed = page.locator('.post-failed');
    await failed.getByText('Sign in to do this.').waitFor();
    await failed.getByRole('button', { name: 'Delete' }).click();
    await failed.waitFor({ state: 'detached' });
    await page.reload();
    expect(await page.locator('article', { hasText: 'Senza accesso' }).count()).toBe(0);
  });

  it('catches up after the connection was lost', async () => {
    const page = await browser.openPage(hub, `/en/threads/${thread.id}`, { as: atItalian });
    await seated(page);
    await page.context().setOffline(true);
    hub.app.get(Sockets).closePerson(italian.id);
    await say(atSlovenian, 'Medtem');
    await say(atSlovenian, 'Še nekaj');
    await page.getByText('Reconnecting …').waitFor();
    await page.context().setOffline(false);
    await post(page, 'Medtem').waitFor();
    await post(page, 'Še nekaj').waitFor();
    expect(await page.locator('article', { hasText: 'Medtem' }).count()).toBe(1);
  });

  it('keeps the draft, shows a preview, and quotes in place', async () => {
    const page = await browser.openPage(hub, `/en/threads/${thread.id}`, { as: atItalian });
    await post(page, 'Prvo sporočilo').getByRole('link', { name: 'Quote' }).click();
    await page.waitForFunction(() =>
      document.querySelector('textarea')?.value.startsWith('> Prvo sporočilo'),
    );
    await page.getByText('In reply to: Članica platforme, 1').waitFor();
    await page.keyboard.type('grassetto');
    for (let letter = 0; letter < 9; letter += 1) await page.keyboard.press('Shift+ArrowLeft');
    await page.getByRole('button', { name: 'Bold' }).click();
    expect(await write(page).inputValue()).toContain('**grassetto**');
    await page.reload();
    expect(await write(page).inputValue()).toContain('**grassetto**');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.preview strong', { hasText: 'grassetto' }).waitFor();
    await page.getByRole('button', { name: 'Back to the text' }).click();
    await write(page).waitFor();
  });

  it.each(LOCALES)('is accessible and fits a phone in %s', async (locale) => {
    const keeper = await aPerson(hub, { locale, grants: [{ role: 'host', placeId: room.platformId! }] });
    const client = await TestClient.as(hub, keeper);
    const { body: own } = await say(client, 'One\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n> quoted', {
      locale: 'en',
    });
    await client.send('patch', `/api/v1/posts/${own.id}`, { body: 'Two', locale: 'en', baseRevision: 1 });
    await say(atSlovenian, 'Odgovor', { locale: 'sl', replyToId: own.id });
    const pages = [
      '/rooms',
      `/rooms/${room.slug}`,
      `/rooms/${room.slug}/threads/new`,
      `/rooms/${room.slug}/manage`,
      `/rooms/new?platform=${room.platformId}`,
      `/threads/${thread.id}`,
      `/threads/${thread.id}/rename`,
      `/posts/${own.id}/edit`,
      `/posts/${own.id}/withdraw`,
      `/posts/${own.id}/history`,
    ];
    const page = await browser.openPage(hub, `/${locale}/rooms`, {
      as: client,
      width: 360,
      examined: true,
    });
    const faults = faultsOf(page);
    for (const path of pages) {
      const answer = await page.goto(`/${locale}${path}`);
      expect({ path, status: answer?.status() }).toEqual({ path, status: 200 });
      await expectNoOverflow(page);
      await expectAccessible(page);
    }
    const visitor = await browser.openPage(hub, `/${locale}/threads/${thread.id}`, {
      width: 360,
      dark: true,
    });
    await expectNoOverflow(visitor);
    await expectAccessible(visitor);
    expect(faults).toEqual([]);
  });
});
