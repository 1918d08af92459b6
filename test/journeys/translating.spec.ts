import type { Page } from 'playwright-core';
import { loadDemo } from '../../src/demo/load';
import { MachineRunner } from '../../src/translations/machine/machine-runner.service';
import { MachineTiming } from '../../src/translations/machine/machine-timing';
import { aBrowser, describeJourneys, expectAccessible, expectNoOverflow, faultsOf } from '../support/browser';
import type { TestClient } from '../support/client';
import { asDemo, demoThread } from '../support/demonstration';
import { startHub, type TestHub } from '../support/hub';
import { libreTranslate } from '../support/machine/answering';
import type { Stub } from '../support/machine/stub';

const ORIGINAL = [
  'Občina je javno naročilo razdelila na tri sklope.',
  'Socialna podjetja so oddala ponudbo za dva sklopa.',
].join('\n\n');

/** Issue 4: from a Slovenian post to a Swedish text that one can rely on, and what happens when the post changes. */
describeJourneys('A text between languages', () => {
  const browser = aBrowser();
  let hub: TestHub;
  let stub: Stub;
  let thread: string;
  let slovenian: TestClient;
  let swedish: TestClient;
  let translator: TestClient;

  beforeAll(async () => {
    stub = await libreTranslate().start();
    hub = await startHub({
      ...{ DEMO: 'on', DEMO_PASSWORD: 'a table for all of us' },
      ...{ MACHINE_TRANSLATION: 'libretranslate', MACHINE_TRANSLATION_URL: stub.url },
    });
    Object.assign(hub.app.get(MachineTiming), { again: 0, pause: 0 });
    await loadDemo(hub.app, () => undefined);
    thread = await demoThread(hub, 'Potrebe in ponudba');
    [slovenian, swedish, translator] = (await Promise.all(
      ['member.si', 'member.se', 'translator'].map((account) => asDemo(hub, account)),
    )) as [TestClient, TestClient, TestClient];
  });
  afterAll(async () => {
    await hub.close();
    await stub.stop();
  });

  /** What follows later, and what the machine then has to do. */
  const work = async () => {
    await hub.drain();
    await hub.app.get(MachineRunner).pass();
    await hub.drain();
  };

  const post = (page: Page, words: string) => page.locator('article.post[data-post]', { hasText: words });
  const joined = (page: Page) => page.locator('.present').first().waitFor();

  it('reaches a Swede by machine, is put right by a translator, and says when its original has changed', async () => {
    const reader = await browser.openPage(hub, `/sv${thread}`, { as: swedish });
    const faults = faultsOf(reader);
    await joined(reader);
    const sent = await slovenian.send('post', `/api/v1${thread}/posts`, {
      ...{ body: ORIGINAL, locale: 'sl', clientId: crypto.randomUUID() },
    });
    const { id } = sent.body as { id: string };

    // It is there in Slovenian at once, and in Swedish when the machine has answered.
    await post(reader, 'Občina je javno').waitFor();
    await work();
    const machine = post(reader, 'Maskinöversatt från slovenska, inte granskad');
    await machine.getByText('LibreTranslate').waitFor();
    expect(await machine.locator('.said-text').first().getAttribute('lang')).toBe('sv');
    expect(await machine.locator('.by-machine').count()).toBe(1);
    await machine.getByText('Visa originalet').click();
    await machine.getByText('Občina je javno naročilo razdelila na tri sklope.').waitFor();

    // One paragraph is wrong: two clicks and a better wording.
    await machine.getByRole('link', { name: 'Sida vid sida' }).click();
    await expectAccessible(reader);
    await reader.getByText('Fel, eller bättre sagt på annat sätt?').nth(1).click();
    await reader.getByLabel('Bättre ordalydelse').nth(1).fill('Sociala företag lämnade anbud på två delar.');
    await reader.getByRole('button', { name: 'Skicka till översättarna' }).click();
    await reader.getByRole('status').first().waitFor();

    // The translator finds it in her list, and at the desk the terms and the report.
    const desk = await browser.openPage(hub, '/sl/translations?language=sv', { as: translator });
    const deskFaults = faultsOf(desk);
    await expectAccessible(desk);
    await desk.goto(`${hub.url}/sl/translations/post/${id}/sv`);
    await desk.locator('aside', { hasText: 'socialt företag' }).first().waitFor();
    await desk.locator('aside ins', { hasText: 'lämnade' }).waitFor();
    await expectAccessible(desk);
    const fields = desk.locator('textarea[name^="text."]');
    await fields.nth(0).fill('Kommunen delade den offentliga upphandlingen i tre delar.');
    await desk.keyboard.press('Control+Enter');
    await desk.locator('.segment .state-draft').first().waitFor();
    await desk.getByLabel('Kratek odgovor').fill('Hvala, tako je prav.');
    await desk.getByRole('button', { name: 'Sprejmi' }).click();
    await desk.getByRole('status').first().waitFor();
    expect(await fields.nth(1).inputValue()).toBe('Sociala företag lämnade anbud på två delar.');

    // Who proposed it reads the answer.
    await reader.goto(`${hub.url}/sv/wording`);
    await reader.getByText('Hvala, tako je prav.').waitFor();

    // The reader, who has the thread open again, sees it arrive in its place.
    await reader.goto(`${hub.url}/sv${thread}`);
    await joined(reader);
    const arrived = post(reader, 'Kommunen delade den offentliga upphandlingen i tre delar.');
    await arrived.getByText('Utkast till översättning från slovenska').waitFor();
    expect(await arrived.locator('.by-machine').count()).toBe(0);

    // The original changes in something important: live, the reader is warned and keeps the last good text.
    const changed = await slovenian.send('patch', `/api/v1/posts/${id}`, {
      ...{ body: ORIGINAL.replace('dva sklopa', 'vse tri sklope'), locale: 'sl', baseRevision: 1 },
      weight: 'important',
    });
    expect(changed.status).toBe(200);
    await arrived.getByText('Viktig ändring i originalet').waitFor();
    await arrived.getByText('Sociala företag lämnade anbud på två delar.').waitFor();
    await work();
    await arrived.getByRole('link', { name: 'Sida vid sida' }).click();
    await reader.locator('summary', { hasText: 'ändrats' }).first().click();
    await reader.locator('ins', { hasText: 'vse' }).first().waitFor();
    await reader.setViewportSize({ width: 360, height: 740 });
    await expectNoOverflow(reader);

    // At the desk only the second paragraph is outdated; the board counts it.
    await desk.goto(`${hub.url}/sl/translations/post/${id}/sv`);
    expect(await desk.locator('.segment .state-outdated').count()).toBe(1);
    await desk.locator('.segment ins', { hasText: 'vse' }).first().waitFor();
    const organiser = await browser.openPage(hub, '/sl/partnerships/coop/coverage', {
      as: await asDemo(hub, 'organiser'),
    });
    await organiser.locator('td .state-outdated').first().waitFor();
    expect([...faults, ...deskFaults]).toEqual([]);
  });
});
