import type { Page } from 'playwright-core';
import type { PollView } from '../../src/rooms/polls/poll.schema';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { aBrowser, describeJourneys, expectAccessible, expectNoOverflow, faultsOf } from '../support/browser';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describeJourneys('A poll in the browser', () => {
  const browser = aBrowser();
  let hub: TestHub;
  let room: TestRoom;
  let thread: { id: string };
  let asker: TestPerson;
  let atAsker: TestClient;
  let atVoter: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    room = await aRoom(hub);
    const grants = [{ role: 'member' as const, placeId: room.platformId! }];
    asker = await aPerson(hub, { name: 'Vprašuje', locale: 'sl', grants });
    atAsker = await TestClient.as(hub, asker);
    atVoter = await TestClient.as(hub, await aPerson(hub, { name: 'Chi vota', locale: 'it', grants }));
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    thread = await aThread(hub, room, asker);
  });

  const ask = async (poll: object): Promise<PollView> => {
    const message = { ...something('Zakaj sprašujem', { locale: 'sl' }), poll };
    const { body } = await atAsker.send('post', `/api/v1/threads/${thread.id}/posts`, message);
    return (await atAsker.get(`/api/v1/polls/${(body as { pollId: string }).pollId}`)).body as PollView;
  };

  const open = async (client?: TestClient): Promise<Page> => {
    const page = await browser.openPage(hub, `/it/threads/${thread.id}`, { ...(client && { as: client }) });
    if (client) await page.locator('.present').first().waitFor();
    await page.evaluate(() => Object.assign(window, { same: true }));
    return page;
  };

  const counts = (page: Page) => page.locator('.poll .bars td.num').allTextContents();
  const DAYS = { kind: 'single', question: 'Kateri dan?', options: ['Ponedeljek', 'Petek'], secret: false };

  it('arrives in an open page, counts live, keeps what is ticked, and takes a vote without leaving the page', async () => {
    const page = await open(atVoter);
    const faults = faultsOf(page);
    const visitor = await open();
    const poll = await ask(DAYS);
    await page.getByText('Kateri dan?').waitFor();
    await visitor.getByText('Kateri dan?').waitFor();
    const asked: string[] = [];
    visitor.on('request', (request) => asked.push(request.url()));
    await page.getByLabel('Petek').check();
    const put = { choices: [poll.options[0]!.id] };
    await atAsker.send('put', `/api/v1/polls/${poll.id}/vote`, put);
    await page.getByText('Ha votato 1 persona.').waitFor();
    await visitor.getByText('Ha votato 1 persona.').waitFor();
    expect(await counts(page)).toEqual(['1', '0']);
    expect(asked.filter((url) => url.includes('/polls/'))).toEqual([]);
    expect(await page.getByLabel('Petek').isChecked()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('choices');
    expect(await visitor.locator('.poll input[name="choices"]').count()).toBe(0);

    await page.locator('.poll button[value="vote"]').click();
    await page.getByText('La tua risposta: Petek').waitFor();
    expect(await counts(page)).toEqual(['1', '1']);
    expect(await page.evaluate(() => [document.activeElement?.tagName, 'same' in window])).toEqual([
      ...['SUMMARY', true],
    ]);
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.locator('.poll button[value="take_back"]').click();
    await page.getByText('La tua risposta: Petek').waitFor({ state: 'detached' });

    await atAsker.send('post', `/api/v1/polls/${poll.id}/close`);
    for (const each of [page, visitor]) await each.getByText('Chiusa: ').waitFor();
    expect(await page.locator('.poll input[name="choices"]').count()).toBe(0);
    expect(await counts(visitor)).toEqual(['1', '0']);
    expect(faults).toEqual([]);
  });

  it('is added to what one is writing, and nothing of that is lost on the way', async () => {
    await atAsker.send('post', `/api/v1/threads/${thread.id}/posts`, something('Kdaj se dobimo?'));
    const page = await open(atVoter);
    const faults = faultsOf(page);
    await page.locator('[data-slot="reply"] a').first().click();
    await page.locator('#write textarea').fill('Meglio decidere insieme.');
    await page.getByRole('button', { name: 'Aggiungi una votazione' }).click();
    await page.getByLabel('Domanda').fill('Quando?');
    expect(await page.locator('textarea[name="body"]').inputValue()).toBe('Meglio decidere insieme.');
    await page.locator('textarea[name="options"]').fill('Lunedì');
    await page.locator('main .button-main').click();
    await page.getByText('Indica da 2 a 20 risposte.').first().waitFor();
    await expectAccessible(page);
    await page.locator('textarea[name="options"]').fill('Lunedì\nVenerdì');
    await page.locator('main .button-main').click();
    await page.getByLabel('Venerdì').waitFor();
    await page.locator('[data-slot="answered"]', { hasText: 'Vprašuje' }).waitFor();
    expect(await page.locator('#write textarea').inputValue()).toBe('');
    expect(faults).toEqual([]);
  });

  it('says what is missing where it is missing, on a phone', async () => {
    await ask({ kind: 'sense_check', question: 'Naprej?', secret: true });
    const page = await open(atVoter);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByLabel(/^Blocco/).check();
    await page.locator('.poll button[value="vote"]').click();
    await page.getByRole('alert').getByText('Scrivi perché blocchi.').waitFor();
    expect(await page.getByLabel(/^Blocco/).isChecked()).toBe(true);
    await expectNoOverflow(page);
    await expectAccessible(page);
    await page.getByLabel(/^Motivo/).fill('Troppo presto.');
    await page.locator('.poll button[value="vote"]').click();
    await page.getByText('La tua risposta: Blocco').waitFor();
    const asking = await open(atAsker);
    await asking.getByText('Ha votato 1 persona.').waitFor();
    expect(await asking.content()).not.toContain('Troppo presto.');
    expect(await page.evaluate(() => 'same' in window)).toBe(true);
  });
});
