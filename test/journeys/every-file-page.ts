import type { Page } from 'playwright-core';
import { asDemo } from '../support/demonstration';
import { anImage, aPdf } from '../support/documents';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

const sendEmpty = async (page: Page) => {
  await page.locator('#bring .button-main').click();
  await page.locator('main [role="alert"]').waitFor();
};
/** As when somebody else has saved meanwhile. */
const sendLate = async (page: Page) => {
  await page
    .locator('#edit input[name="revision"]')
    .evaluate((field: HTMLInputElement) => (field.value = '99'));
  await page.locator('#edit .button-main').click();
  await page.locator('form.merge').waitFor();
};

/** Pages of files that a member has brought. */
export async function filePages(hub: TestHub): Promise<Stop[]> {
  const as = 'member.it';
  const client = await asDemo(hub, as);
  const bring = async (content: Buffer, name: string, fields = {}) =>
    ((await client.upload('/api/v1/files', content, name, fields)).body as { id: string }).id;
  const image = await bring(await anImage('png', 1400, 900), 'figura.png', {
    alt: 'Una tavola',
    locale: 'it',
  });
  const document = await bring(aPdf(), 'relazione.pdf');
  return [
    { name: 'her own files', path: '/files', as },
    { name: 'a file, refused', path: '/files', as, act: sendEmpty },
    { name: 'an image', path: `/files/${image}`, as },
    { name: 'an image that somebody else has described', path: `/files/${image}`, as, act: sendLate },
    { name: 'a document', path: `/files/${document}`, as },
  ];
}
