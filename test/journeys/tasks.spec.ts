import type { Page } from 'playwright-core';
import { Language } from '../../src/core/i18n/language';
import { LOCALES } from '../../src/core/i18n/locales';
import { aBrowser, describeJourneys } from '../support/browser';
import { asDemo, demoSignIn, demoThread, startDemonstration } from '../support/demonstration';
import type { TestHub } from '../support/hub';

const english = Language.of('en').t;
const swedish = Language.of('sv').t;

describeJourneys('Tasks without a script', () => {
  const browser = aBrowser();
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startDemonstration();
  });
  afterAll(() => hub.close());

  const record = async (): Promise<Record<string, unknown>> => {
    const [row] = await hub.database.query(`select * from partnerships where slug = 'coop'`);
    return row as Record<string, unknown>;
  };

  const purpose = (page: Page) => page.getByLabel(english('partnerships:field.purpose'));
  const save = (page: Page) =>
    page.getByRole('button', { name: english('partnerships:editing.save') }).click();

  it('of an organiser: whoever saves second sees both texts, and nothing is lost', async () => {
    const before = await record();
    const first = await browser.openPage(hub, '/en/sign-in?next=/partnerships/coop', { javaScript: false });
    await demoSignIn(first, 'en', 'Partnership organiser');
    await first.getByRole('link', { name: english('partnerships:edit') }).click();
    const second = await browser.openPage(hub, '/en/partnerships/coop/edit', {
      as: await asDemo(hub, 'research.si'),
      javaScript: false,
    });
    await purpose(first).fill('Namen prve urednice.');
    await purpose(second).fill('Namen drugega urednika.');
    await second.getByLabel(english('partnerships:field.contract')).fill('VS/2012/0155 (A)');
    await save(first);
    await first.getByRole('status').getByText(english('partnerships:notice.saved')).waitFor();

    await save(second);
    await second.getByRole('alert').getByText(english('ui:merge.title')).waitFor();
    const text = second.getByRole('group', { name: english('partnerships:field.purpose') });
    await text.getByText('Namen prve urednice.').waitFor();
    const yours = text.getByLabel(english('ui:merge.yours'));
    expect(await yours.inputValue()).toBe('Namen drugega urednika.');
    expect(await yours.getAttribute('lang')).toBe('sl');
    const contract = second.getByRole('group', { name: english('partnerships:field.contract') });
    await contract.getByText('VS/2012/0155', { exact: true }).waitFor();
    await second.locator('.merge-same', { hasText: 'Slovenščina' }).waitFor();
    await yours.fill('Namen prve urednice in drugega urednika.');
    await second.getByRole('button', { name: english('ui:merge.save') }).click();
    await second.getByRole('status').getByText(english('partnerships:notice.saved')).waitFor();

    const { revision, purpose: saved, contract_reference: reference, ...kept } = await record();
    expect([saved, reference]).toEqual(['Namen prve urednice in drugega urednika.', 'VS/2012/0155 (A)']);
    expect(revision).toBe(Number(before['revision']) + 2);
    expect(before).toMatchObject(kept);
    await second.goto('/sl/partnerships/coop');
    await second.getByText('Namen prve urednice in drugega urednika.').waitFor();
  });

  it('of a policymaker: reads a record and a public thread in Swedish, and changes language in place', async () => {
    const page = await browser.openPage(hub, '/en/partnerships/coop', { javaScript: false });
    await page
      .getByRole('banner')
      .getByRole('link', { name: english('ui:nav.sign_in'), exact: true })
      .click();
    await demoSignIn(page, 'en', 'Policy adviser');
    const language = page.getByRole('navigation', { name: english('ui:nav.language') });
    await language.getByRole('link', { name: 'Svenska' }).click();
    expect(new URL(page.url()).pathname).toBe('/sv/partnerships/coop');
    await page.getByText(swedish('partnerships:status.closed')).first().waitFor();
    const money = page.getByRole('table', { name: swedish('partnerships:money.caption') });
    expect(await money.textContent()).toContain('256\u00a0208,82\u00a0€');
    await page.getByRole('contentinfo').getByText('Sole responsibility lies with the author').waitFor();
    await page.getByRole('link', { name: 'COOP:s internationella rum' }).click();
    await page.getByRole('link', { name: /Sociala hänsyn i upphandling/ }).click();
    expect(await page.locator('article.post').count()).toBe(9);
    await page.locator('[lang="it"]', { hasText: 'il lotto era troppo grande' }).first().waitFor();

    const path = new URL(page.url()).pathname.slice('/sv'.length);
    expect(path).toBe(await demoThread(hub, 'Clausole sociali'));
    await page.goto(`/sv${path}?around=4`);
    for (const locale of LOCALES) {
      await page.locator(`.langs a[hreflang="${locale}"]`).click();
      const { pathname, search } = new URL(page.url());
      expect([pathname, search]).toEqual([`/${locale}${path}`, '?around=4']);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    }
  });
});
