import type { Locator, Page } from 'playwright-core';
import { Language } from '../../src/core/i18n/language';
import { aBrowser, describeJourneys } from '../support/browser';
import { asDemo, demoThread, startDemonstration } from '../support/demonstration';
import type { TestHub } from '../support/hub';

const { t } = Language.of('it');

/** More stops than any page has. */
const FAR = 400;

describeJourneys('By keyboard alone', () => {
  const browser = aBrowser();
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startDemonstration();
  });
  afterAll(() => hub.close());

  const openPage = async (path: string, width?: number) =>
    browser.openPage(hub, path, { as: await asDemo(hub, 'member.it'), ...(width && { width }) });

  /** Presses Tab until the focus is there; on the way it must always be seen. */
  async function tabTo(page: Page, place: Locator): Promise<void> {
    await place.waitFor();
    for (let press = 0; press < FAR; press += 1) {
      await page.keyboard.press('Tab');
      expect(await focusFault(page)).toBeUndefined();
      if (await place.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`The focus never came to ${String(place)}`);
  }

  async function follow(page: Page, place: Locator): Promise<void> {
    await tabTo(page, place);
    const left = page.waitForEvent('framenavigated');
    await page.keyboard.press('Enter');
    await left;
    await page.waitForLoadState();
  }

  it('one comes from the home page to a room, answers, and sends', async () => {
    const page = await openPage('/it');
    await follow(page, page.getByRole('banner').getByRole('link', { name: t('ui:nav.rooms') }));
    await follow(page, page.getByRole('link', { name: 'Stanza della piattaforma italiana' }));
    await follow(page, page.getByRole('link', { name: /Reti di solidarietà/ }));
    const last = page.locator('article.post').last();
    await tabTo(page, last.getByRole('link', { name: t('rooms:post.reply') }));
    await page.keyboard.press('Enter');
    const text = page.locator('#write textarea');
    await page.waitForFunction(() => document.activeElement?.matches('#write textarea'));
    await page.keyboard.type('Siamo d’accordo.');
    await page.keyboard.press('Control+Enter');
    const answer = page.locator('article.post-own[data-post]', { hasText: 'Siamo d’accordo.' });
    await answer.waitFor();
    await answer.getByText(t('rooms:post.answers')).waitFor();
    expect(await text.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.keyboard.type('E ancora una cosa.');
    await tabTo(page, page.getByRole('button', { name: t('rooms:composer.send') }));
    await page.keyboard.press('Enter');
    await page.locator('article.post-own[data-post]', { hasText: 'E ancora una cosa.' }).waitFor();
  });

  it('the first stop skips to the content', async () => {
    const page = await openPage('/it');
    await page.keyboard.press('Tab');
    expect(await focusFault(page)).toBeUndefined();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(t('ui:nav.skip'));
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => Boolean(document.activeElement?.closest('main')))).toBe(true);
  });

  it('a menu opens, closes by Escape and gives the focus back', async () => {
    const page = await openPage('/it');
    const menu = page.getByRole('banner').locator('summary');
    await tabTo(page, menu);
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: t('ui:nav.settings') }));
    await page.keyboard.press('Escape');
    expect(await menu.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole('link', { name: t('ui:nav.settings') }).isVisible()).toBe(false);
  });

  it('one skips to writing, walks from post to post, and finds what else can be done with one', async () => {
    const thread = await demoThread(hub, 'Reti di solidarietà');
    const page = await browser.openPage(hub, `/it${thread}`, { as: await asDemo(hub, 'host.it') });
    const focused = () => page.evaluate(() => document.activeElement?.closest('article')?.id);
    const skip = page.getByRole('link', { name: t('rooms:composer.skip') });
    await skip.focus();
    expect(await focusFault(page)).toBeUndefined();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('form')?.id)).toBe('write');

    const first = page.locator('article.post').first();
    const more = first.getByRole('link', { name: t('rooms:post.more') });
    await more.focus();
    await page.keyboard.press('Enter');
    const conclude = first.getByRole('link', { name: t('rooms:post.conclude') });
    await conclude.waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await conclude.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await conclude.waitFor({ state: 'detached' });
    expect(await more.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.keyboard.press('j');
    expect(await focused()).toBe('post-2');
    expect(await focusFault(page)).toBeUndefined();
    await page.keyboard.press('k');
    expect(await focused()).toBe('post-1');
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.waitForFunction(() => document.activeElement?.matches('#write textarea'));
    await page.locator('[data-slot="answering"]', { hasText: ', 2' }).waitFor();
    await page.keyboard.type('jk');
    expect(await page.locator('#write textarea').inputValue()).toBe('jk');
  });

  it.each([
    ['home', '', 1280],
    ['thread', 'thread', 1280],
    ['thread', 'thread', 360],
    ['sign-up', '/sign-up', 360],
  ])('one gets through the page and sees where one is: %s', async (_, path, width) => {
    const place = path === 'thread' ? await demoThread(hub, 'Clausole sociali') : path;
    const page = await openPage(`/it${place}`, width);
    const wanted = await page.evaluate(() => {
      const open = 'a[href], button, input:not([type="hidden"]), select, textarea, summary';
      const all = [...document.querySelectorAll<HTMLElement>(open)].filter((each) => each.checkVisibility());
      // A tool bar is one stop, and so are radio buttons of one name.
      const stops = all.filter((each) => each.tabIndex >= 0);
      return new Set(stops.map((each) => (each.matches('[type="radio"]') ? each.getAttribute('name') : each)))
        .size;
    });
    const faults: string[] = [];
    let stops = 0;
    for (; stops < FAR; stops += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement === document.body)) break;
      const fault = await focusFault(page);
      if (fault) faults.push(fault);
    }
    expect(faults).toEqual([]);
    expect(stops).toBeGreaterThanOrEqual(wanted);
    expect(stops).toBeLessThan(FAR);
  });
});

/** What is wrong with how the focus shows; nothing, if one sees where one is. */
function focusFault(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const fault = (what: string) => `${what}: ${element.outerHTML.slice(0, 150)}`;
    if (element === document.body) return fault('nothing has the focus');
    const [box] = element.getClientRects();
    if (!box?.width || !box.height) return fault('is not drawn');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const hit = document.elementFromPoint(x, y);
    if (!hit) return fault('is outside the window');
    if (!element.contains(hit) && !hit.contains(element)) return fault(`is covered by ${hit.className}`);
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return fault('has no ring');
    return undefined;
  });
}
