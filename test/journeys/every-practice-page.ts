import type { Page } from 'playwright-core';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

const sendEmpty = async (page: Page) => {
  await page.locator('main .button-main').click();
  await page.locator('main [role="alert"]').waitFor();
};

/** Good practices as people read them. */
export async function practicePages(hub: TestHub): Promise<Stop[]> {
  const [{ id }] = await hub.database.query<[{ id: string }]>(
    `select id from practices where slug = 'zelenice-v-treh-sklopih'`,
  );
  return [
    { name: 'good practices', path: '/practices' },
    { name: 'good practices as cards', path: '/practices?view=cards' },
    { name: 'good practices on a map', path: '/practices?view=map' },
    { name: 'good practices of a region', path: '/practices?region=SI032&theme=procurement' },
    { name: 'no good practice', path: '/practices?q=xyzzy' },
    { name: 'good practices, all states', path: '/practices', as: 'organiser' },
    { name: 'a good practice', path: '/practices/zelenice-v-treh-sklopih' },
    { name: 'a good practice from a plan', path: '/practices/sjalvklart-nu', as: 'organiser' },
    { name: 'a good practice that was withdrawn', path: '/practices/popravljalnica' },
    { name: 'a good practice to be reviewed', path: '/practices/aterbruk-i-industrihallen', as: 'member.it' },
    { name: 'the printed address of a good practice', path: `/p/${id.slice(0, 8)}` },
    { name: 'telling of a use', path: '/practices/mensa-con-orto/used', as: 'organiser', act: sendEmpty },
  ];
}
