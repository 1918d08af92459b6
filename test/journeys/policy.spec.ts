import type { Page } from 'playwright-core';
import { something } from '../factories/rooms';
import { aBrowser, describeJourneys, expectAccessible, expectNoOverflow, faultsOf } from '../support/browser';
import type { TestClient } from '../support/client';
import { asDemo, startDemonstration } from '../support/demonstration';
import type { TestHub } from '../support/hub';
import { readPdf } from '../support/pdf';
import { sheetsOf } from '../support/workbook';

const SAID = 'A Padova abbiamo diviso l’appalto in quattro lotti, ognuno con un referente.';
const QUOTED = 'quattro lotti, ognuno con un referente';
const CONCLUDED = 'Un appalto diviso in lotti con un referente apre la porta alle cooperative.';
const ANSWERED = 'Gli appalti riservati funzionano dove i lotti sono piccoli.';
const DOUBT = 'Does this count what the others count?';

/** Each platform: in which demo room it concludes, in its language, what it scores. */
const PLATFORMS = {
  IT: { host: 'host.it', locale: 'it', score: '8' },
  SI: { host: 'host.si', locale: 'sl', score: '5' },
  GB: { host: 'host.gb', locale: 'en', score: '6' },
} as const;
type Country = keyof typeof PLATFORMS;
const COUNTRIES = Object.keys(PLATFORMS) as Country[];
const STATEMENTS = ['D6.1', 'D6.2', 'D6.3', 'D8.1', 'D8.2', 'D8.3'];

interface Answered {
  id: string;
  revision: number;
  version: number;
}

/** Issue 6: from what was said in three rooms to the page of a policymaker, and back to the post. */
describeJourneys('What three platforms have agreed on', () => {
  const browser = aBrowser();
  let hub: TestHub;
  const people = new Map<string, TestClient>();
  const as = (account: string): TestClient => people.get(account)!;
  const open = (path: string, account?: string): Promise<Page> =>
    browser.openPage(hub, path, { ...(account && { as: as(account) }) });

  beforeAll(async () => {
    hub = await startDemonstration();
    for (const account of ['host.it', 'host.si', 'host.gb', 'member.it', 'organiser', 'policy'])
      people.set(account, await asDemo(hub, account));
  });
  afterAll(() => hub.close());

  async function tell<Said>(
    account: string,
    method: 'post' | 'put',
    path: string,
    body: object,
  ): Promise<Said> {
    const answer = await as(account).send(method, `/api/v1/${path}`, body);
    expect([path, answer.status < 300 ? 'done' : answer.body]).toEqual([path, 'done']);
    return answer.body as Said;
  }

  const one = async (query: string, values: unknown[] = []): Promise<string> => {
    const [row] = await hub.database.query<[{ id: string }]>(query, values);
    return row.id;
  };

  /** A room of its own, where a member says something. */
  async function padova(): Promise<string> {
    const placeId = await one(`select id from platforms where slug = 'it'`);
    const room = await tell<{ id: string }>('host.it', 'post', 'rooms', {
      ...{ place: 'platform', placeId, visibility: 'public', locale: 'it', name: 'Stanza di Padova' },
    });
    const { clientId } = something('');
    const thread = { title: 'Lotti e referenti', locale: 'it', body: SAID, clientId };
    const { id } = await tell<{ id: string }>('member.it', 'post', `rooms/${room.id}/threads`, thread);
    return id;
  }

  /** The host takes the words out of the post; those who are asked have a week, and she says why she does not wait. */
  async function concludeInPadova(thread: string): Promise<string> {
    const post = await one('select id from posts where thread_id = $1', [thread]);
    const page = await open(`/it/threads/${thread}/conclusions/new?post=${post}`, 'host.it');
    const faults = faultsOf(page);
    await expectAccessible(page);
    await page.locator('#conclusion textarea[name=quote]').fill(QUOTED);
    await page.locator('#conclusion textarea[name=statement]').fill(CONCLUDED);
    await page.locator('#conclusion button.button-main').click();
    await page.getByRole('status').first().waitFor();
    await expectAccessible(page);
    const id = /conclusions\/([0-9a-f-]{36})/.exec(page.url())![1]!;
    await adopt('host.it', id, 'it');
    await page.goto(page.url());
    await page.getByText(CONCLUDED).first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
    return id;
  }

  /** The other two rooms, without looking on. */
  async function concludeElsewhere(country: 'SI' | 'GB', words: string): Promise<string> {
    const { host, locale } = PLATFORMS[country];
    const [{ thread, post, key }] = await hub.database.query<[{ thread: string; post: string; key: string }]>(
      `select post.thread_id as thread, post.id as post, room.slug as key from posts post
       join rooms room on room.id = post.room_id where room.slug = $1 and post.withdrawn_at is null
       order by post.published_at limit 1`,
      [`npd-${country.toLowerCase()}`],
    );
    const { id } = await tell<{ id: string }>(host, 'post', `rooms/${key}/conclusions`, {
      ...{ statement: words, locale, threadId: thread, passages: [{ postId: post }] },
    });
    await adopt(host, id, locale);
    return id;
  }

  async function adopt(host: string, id: string, locale: string): Promise<void> {
    const until = new Date(Date.now() + 8 * 86_400_000).toISOString().slice(0, 10);
    await tell(host, 'put', `conclusions/${id}/opening`, { until });
    await tell(host, 'put', `conclusions/${id}/adoption`, { early: 'Demo.', locale });
  }

  /** Every statement of two dimensions, each resting on what the platform has concluded; signed off. */
  async function answer(slug: string, country: Country, conclusion: string): Promise<Answered[]> {
    const { host, locale, score } = PLATFORMS[country];
    const answers: Answered[] = [];
    for (const question of STATEMENTS) {
      const { id } = await tell<{ id: string }>(host, 'post', `comparisons/${slug}/answers`, {
        ...{ question, country, locale, standing: 'value', score, confidence: 'high', validOn: '2026-11-01' },
        ...(country === 'IT' && { text: ANSWERED }),
      });
      await tell(host, 'post', `evidence/answer/${id}`, { ground: { kind: 'conclusion', id: conclusion } });
      const { body } = (await as(host).get(`/api/v1/answers/${id}`)) as { body: Answered };
      await tell(host, 'post', `answers/${id}/versions`, { revision: body.revision });
      answers.push({ ...body, version: 1 });
    }
    return answers;
  }

  const verdict = { understandable: true, comparable: true, sourced: true, version: 1, locale: 'en' };

  /** By a host of another country; the last answer of the United Kingdom is doubted first. */
  async function check(country: Country, answers: Answered[]): Promise<void> {
    const reviewer = country === 'SI' ? 'host.it' : 'host.si';
    for (const { id } of answers.slice(0, -1)) await tell(reviewer, 'post', `answers/${id}/checks`, verdict);
    const last = answers.at(-1)!;
    if (country !== 'GB') return tell(reviewer, 'post', `answers/${last.id}/checks`, verdict);
    const doubt = { ...verdict, comparable: false, comparableRemark: DOUBT };
    await tell(reviewer, 'post', `answers/${last.id}/checks`, doubt);
    const page = await open(`/en/answers/${last.id}`, 'host.gb');
    await page.getByText(DOUBT).first().waitFor();
    await expectAccessible(page);
    await page.context().close();
    await tell('organiser', 'put', `answers/${last.id}/release`, { reason: 'It does.', locale: 'en' });
  }

  async function publish(slug: string): Promise<void> {
    const page = await open(`/en/comparisons/${slug}/publish`, 'organiser');
    await expectAccessible(page);
    await page.locator('#publish textarea[name=note]').fill('First version.');
    await page.locator('#publish button.button-main').click();
    await page.getByRole('status').first().waitFor();
    await page.context().close();
  }

  it('is compared, checked, doubted, published, read in Swedish, and followed back to the post in Padova', async () => {
    const thread = await padova();
    const conclusions = {
      IT: await concludeInPadova(thread),
      SI: await concludeElsewhere('SI', 'Naročilo se razdeli na sklope.'),
      GB: await concludeElsewhere('GB', 'Contracts are divided first.'),
    };
    const { slug } = await tell<{ slug: string }>('organiser', 'post', 'comparisons', {
      ...{ partnership: 'coop', title: 'Who buys, and who works together?', locale: 'en', template: true },
    });
    for (const country of COUNTRIES) {
      const platform = await one(`select id from platforms where country = $1`, [country]);
      await tell('organiser', 'post', `comparisons/${slug}/countries`, { country, platform });
    }
    await tell('organiser', 'put', `comparisons/${slug}/status`, { status: 'open' });
    for (const country of COUNTRIES) await check(country, await answer(slug, country, conclusions[country]));
    await publish(slug);

    // The policymaker reads the heat map in Swedish, on a desk and on a phone.
    const page = await open(`/sv/comparisons/${slug}?view=heat`);
    const faults = faultsOf(page);
    await expectAccessible(page);
    await expectNoOverflow(page);
    const cells = page.locator('table.heat tbody tr', { hasText: 'D6' }).locator('td');
    expect(await cells.allInnerTexts()).toEqual([
      expect.stringMatching(/^8,0/),
      expect.stringMatching(/^5,0/),
      expect.stringMatching(/^6,0/),
    ]);

    // From the Italian cell to the answer, to the conclusion, to the post.
    await page.goto(`${hub.url}/sv/comparisons/${slug}/answers/it/d6.1`);
    await expectAccessible(page);
    await page.getByText(ANSWERED).first().waitFor();
    expect(await page.locator('.notice-amber').count()).toBe(0);
    await page.getByRole('link', { name: CONCLUDED }).first().click();
    await page.getByText(QUOTED).first().waitFor();
    await expectAccessible(page);
    await page.locator(`a[href*="/threads/${thread}"]`).first().click();
    await page.locator('article.post[data-post]', { hasText: SAID }).waitFor();

    // The files say the same.
    const data = `${hub.url}/sv/comparisons/${slug}/data`;
    const workbook = await page.request.get(`${data}/data.xlsx`);
    expect(workbook.status()).toBe(200);
    expect(JSON.stringify(await sheetsOf(await workbook.body()))).toContain(ANSWERED);
    const brief = await page.request.get(`${data}/brief.pdf`);
    expect(brief.status()).toBe(200);
    expect(
      readPdf(await brief.body())
        .pages.map(({ words }) => words)
        .join(' '),
    ).toContain('Italien');

    // Somebody edits the post: the answer says so, and its platform is told.
    const post = page.locator('article.post[data-post]', { hasText: SAID });
    const id = await post.getAttribute('data-post');
    const writer = await open(`/it/posts/${id}/edit`, 'member.it');
    await writer.locator('textarea[name=body]').fill('A Padova abbiamo un solo lotto.');
    await writer.locator('main button.button-main').click();
    await writer.waitForLoadState();
    await hub.drain();
    await page.goto(`${hub.url}/sv/comparisons/${slug}/answers/it/d6.1`);
    await page.locator('.notice-amber').first().waitFor();
    await expectAccessible(page);
    const host = await open('/it/notifications', 'host.it');
    await expectAccessible(host);
    expect(await host.locator('main').innerText()).toContain(CONCLUDED);
    expect(faults).toEqual([]);
  });
});
