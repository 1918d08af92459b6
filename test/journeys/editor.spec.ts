import type { Page } from 'playwright-core';
import { aConcept } from '../factories/concepts';
import { aPerson } from '../factories/people';
import { aBrowser, describeJourneys, faultsOf, violationsOf } from '../support/browser';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import * as pasted from '../support/pasted';

const CASES = [
  ['Word', pasted.WORD, pasted.WORD_AS_MARKDOWN],
  ['Google Docs', pasted.GOOGLE, pasted.GOOGLE_AS_MARKDOWN],
  ['LibreOffice', pasted.LIBRE, pasted.LIBRE_AS_MARKDOWN],
  ['somebody who means harm', pasted.HOSTILE, pasted.HOSTILE_AS_MARKDOWN],
] as const;

describeJourneys('An author in the rich editor', () => {
  const browser = aBrowser();
  let hub: TestHub;
  let author: TestClient;

  beforeAll(async () => {
    hub = await startHub();
    await aConcept(hub, { slug: 'zadruga', terms: { en: 'co-operative', sl: 'zadruga' } });
    author = await TestClient.as(hub, await aPerson(hub));
  });
  afterAll(() => hub.close());

  const open = (visit = {}) => browser.openPage(hub, '/en/styleguide', { as: author, ...visit });
  const field = (page: Page) => page.locator('textarea[data-editor]');
  /** What the form would send now. */
  const text = async (page: Page) => {
    await page.locator('.editor-text').evaluate((node) => node.dispatchEvent(new FocusEvent('blur')));
    return field(page).inputValue();
  };
  const write = (page: Page, words: string) =>
    field(page).evaluate((node: HTMLTextAreaElement, value) => {
      node.value = value;
      node.dispatchEvent(new Event('input', { bubbles: true }));
    }, words);
  const paste = (page: Page, html: string) =>
    page.locator('.editor-text').evaluate((node, value) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', value);
      node.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, html);

  it('works by keyboard alone: writes, makes a table, looks at the Markdown and loses nothing', async () => {
    const page = await open();
    const faults = faultsOf(page);
    await write(page, '');
    await page.locator('.editor-text').focus();
    await page.keyboard.type('## Uvod\nTri ');
    await page.keyboard.press('Control+B');
    await page.keyboard.type('zadruge');
    await page.keyboard.press('Control+B');
    await page.keyboard.type(' in 1. januar.\n- ena\ndve\n\n');
    await page.keyboard.press('Escape');
    for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Table');
    await page.keyboard.press('Enter');
    for (const cell of ['Država', 'Članov', 'SI', '12', 'SE', '5']) {
      await page.keyboard.type(cell);
      if (cell !== '5') await page.keyboard.press('Tab');
    }
    const written =
      '## Uvod\n\nTri **zadruge** in 1. januar.\n\n- ena\n- dve\n\n| Država | Članov |\n| --- | --- |\n| SI | 12 |\n| SE | 5 |';
    expect((await text(page)).trimEnd()).toBe(written);
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    expect(await field(page).isVisible()).toBe(true);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n\nGlej [tu](/rooms).\n');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('.editor-text a[href="/rooms"]').waitFor();
    expect((await text(page)).trimEnd()).toBe(`${written}\n\nGlej [tu](/rooms).`);
    expect(faults).toEqual([]);
  });

  it('leaves a text alone that was only looked at, and gives it back byte for byte by undoing', async () => {
    const page = await open();
    const own = 'Uvod\n===\n\n*  ena\n*  _dve_\n\n\n::: neznano\nostane\n:::\n\n<b>c</b> \\\nd\n\n';
    await write(page, own);
    await page.locator('[data-command="markdown"]').click();
    await page.locator('[data-action="rich"]').click();
    expect(await text(page)).toBe(own);
    await page.locator('.editor-text li').first().click();
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    expect(await text(page)).toBe(own.replace('*  ena', '* ena!').replace('*  _dve_\n\n\n', '* _dve_\n\n'));
    await page.keyboard.press('Control+Z');
    expect(await text(page)).toBe(own);
  });

  it.each(CASES)(
    'takes what was pasted from %s, and nothing that is not of the dialect',
    async (_, html, expected) => {
      const page = await open();
      const faults = faultsOf(page);
      await write(page, '');
      await paste(page, html);
      expect((await text(page)).trimEnd()).toBe(expected);
      expect(faults).toEqual([]);
    },
  );

  it('includes a definition that was searched for, and says what it is called', async () => {
    const page = await open({ width: 360, dark: true });
    await write(page, 'a');
    await page.locator('[data-command="include"]').click();
    await page.locator('dialog[open] [type="search"]').fill('CO-OP');
    await page.locator('dialog[open] option', { hasText: 'co-operative' }).waitFor({ state: 'attached' });
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('dialog[open] .button-main').click();
    await page.locator('.inclusion', { hasText: 'co-operative' }).waitFor();
    expect((await text(page)).trimEnd()).toBe('a\n\n::: definition zadruga\n:::');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('is a field for Markdown without JavaScript', async () => {
    const page = await open({ javaScript: false });
    expect(await field(page).isVisible()).toBe(true);
    expect(await page.locator('.editor, dialog').count()).toBe(0);
  });
});
