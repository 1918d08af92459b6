import type { Page } from 'playwright-core';
import { aPerson, type TestPerson } from '../factories/people';
import { aGroup, aMember, aPlatform, type TestPlatform } from '../factories/platforms';
import { aRoom, aThread, type TestRoom } from '../factories/rooms';
import { aBrowser, describeJourneys, expectAccessible, expectNoOverflow, faultsOf } from '../support/browser';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describeJourneys('Writing a post by keyboard', () => {
  const browser = aBrowser();
  let hub: TestHub;
  let platform: TestPlatform;
  let room: TestRoom;
  let thread: string;
  let maja: TestPerson;
  let ana: TestPerson;
  let client: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    platform = await aPlatform(hub);
    room = await aRoom(hub, { platformId: platform.id, partnershipId: platform.partnershipId! });
    maja = await aMember(hub, platform, { person: await aPerson(hub, { name: 'Maja Zupan' }) });
    const group = await aGroup(hub, { name: 'Anatomists', names: { sl: 'Anatomi' } });
    ana = await aMember(hub, platform, { group, person: await aPerson(hub, { name: 'Ána Novak' }) });
    await aMember(hub, platform, { person: await aPerson(hub, { name: 'Anže Kos' }) });
    thread = (await aThread(hub, room, maja)).id;
    client = await TestClient.as(hub, maja);
  });
  afterAll(() => hub.close());

  const textOf = (page: Page) => page.locator('textarea[name="body"]');
  const active = (page: Page) =>
    textOf(page).evaluate(
      (text) => document.getElementById(text.getAttribute('aria-activedescendant') ?? '')?.textContent,
    );

  it('names somebody out of a list, and she is told', async () => {
    const page = await browser.openPage(hub, `/en/threads/${thread}`, { as: client, width: 360 });
    const faults = faultsOf(page);
    const text = textOf(page);
    const list = page.getByRole('listbox', { name: 'Whom to mention' });
    await text.click();
    await page.keyboard.type('What do you say, @an');
    await list.waitFor();
    expect(await active(page)).toContain('Ána Novak');
    await expectAccessible(page);
    await expectNoOverflow(page);
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toContain('Anže Kos');
    expect(await page.locator('[data-slot="who-count"]').textContent()).toMatch(/^\d suggestions$/);
    await page.keyboard.press('Escape');
    expect([await list.isHidden(), await text.inputValue()]).toEqual([true, 'What do you say, @an']);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('@nov');
    await list.waitFor();
    await page.keyboard.press('Enter');
    expect(await text.inputValue()).toBe('What do you say, @Ána Novak ');
    await page.keyboard.press('Control+z');
    expect(await text.inputValue()).toMatch(/@nov?$/);
    await page.keyboard.press('Control+y');
    await page.keyboard.type('and @host');
    await list.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Enter');
    const post = page.locator('article.post[data-post] .said-text').first();
    await post.locator('.mention', { hasText: '@host' }).waitFor();
    expect(await post.locator('.mention').allTextContents()).toEqual(['@Ána Novak', '@host']);
    await hub.drain();
    const told = await (await TestClient.as(hub, ana)).get('/api/v1/notifications/unread');
    expect(told.body).toMatchObject({ unread: 1 });
    expect(faults).toEqual([]);
  });

  it('marks words by keys and by a tool bar of one stop, goes on with lists, and undoes it all', async () => {
    const page = await browser.openPage(hub, `/en/threads/${thread}`, { as: client });
    const text = textOf(page);
    await text.fill('');
    await page.keyboard.type('strong');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+b');
    expect(await text.inputValue()).toBe('**strong**');
    await page.keyboard.press('Control+B');
    expect(await text.inputValue()).toBe('strong');
    await page.keyboard.press('Control+z');
    expect(await text.inputValue()).toBe('**strong**');
    await text.fill('');
    await page.keyboard.type('first');
    await page.keyboard.press('Control+Shift+8');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('second');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('1. one');
    await page.keyboard.press('Enter');
    expect(await text.inputValue()).toBe('- first\n- second\n1. one\n2. ');

    const bar = page.getByRole('toolbar', { name: 'Text format' });
    expect(await bar.locator('button[tabindex="0"]').allTextContents()).toEqual(['Bold']);
    await bar.getByRole('button', { name: 'Bold' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Link');
    await page.keyboard.press('Enter');
    expect(await text.inputValue()).toContain('2. [](https://)');
    expect(await text.evaluate((each) => each === document.activeElement)).toBe(true);

    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('[data-slot="preview"] ol').waitFor();
    await page.keyboard.press('Escape');
    expect(await text.evaluate((each) => each === document.activeElement)).toBe(true);
    await text.fill('x'.repeat(19_990));
    await page.getByText('10 characters left').waitFor();
    await expectAccessible(page);
  });

  it('goes on with a draft on another device, with the language and the answer', async () => {
    const here = await browser.openPage(hub, `/en/threads/${thread}`, { as: client });
    await here.locator('[data-slot="reply"] a').first().click();
    await textOf(here).fill('Half a thought');
    await here.locator('#write select[name="locale"]').selectOption('sl');
    await here.waitForResponse(
      (answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/draft'),
    );
    const there = await browser.openPage(hub, `/en/threads/${thread}`, { as: client });
    await there.locator('textarea:has-text("")').first().waitFor();
    await there.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('#write textarea')?.value !== '',
    );
    expect(await textOf(there).inputValue()).toBe('Half a thought');
    expect(await there.locator('#write select[name="locale"]').inputValue()).toBe('sl');
    expect(await there.locator('[data-slot="answering"] a').first().textContent()).toMatch(/, 1$/);
    await textOf(there).press('Control+Enter');
    await there.locator('.answered').last().waitFor();
    const kept = async () =>
      ((await client.get(`/api/v1/threads/${thread}/draft`)).body as { draft: unknown }).draft;
    while ((await kept()) !== null) await there.waitForTimeout(50);
    await here.reload();
    await here.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('#write textarea')?.value === '',
    );
  });

  it('offers what another device kept meanwhile, and loses neither text', async () => {
    const path = `/api/v1/threads/${thread}/draft`;
    const page = await browser.openPage(hub, `/en/threads/${thread}`, { as: client, width: 360 });
    await textOf(page).fill('From here');
    await page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
    await client.send('put', path, { body: 'From there', locale: 'sl' });
    const notice = page.locator('[data-slot="other-draft"]');
    await textOf(page).press('End');
    await page.keyboard.type(', longer');
    await notice.getByText('From there').waitFor();
    await expectAccessible(page);
    await expectNoOverflow(page);
    await page.reload();
    await notice.getByText('From there').waitFor();
    expect(await textOf(page).inputValue()).toBe('From here, longer');
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
    await notice.getByRole('button', { name: 'Put both together' }).click();
    await saved;
    const both = 'From here, longer\n\nFrom there';
    expect([await textOf(page).inputValue(), await notice.isHidden()]).toEqual([both, true]);
    expect((await client.get(path)).body).toMatchObject({ draft: { body: both } });
    await client.send('put', path, { body: 'Once more', locale: 'en' });
    await textOf(page).press('Control+Enter');
    await notice.getByText('Once more').waitFor();
    await notice.getByRole('button', { name: 'Use these instead' }).click();
    expect(await textOf(page).inputValue()).toBe('Once more');
    await client.send('delete', path);
  });

  it('is the same for a new thread and in an edit', async () => {
    const page = await browser.openPage(hub, `/en/rooms/${room.slug}/threads/new`, { as: client });
    const faults = faultsOf(page);
    await page.getByLabel('Title').fill('A question');
    await textOf(page).click();
    await page.keyboard.type('@nov');
    await page.getByRole('listbox').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.waitForResponse((answer) => answer.request().method() === 'PUT');
    await page.reload();
    expect([await page.getByLabel('Title').inputValue(), await textOf(page).inputValue()]).toEqual([
      ...['A question', '@Ána Novak '],
    ]);
    await textOf(page).press('Control+Enter');
    await page.locator('article .mention').waitFor();
    await page.locator('[data-slot="edit"] a').first().click();
    await textOf(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('and @an');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('article .mention', { hasText: '@Anže Kos' }).waitFor();
    expect(await page.locator('article .mention').count()).toBe(2);
    expect(faults).toEqual([]);
  });
});
