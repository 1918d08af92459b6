import type { Page } from 'playwright-core';
import { Sockets } from '../../src/core/realtime/sockets.gateway';
import { Delivery } from '../../src/rooms/live/delivery.service';
import { RoomFeed } from '../../src/rooms/live/room-feed.service';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { aBrowser, describeJourneys } from '../support/browser';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { until } from '../support/until';

describeJourneys('A thread that stays open while things go wrong', () => {
  const browser = aBrowser();
  let hub: TestHub;
  let room: TestRoom;
  let thread: string;
  let reader: TestPerson;
  let writing: TestClient;
  let reading: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    room = await aRoom(hub);
    const grants = [{ role: 'member' as const, placeId: room.platformId! }];
    const writer = await aPerson(hub, { name: 'Writer', grants });
    reader = await aPerson(hub, { name: 'Reader', grants });
    writing = await TestClient.as(hub, writer);
    reading = await TestClient.as(hub, reader);
    thread = (await aThread(hub, room, writer)).id;
    await say('First');
  });

  const say = (body: string) => writing.send('post', `/api/v1/threads/${thread}/posts`, something(body));
  const sockets = () => hub.app.get(Sockets);
  const post = (page: Page, words: string) => page.locator('article.post[data-post]', { hasText: words });
  const shown = (page: Page) => page.locator('article.post[data-post] .said-text').allTextContents();
  const trimmed = async (page: Page) => (await shown(page)).map((words) => words.trim());

  async function open(): Promise<Page> {
    const page = await browser.openPage(hub, `/en/threads/${thread}`, { as: reading });
    await page.locator('.present').first().waitFor(); // seated: she sees herself at the table
    return page;
  }

  async function write(page: Page, words: string): Promise<void> {
    await page.locator('#write textarea').fill(words);
    await page.locator('#write .button-main').click();
  }

  it('says that a reply is being sent, and why it was refused; trying again sends it once', async () => {
    const page = await open();
    let answer: (() => void) | undefined;
    await page.route('**/api/v1/threads/*/posts*', async (route) => {
      await new Promise<void>((resolve) => (answer = resolve));
      const title = 'Not just now.';
      await route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        body: JSON.stringify({ title }),
      });
    });
    await write(page, 'Tried twice');
    const unsent = page.locator('[data-slot="outbox"] article');
    await unsent.getByText('Sending').waitFor();
    await until(() => answer !== undefined);
    answer!();
    await unsent.getByText('Not just now.').waitFor();
    await page.unroute('**/api/v1/threads/*/posts*');
    await unsent.getByRole('button', { name: 'Try again' }).click();
    await post(page, 'Tried twice').waitFor();
    await unsent.waitFor({ state: 'detached' });
    expect(await trimmed(page)).toEqual(['First', 'Tried twice']);
  });

  it('asks for an entry that never came, as soon as the next one does', async () => {
    const page = await open();
    const poke = jest.spyOn(sockets(), 'poke').mockImplementation(() => undefined);
    const tracked = hub.app.get(Delivery)['rooms'].get(room.id)!;
    tracked.sent += 1; // what comes next is lost on its way
    await say('Lost');
    poke.mockRestore();
    await say('After it');
    await post(page, 'After it').waitFor();
    expect(await trimmed(page)).toEqual(['First', 'Lost', 'After it']);
  });

  it('starts anew when the hub was restored from a backup', async () => {
    await say('Newer than the backup');
    const page = await open();
    await page.evaluate(() => Object.assign(window, { same: true }));
    await hub.database.query('delete from journal where scope_id = $1 and seq > 1', [room.id]);
    await hub.database.query('delete from posts where room_id = $1 and seq > 1', [room.id]);
    await hub.database.query('update rooms set last_seq = 1 where id = $1', [room.id]);
    await hub.database.query('update threads set last_number = 1 where id = $1', [thread]);
    await hub.database.query('update hub set epoch = gen_random_uuid()');
    hub.app.get(RoomFeed)['epoch'] = undefined; // as a process does that starts after the restoring
    hub.app.get(Delivery)['rooms'].clear();
    sockets().closePerson(reader.id);
    await post(page, 'Newer than the backup').waitFor({ state: 'detached' });
    await say('Said again');
    await post(page, 'Said again').waitFor();
    expect(await trimmed(page)).toEqual(['First', 'Said again']);
    expect(await page.evaluate(() => 'same' in window)).toBe(true);
  });

  it('goes to another process when it is asked to, without a word about it', async () => {
    const page = await open();
    await page.evaluate(() => {
      const line = document.querySelector('[data-slot="connection"]')!;
      const said: string[] = [];
      new MutationObserver(() => said.push(line.textContent)).observe(line, { childList: true });
      Object.assign(window, { said });
    });
    const before = [...sockets().server.of('/').sockets.keys()];
    sockets().server.emit('move');
    await until(() => {
      const now = [...sockets().server.of('/').sockets.keys()];
      return now.length === before.length && now.every((id) => !before.includes(id));
    });
    await say('Said after the move');
    await post(page, 'Said after the move').waitFor();
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([]);
  });

  it('tells politely that it connects again, and that it has', async () => {
    const page = await open();
    await page.context().setOffline(true);
    sockets().closePerson(reader.id);
    const line = page.locator('[data-slot="connection"]');
    await line.getByText('Reconnecting …').waitFor();
    expect(
      await line.evaluate((node) => node.closest('[role="status"], [aria-live="polite"]') !== null),
    ).toBe(true);
    await page.context().setOffline(false);
    await line.getByText('Connected again').waitFor();
  });
});
