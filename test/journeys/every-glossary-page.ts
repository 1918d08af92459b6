import type { Page } from 'playwright-core';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

const sendEmpty = async (page: Page) => {
  await page.locator('main .button-main').click();
  await page.locator('main [role="alert"]').waitFor();
};
/** As when somebody else has saved meanwhile. */
const sendLate = async (page: Page) => {
  await page
    .locator('input[name="revision"]')
    .first()
    .evaluate((field: HTMLInputElement) => (field.value = '99'));
  await page.locator('main .button-main').click();
  await page.locator('form.merge').waitFor();
};

/** Further pages of the glossary: printed, talked about, brought as a file, and forms that were refused. */
export async function glossaryPages(hub: TestHub): Promise<Stop[]> {
  const [term] = await hub.database.query<{ id: string }[]>(
    `select term.id from concept_terms term join concepts concept on concept.id = term.concept_id
     where concept.slug = 'social-enterprise' and term.locale = 'sl' and term.standing = 'preferred'`,
  );
  const concept = '/glossary/social-enterprise';
  const as = 'organiser';
  return [
    { name: 'the glossary in columns', path: '/glossary/print' },
    { name: 'a new concept, refused', path: '/glossary/new', as, act: sendEmpty },
    { name: 'a concept that somebody else has edited', path: `${concept}/edit`, as, act: sendLate },
    { name: 'a new term', path: `${concept}/terms/new?locale=sl`, as, act: sendEmpty },
    {
      name: 'a term that somebody else has changed',
      path: `${concept}/terms/${term!.id}`,
      as,
      act: sendLate,
    },
    { name: 'a new note on a country', path: `${concept}/countries/new`, as, act: sendEmpty },
    { name: 'a discussion of a concept', path: `${concept}/discussion`, as, act: sendEmpty },
    { name: 'a table of the glossary', path: '/glossary/import', as, act: sendEmpty },
  ];
}
