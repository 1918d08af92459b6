import type { Page } from 'playwright-core';
import { Language } from '../../src/core/i18n/language';
import { aBrowser, describeJourneys, expectAccessible, faultsOf } from '../support/browser';
import { asDemo, demoSignIn, startDemonstration } from '../support/demonstration';
import type { TestHub } from '../support/hub';
import { mailedPath } from '../support/mails';

const italian = Language.of('it').t;
const slovenian = Language.of('sl').t;

describeJourneys('Somebody new', () => {
  const browser = aBrowser();
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startDemonstration();
  });
  afterAll(() => hub.close());

  const languageOf = (page: Page) => page.locator('html').getAttribute('lang');
  const pathOf = (page: Page) => new URL(page.url()).pathname;

  /** The newest mail to an address, as the page of the development shows it. */
  async function openLetter(page: Page, address: string): Promise<void> {
    await hub.drain();
    await page.goto('/it/dev/mail');
    const letter = page.locator('article', { hasText: italian('accounts:outbox.to', { address }) }).first();
    expect(await letter.locator('h2').getAttribute('lang')).toBe('it');
    await letter.getByRole('link', { name: italian('accounts:outbox.open') }).click();
  }

  async function signUp(page: Page): Promise<void> {
    await page
      .getByRole('banner')
      .getByRole('link', { name: italian('ui:nav.sign_up') })
      .click();
    await page.getByLabel(italian('accounts:field.name'), { exact: true }).fill('Nuova collega');
    await page.getByLabel(italian('accounts:field.email')).fill('collega@example.org');
    await page.getByLabel(italian('accounts:field.password')).fill('una tavola per tutti');
    await page.getByRole('button', { name: italian('accounts:sign_up.submit') }).click();
    await page.getByRole('heading', { level: 1, name: italian('accounts:sent.title') }).waitFor();
    await openLetter(page, 'collega@example.org');
    await page.getByRole('button', { name: italian('accounts:confirm.submit') }).click();
    await page.getByRole('status').getByText(italian('accounts:notice.confirmed')).waitFor();
  }

  async function askToJoin(page: Page): Promise<void> {
    await page
      .getByRole('banner')
      .getByRole('link', { name: italian('ui:nav.platforms') })
      .click();
    await page.getByRole('main').getByRole('link', { name: 'Italia' }).click();
    await page.getByRole('link', { name: italian('platforms:join.button') }).click();
    await page.getByLabel(italian('platforms:seat.group')).selectOption({ index: 1 });
    await page.getByLabel(italian('platforms:join.message')).fill('Lavoro con le cooperative.');
    await page.getByRole('button', { name: italian('platforms:join.send') }).click();
    await page.getByText(italian('platforms:opening.asked')).waitFor();
  }

  async function letIn(name: string): Promise<void> {
    const host = await browser.openPage(hub, '/it/platforms/it', { as: await asDemo(hub, 'host.it') });
    await host.getByRole('link', { name: italian('platforms:tab.manage') }).click();
    await host.getByText('Lavoro con le cooperative.').waitFor();
    await host.getByRole('button', { name: italian('platforms:requests.accept_name', { name }) }).click();
    await host.getByRole('status').getByText(italian('platforms:notice.accepted')).waitFor();
  }

  it('reads Italian at once, signs up, asks for a seat, is let in, and writes her first reply', async () => {
    const page = await browser.openPage(hub, '/', { speaks: 'it-IT' });
    const faults = faultsOf(page);
    expect([pathOf(page), await languageOf(page)]).toEqual(['/it', 'it']);
    await signUp(page);
    expect([pathOf(page), await languageOf(page)]).toEqual(['/it', 'it']);
    await page.getByRole('banner').getByText('Nuova collega').waitFor();
    await askToJoin(page);
    await letIn('Nuova collega');

    await openLetter(page, 'collega@example.org');
    await page.getByText(italian('platforms:opening.member')).waitFor();
    await page.getByRole('link', { name: 'Stanza della piattaforma italiana', exact: true }).click();
    await page.getByRole('link', { name: /Reti di solidarietà/ }).click();
    await page.locator('#write textarea').fill('Buongiorno, anche da noi.');
    expect(await page.locator('#write select[name="locale"]').inputValue()).toBe('it');
    await page.getByRole('button', { name: italian('rooms:composer.send') }).click();
    const own = page.locator('article.post-own[data-post]', { hasText: 'Buongiorno, anche da noi.' });
    await own.waitFor();
    expect(await own.locator('.said-text').getAttribute('lang')).toBe('it');
    expect(faults).toEqual([]);
  });

  /** The host of Slovenia invites somebody and closes her window. Returns the link in the mail. */
  async function invited(email: string, withdrawn = false): Promise<string> {
    const host = await browser.openPage(hub, '/sl/platforms/si/manage', { as: await asDemo(hub, 'host.si') });
    await host.getByLabel(slovenian('platforms:invite.email')).fill(email);
    await host.getByLabel(slovenian('platforms:seat.group')).selectOption({ index: 2 });
    await host.getByLabel(slovenian('platforms:invite.language')).selectOption('sl');
    await host.getByLabel(slovenian('platforms:invite.message')).fill('Veselimo se vas.');
    await host.getByRole('button', { name: slovenian('platforms:invite.send') }).click();
    await host.getByRole('status').getByText(slovenian('platforms:notice.invited')).waitFor();
    const path = await mailedPath(hub, email);
    if (withdrawn) {
      const button = slovenian('platforms:invitations.withdraw_email', { email });
      await host.getByRole('button', { name: button }).click();
      await host.getByRole('status').getByText(slovenian('platforms:notice.withdrawn')).waitFor();
    }
    await host.context().close();
    return path;
  }

  it('is invited by mail in Slovenian, makes her account on the page of the link, and is a member', async () => {
    const host = await browser.openPage(hub, '/en/sign-in?next=/platforms/si');
    await demoSignIn(host, 'en', 'Gostiteljica platforme');
    expect(pathOf(host)).toBe('/sl/platforms/si');
    const path = await invited('vabljena@example.org');
    expect(path).toMatch(/^\/sl\/invitations\//);

    const page = await browser.openPage(hub, path, { speaks: 'en-GB' });
    const faults = faultsOf(page);
    expect(await languageOf(page)).toBe('sl');
    await page.getByText('Veselimo se vas.').waitFor();
    await page.getByText('Gostiteljica platforme').waitFor();
    await page.getByLabel(slovenian('platforms:invitation.name')).fill('Vabljena kolegica');
    await page.getByLabel(slovenian('platforms:invitation.password')).fill('kratko');
    await page.getByRole('button', { name: slovenian('platforms:invitation.take_seat') }).click();
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    expect(await page.getByLabel(slovenian('platforms:invitation.name')).inputValue()).toBe(
      'Vabljena kolegica',
    );
    await page.getByLabel(slovenian('platforms:invitation.password')).fill('ena miza za vse nas');
    await page.getByRole('button', { name: slovenian('platforms:invitation.take_seat') }).click();
    await page.getByRole('status').getByText(slovenian('platforms:notice.seated')).waitFor();
    await page.getByRole('banner').getByText('Vabljena kolegica').waitFor();
    await page.getByRole('link', { name: 'Soba slovenske platforme' }).click();
    await page.getByRole('link', { name: slovenian('rooms:thread.open') }).waitFor();

    const tabs = host.getByRole('navigation', { name: slovenian('platforms:tab.label') });
    await tabs.getByRole('link', { name: slovenian('platforms:tab.members') }).click();
    await host.getByRole('main').getByText('Vabljena kolegica').waitFor();
    expect(faults).toEqual([]);
  });

  it.each(['expired', 'withdrawn'] as const)(
    'is told politely that an invitation is %s',
    async (standing) => {
      const email = `${standing}@example.org`;
      const path = await invited(email, standing === 'withdrawn');
      if (standing === 'expired')
        await hub.database.query(`update invitations set expires_at = now() where email = $1`, [email]);
      const page = await browser.openPage(hub, path);
      await page.getByText(slovenian(`platforms:refusal.invitation_${standing}`)).waitFor();
      expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0);
      await expectAccessible(page);
      await page.getByRole('link', { name: slovenian('platforms:invitation.look') }).click();
      expect(pathOf(page)).toBe('/sl/platforms/si');
    },
  );
});
