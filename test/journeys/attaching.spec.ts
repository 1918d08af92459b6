import type { Page } from 'playwright-core';
import { aPerson } from '../factories/people';
import { aRoom, aThread } from '../factories/rooms';
import { aBrowser, describeJourneys, expectAccessible, expectNoOverflow, faultsOf } from '../support/browser';
import { TestClient } from '../support/client';
import { anImage, aPdf } from '../support/documents';
import { startHub, type TestHub } from '../support/hub';

const png = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });

describeJourneys('A file beside a post', () => {
  const browser = aBrowser();
  let hub: TestHub;
  let writer: TestClient;
  let path: string;

  beforeAll(async () => {
    hub = await startHub();
    const room = await aRoom(hub);
    const member = await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId! }] });
    writer = await TestClient.as(hub, member);
    path = `/sl/threads/${(await aThread(hub, room, member)).id}`;
  });
  afterAll(() => hub.close());

  const seated = (page: Page) => page.locator('.present').first().waitFor();
  const attachments = (page: Page) => page.locator('.attachment');
  const arrived = (page: Page) => page.locator('.attachment:has(progress[hidden])');
  /** What the page shows of the newest post, without what differs between readers. */
  const drawn = (page: Page) =>
    page
      .locator('article.post[data-post]')
      .last()
      .evaluate((post) => post.querySelector('.post-files')?.outerHTML);

  it('is chosen, dropped or pasted, described, sent, and drawn by the script as by the hub', async () => {
    const reader = await browser.openPage(hub, path);
    const page = await browser.openPage(hub, path, { as: writer });
    const faults = faultsOf(page);
    await seated(page);
    const chosen = page.waitForEvent('filechooser');
    await page.locator('[data-action="attach"]').click();
    await (await chosen).setFiles(png('miza.png', await anImage('png', 1400, 700)));
    await page.locator('#write textarea').evaluate(
      (text, bytes) => {
        const carried = new DataTransfer();
        carried.items.add(new File([new Uint8Array(bytes)], 'poročilo.pdf'));
        text.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }));
      },
      [...aPdf()],
    );
    await page.locator('#write textarea').evaluate(
      (text, bytes) => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([new Uint8Array(bytes)], 'image.png'));
        text.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
      },
      [...(await anImage('png', 20, 20))],
    );
    await arrived(page).nth(2).waitFor();
    await expectAccessible(page);
    await page.locator('.attachment input').first().fill('Okrogla miza');
    await page.locator('#write textarea').fill('Poglejte to mizo.');
    await page.locator('#write .button-main').click();
    await page.locator('article.post[data-post] .post-files').waitFor();
    expect(await attachments(page).count()).toBe(0);
    await reader.locator('article.post[data-post] .post-files').waitFor();
    const live = await drawn(reader);
    await reader.reload();
    expect(live).toBe(await drawn(reader));
    expect(live).toContain('alt="Okrogla miza" lang="sl"');
    expect(live).toMatch(/poročilo\.pdf.*image\.png/s);
    await expectAccessible(reader);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoOverflow(page);
    expect(faults).toEqual([]);
  });

  it('is refused with a reason, which keeps the post back until it is removed', async () => {
    const page = await browser.openPage(hub, path, { as: writer });
    await seated(page);
    await page
      .locator('[data-slot="attach-input"]')
      .setInputFiles(png('risba.png', Buffer.from('<svg onload="x">')));
    await page.locator('.attachment .error:not([hidden])').waitFor();
    expect(await page.locator('.attachment .error').textContent()).toContain('Risbe SVG');
    await page.locator('#write textarea').fill('Brez risbe');
    await page.locator('#write .button-main').click();
    expect(await page.locator('#write textarea').inputValue()).toBe('Brez risbe');
    await page.locator('[data-action="detach"]').click();
    await page.locator('#write .button-main').click();
    await page.locator('article.post[data-post]', { hasText: 'Brez risbe' }).waitFor();
  });

  it('can be given up while it is on its way', async () => {
    const page = await browser.openPage(hub, path, { as: writer });
    await seated(page);
    await page.route('**/api/v1/files?*', () => undefined); // never answered
    await page
      .locator('[data-slot="attach-input"]')
      .setInputFiles(png('miza.png', await anImage('png', 9, 9)));
    await page.locator('.attachment progress:not([hidden])').waitFor();
    await page.locator('[data-action="detach"]').click();
    expect(await attachments(page).count()).toBe(0);
    await page.locator('#write textarea').fill('Brez slike');
    await page.locator('#write .button-main').click();
    await page.locator('article.post[data-post]', { hasText: 'Brez slike' }).waitFor();
  });
});
