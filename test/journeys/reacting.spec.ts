import type { Page } from 'playwright-core';
import { aPerson } from '../factories/people';
import { aRoom, aThread, something } from '../factories/rooms';
import { aBrowser, describeJourneys, expectAccessible, expectNoOverflow, faultsOf } from '../support/browser';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describeJourneys('Reacting in the browser', () => {
  const browser = aBrowser();
  let hub: TestHub;
  let thread: { id: string };
  let author: TestClient;
  let reader: TestClient;
  let post: string;

  beforeAll(async () => {
    hub = await startHub();
    const room = await aRoom(hub);
    const grants = [{ role: 'member' as const, placeId: room.platformId! }];
    const speaker = await aPerson(hub, { name: 'Govornica', grants });
    author = await TestClient.as(hub, speaker);
    reader = await TestClient.as(hub, await aPerson(hub, { name: 'Lettrice', locale: 'it', grants }));
    thread = await aThread(hub, room, speaker);
  });
  afterAll(() => hub.close());

  const say = async (): Promise<string> =>
    (await author.send('post', `/api/v1/threads/${thread.id}/posts`, something())).body.id as string;
  const open = async (as?: TestClient): Promise<Page> => {
    const page = await browser.openPage(hub, `/it/threads/${thread.id}`, { ...(as && { as }) });
    if (as) await page.locator('.present').first().waitFor();
    return page;
  };
  const part = (page: Page, name = '') =>
    page.locator(`[data-post="${post}"] ${name && `[data-slot="${name}"]`}`);
  const button = (page: Page, kind: string) => part(page, `react-${kind}`).locator('button');
  const pressed = (page: Page, kind: string) => button(page, kind).getAttribute('aria-pressed');

  it('shows at once what was pressed, to everybody with names, and keeps the focus', async () => {
    post = await say();
    const [page, visitor, atAuthor] = [await open(reader), await open(), await open(author)];
    const faults = faultsOf(page);
    expect(await button(page, 'agree').count()).toBe(0);
    await part(page, 'react').click();
    await button(page, 'agree').focus();
    await page.keyboard.press('Enter');
    expect(await pressed(page, 'agree')).toBe('true');
    for (const each of [visitor, atAuthor]) await part(each, 'reacted').getByText('D’accordo 1').waitFor();
    await part(page, 'names').getByText('D’accordo: Lettrice').waitFor();
    await button(page, 'disagree').click();
    await part(visitor, 'reacted').getByText('In disaccordo 1').waitFor();
    expect([await pressed(page, 'agree'), await pressed(page, 'disagree')]).toEqual(['false', 'true']);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('In disaccordo 1');
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 740 });
    await expectNoOverflow(page);
    await button(page, 'disagree').click();
    await part(visitor, 'reacted').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  it('reacts to a post that has just arrived, and keeps what was pressed when its words change', async () => {
    const page = await open(reader);
    post = await say();
    await part(page, 'react').click();
    await button(page, 'thanks').click();
    await part(page, 'names').getByText('Grazie: Lettrice').waitFor();
    const edited = { body: 'Druge besede', locale: 'en', baseRevision: 1 };
    await author.send('patch', `/api/v1/posts/${post}`, edited);
    await page.getByText('Druge besede').waitFor();
    expect(await pressed(page, 'thanks')).toBe('true');
    expect(await button(page, 'agree').isVisible()).toBe(true);
  });

  it('takes back what was refused, and says why', async () => {
    post = await say();
    const page = await open(reader);
    await part(page, 'react').click();
    await page.route('**/reactions/*', (route) =>
      route.fulfill({ status: 403, json: { status: 403, code: 'x', message: 'Oggi no.' } }),
    );
    await button(page, 'question').click();
    await page.getByRole('status').getByText('Oggi no.').waitFor();
    expect(await pressed(page, 'question')).toBe('false');
    await page.unroute('**/reactions/*');
    await page.route('**/reactions/*', (route) => route.abort());
    await button(page, 'question').click();
    await page.getByText('Reazione non salvata. Riprova.').waitFor();
    expect(await part(page, 'react-question').getAttribute('data-count')).toBe('0');
  });
});
