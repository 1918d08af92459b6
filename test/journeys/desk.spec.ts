import { aConcept } from '../factories/concepts';
import { aPartnership, aStatement } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { aBrowser, describeJourneys, faultsOf } from '../support/browser';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describeJourneys('A translator at her desk', () => {
  const browser = aBrowser();
  let hub: TestHub;
  let client: TestClient;
  let statement: { id: string };

  beforeAll(async () => {
    hub = await startHub();
    await aConcept(hub, { terms: { sl: 'zadruga', sv: 'kooperativ' } });
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    const partnership = await aPartnership(hub, { locale: 'sl' });
    const text = 'Prva zadruga.\n\nDruga vrstica, 3 člani.\n\nTretja, glej {{name}}.';
    statement = await aStatement(hub, partnership.id, { text, locale: 'sl' });
    const grants = [{ role: 'translator' as const, detail: 'sv' }];
    client = await TestClient.as(hub, await aPerson(hub, { locale: 'sv', grants }));
  });

  const path = () => `/sv/translations/statement/${statement.id}/sv`;
  const segments = async (): Promise<{ id: string; text: string | null; state: string; version: number }[]> =>
    (await client.get(`/api/v1/texts/statement/${statement.id}/translations/sv`)).body.segments;

  it('works by keyboard alone: writes, is warned while she types, saves, goes on, marks as reviewed', async () => {
    const page = await browser.openPage(hub, path(), { as: client, speaks: 'sv-SE' });
    const faults = faultsOf(page);
    const fields = page.locator('textarea');
    await fields.first().focus();
    await page.keyboard.type('Den första föreningen.');
    await page.locator('.finding', { hasText: 'kooperativ' }).waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Det första kooperativet.');
    await page.locator('.finding', { hasText: 'kooperativ' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Enter');
    await page.waitForFunction(() => document.activeElement === document.querySelectorAll('textarea')[1]);
    await page.keyboard.type('Andra raden, tre medlemmar.');
    await page.keyboard.press('Control+Shift+Enter');
    await page.waitForFunction(() => document.activeElement === document.querySelectorAll('textarea')[2]);
    await page.keyboard.press('Alt+ArrowUp');
    await page.waitForFunction(() => document.activeElement === document.querySelectorAll('textarea')[1]);
    expect((await segments()).map(({ state, text }) => `${state} ${text}`)).toEqual([
      'draft Det första kooperativet.',
      'reviewed Andra raden, tre medlemmar.',
      'missing null',
    ]);
    expect(faults).toEqual([]);
  });

  it('finds what she had typed when she comes back, and what would break the text is not saved', async () => {
    const page = await browser.openPage(hub, path(), { as: client, speaks: 'sv-SE' });
    await page.locator('textarea').nth(2).fill('Tredje, se {{namn}}.');
    await page.locator('[data-kept]', { hasText: 'Sparat bara för dig' }).waitFor();
    await page.reload();
    const field = page.locator('textarea').nth(2);
    expect(await field.inputValue()).toBe('Tredje, se {{namn}}.');
    await field.press('Control+Enter');
    await page.locator('.error-summary').waitFor();
    expect(await page.locator('textarea').nth(2).inputValue()).toBe('Tredje, se {{namn}}.');
    expect((await segments()).every(({ text }) => text === null)).toBe(true);
  });

  it('sees what somebody else has saved beside her own words, and puts them together', async () => {
    const page = await browser.openPage(hub, path(), { as: client, speaks: 'sv-SE' });
    await page.locator('textarea').first().fill('Mitt kooperativ.');
    const [first] = await segments();
    await client.send('put', `/api/v1/texts/statement/${statement.id}/translations/sv`, {
      segments: [{ id: first!.id, version: first!.version, text: 'Hennes kooperativ.', status: 'draft' }],
    });
    await page.locator('textarea').first().press('Control+Enter');
    await page.locator('.merge-text', { hasText: 'Hennes kooperativ.' }).waitFor();
    const field = page.locator('textarea').first();
    expect(await field.inputValue()).toBe('Mitt kooperativ.');
    await field.fill('Vårt kooperativ.');
    await field.press('Control+Enter');
    await page.waitForFunction(() => document.activeElement === document.querySelectorAll('textarea')[1]);
    expect((await segments())[0]!.text).toBe('Vårt kooperativ.');
  });
});
