import type { Locator, Page } from 'playwright-core';
import { something } from '../factories/rooms';
import { aBrowser, describeJourneys, expectAccessible, expectNoOverflow, faultsOf } from '../support/browser';
import type { TestClient } from '../support/client';
import { asDemo, startDemonstration } from '../support/demonstration';
import type { TestHub } from '../support/hub';

const PHONE = 360;
const QUESTION = 'Začnemo z enim majhnim naročilom?';
const PROPOSED = 'Predlagam, da začnemo z enim majhnim naročilom.';
const AGREED = 'Sono d’accordo, ma serve un referente.';
const ASIDE = 'A proposito: chi porta i cartelli al convegno?';
const ASIDE_TOO = 'Table jih prinesem jaz.';
const INSULT = 'Chi scrive così non capisce nulla.';
const FACTS = 'Il messaggio offende chi ha scritto prima.';
const NOTE = 'We start with one small order, with a named contact.';

/** Issue 7: two partners and a host, each in a browser of her own, in three languages, one of them on a phone. */
describeJourneys('A discussion of two partners and their host', () => {
  const browser = aBrowser();
  let hub: TestHub;
  let thread: string;
  const people = new Map<string, TestClient>();

  beforeAll(async () => {
    hub = await startDemonstration();
    for (const account of ['member.si', 'member.it', 'organiser'])
      people.set(account, await asDemo(hub, account));
    thread = await openThread();
  });
  afterAll(() => hub.close());

  const as = (account: string): TestClient => people.get(account)!;

  async function openThread(): Promise<string> {
    const input = { title: 'One small order first', ...something('What do we try first?') };
    const [room] = await hub.database.query<[{ id: string }]>(
      `select id from rooms where slug = 'coop-international'`,
    );
    const { status, body } = await as('organiser').send('post', `/api/v1/rooms/${room.id}/threads`, input);
    expect(status).toBe(201);
    return (body as { id: string }).id;
  }

  /** Her window, seated at the table of the room; with what goes wrong in it. */
  async function open(account: string, locale: string, width = 1280): Promise<[Page, string[]]> {
    const path = `/${locale}/threads/${thread}`;
    const page = await browser.openPage(hub, path, { as: as(account), width });
    const faults = faultsOf(page);
    await page.locator('.present').first().waitFor();
    return [page, faults];
  }

  async function say(page: Page, words: string): Promise<Locator> {
    await page.locator('#write textarea').fill(words);
    await page.keyboard.press('Control+Enter');
    const said = post(page, words);
    await said.waitFor();
    return said;
  }

  const post = (page: Page, words: string) => page.locator('article.post[data-post]', { hasText: words });
  const idOf = async (page: Page, words: string) => (await post(page, words).getAttribute('data-post'))!;
  const sendForm = (page: Page) => page.locator('main form .button-main').last().click();
  const examine = async (page: Page) => {
    await expectAccessible(page);
    await expectNoOverflow(page);
  };

  it('is talked through, asked about, split, moderated and resolved, and everybody sees the same', async () => {
    const [slovenian, slovenianFaults] = await open('member.si', 'sl');
    const [italian, italianFaults] = await open('member.it', 'it', PHONE);
    const [host, hostFaults] = await open('organiser', 'en');

    await proposeAndCall(slovenian, italian);
    await agree(italian, slovenian);
    await vote(slovenian, italian);
    await split(slovenian, italian, host);
    await moderate(slovenian, italian, host);
    await resolve(host, slovenian, italian);

    for (const page of [slovenian, italian, host]) await examine(page);
    expect([...slovenianFaults, ...italianFaults, ...hostFaults]).toEqual([]);
  });

  /** The Slovenian calls the Italian by name, with the keyboard alone; the Italian's counter hears of it. */
  async function proposeAndCall(slovenian: Page, italian: Page): Promise<void> {
    // She may have read it by the time it is counted: that it is counted does not depend on it.
    const counted = italian
      .waitForResponse((answer) => answer.url().includes('/notifications/unread'), { timeout: 120_000 })
      .then((answer) => answer.ok());
    await slovenian.locator('#write textarea').fill(`${PROPOSED} `);
    await slovenian.locator('#write textarea').press('End');
    await slovenian.keyboard.type('@appal');
    await slovenian.locator('[role="option"]', { hasText: 'Ufficio appalti' }).first().waitFor();
    await slovenian.keyboard.press('Enter');
    await slovenian.keyboard.press('Control+Enter');
    await post(slovenian, PROPOSED).locator('.mention', { hasText: 'Ufficio appalti' }).waitFor();
    await post(italian, PROPOSED).waitFor();
    await hub.drain();
    expect(await counted).toBe(true);
  }

  /** One click on a phone; the name stands on the other page at once. */
  async function agree(italian: Page, slovenian: Page): Promise<void> {
    const reactions = post(italian, PROPOSED).locator('[data-slot="reactions"]');
    await reactions.locator('[data-slot="react"]').click();
    await reactions.locator('[data-slot="react-agree"] button').click();
    await reactions.locator('[data-slot="react-agree"] button[aria-pressed="true"]').waitFor();
    const heard = post(slovenian, PROPOSED).locator('[data-slot="reacted"]');
    await heard.locator('summary').click();
    await heard.locator('[data-slot="names"]', { hasText: 'Ufficio appalti' }).waitFor();
    await say(italian, AGREED);
  }

  /** A sense check of the Slovenian; both answer in their own words, and both see the bars. */
  async function vote(slovenian: Page, italian: Page): Promise<void> {
    const page = await browser.openPage(hub, `/sl/threads/${thread}/polls/new`, { as: as('member.si') });
    await page.locator('textarea[name="body"]').fill('Poglejmo, kje smo.');
    await page.locator('[name="question"]').fill(QUESTION);
    await page.locator('[name="kind"][value="sense_check"]').check();
    await examine(page);
    await sendForm(page);
    await post(italian, 'Poglejmo, kje smo.').locator('[name="choices"][value="agree"]').check();
    await post(italian, 'Poglejmo, kje smo.').locator('button[value="vote"]').click();
    await post(slovenian, 'Poglejmo, kje smo.').getByText(QUESTION).first().waitFor();
    await post(slovenian, 'Poglejmo, kje smo.').locator('td.num, .num', { hasText: '1' }).first().waitFor();
    const [poll] = await hub.database.query<[{ id: string }]>('select id from polls where question = $1', [
      QUESTION,
    ]);
    const voted = await as('member.si').send('put', `/api/v1/polls/${poll.id}/vote`, { choices: ['agree'] });
    expect(voted.status).toBeLessThan(300);
    await post(italian, 'Poglejmo, kje smo.').locator('.num', { hasText: '2' }).first().waitFor();
  }

  /** What does not belong here goes into a thread of its own, and its old address leads there. */
  async function split(slovenian: Page, italian: Page, host: Page): Promise<void> {
    await say(italian, ASIDE);
    await say(slovenian, ASIDE_TOO);
    const old = await post(host, ASIDE).getAttribute('id');
    const page = await browser.openPage(hub, `/en/threads/${thread}/split`, { as: as('organiser') });
    for (const words of [ASIDE, ASIDE_TOO])
      await page.locator('label.check', { hasText: words }).locator('input').check();
    await page.locator('[name="title"]').fill('Signs for the conference');
    await examine(page);
    await sendForm(page);
    await page.locator('h1', { hasText: 'Signs for the conference' }).waitFor();
    await page.getByText(ASIDE_TOO).waitFor();
    for (const window of [slovenian, italian, host]) {
      await window.locator(`#${old} [data-slot="moved"]`).waitFor();
      await post(window, ASIDE).waitFor({ state: 'detached' });
    }
    await italian.locator(`#${old} [data-slot="moved"] a`).click();
    await italian.getByText(ASIDE).waitFor();
    await italian.goto(`/it/threads/${thread}`);
    await italian.locator('.present').first().waitFor();
  }

  /** The Slovenian reports, the host hides with a reason; the author reads why, in Italian. */
  async function moderate(slovenian: Page, italian: Page, host: Page): Promise<void> {
    await say(italian, INSULT);
    await post(slovenian, INSULT).waitFor();
    const id = await idOf(slovenian, INSULT);
    const report = await browser.openPage(hub, `/sl/posts/${id}/report?kind=rule`, { as: as('member.si') });
    await report.locator('[name="ground"][value="rule:respect"]').check();
    await report.locator('[name="explanation"]').fill('Žaljivo do mene.');
    await sendForm(report);
    await report.locator('#next').waitFor();
    await examine(report);
    const [matter] = await hub.database.query<[{ id: string }]>(
      'select id from moderation_cases where post_id = $1',
      [id],
    );
    const page = await browser.openPage(hub, `/en/moderation/cases/${matter.id}`, { as: as('organiser') });
    await examine(page);
    await page.locator('#decision [name="measure"][value="hide"]').check();
    await page.locator('#decision [name="ground"]').selectOption({ index: 1 });
    await page.locator('#decision [name="facts"]').fill(FACTS);
    await page.locator('#decision [name="locale"]').selectOption('it');
    await page.locator('#decision .button-main').click();
    await page.getByRole('status').first().waitFor();
    for (const window of [slovenian, italian, host]) {
      await window.locator(`[data-post="${id}"] [data-slot="hidden"]`).waitFor();
      expect(await window.getByText(INSULT).count()).toBe(0);
    }
    await hub.drain();
    const { body } = await as('member.it').get('/api/v1/notifications');
    const notice = (body as { items: { path: string | null }[] }).items.find(({ path }) =>
      path?.startsWith('/moderation/statements/'),
    );
    const statement = await browser.openPage(hub, `/it${notice!.path}`, {
      as: as('member.it'),
      width: PHONE,
    });
    await statement.getByText(FACTS).waitFor();
    await examine(statement);
    const answered = await as('member.si').get('/api/v1/notifications');
    expect(JSON.stringify(answered.body)).toContain('/moderation/reports/');
  }

  /** With a note, which is a post like any other. */
  async function resolve(host: Page, slovenian: Page, italian: Page): Promise<void> {
    const page = await browser.openPage(hub, `/en/threads/${thread}/resolve`, { as: as('organiser') });
    await page.locator('textarea[name="body"]').fill(NOTE);
    await examine(page);
    await sendForm(page);
    await page.getByText(NOTE).first().waitFor();
    for (const window of [host, slovenian, italian]) {
      await post(window, NOTE).waitFor();
      await window
        .locator('[data-slot="resolution"] [data-mark], [data-slot="resolution"]')
        .first()
        .waitFor();
    }
    const list = await browser.openPage(hub, '/sl/rooms/coop-international?state=resolved');
    await list.getByRole('link', { name: 'One small order first' }).first().waitFor();
    await examine(list);
  }
});
