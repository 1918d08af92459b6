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
const openReasons = async (page: Page) => {
  for (const details of await page.locator('main details').all()) await details.locator('summary').click();
};

/** Good practices as people write them and move them on. */
async function writingPages(hub: TestHub): Promise<Stop[]> {
  await hub.database.query(
    `insert into practice_reviews (practice_id, round, reviewer_id, country, state)
     select practices.id, 1, people.id, 'IT', case people.email when 'member.it@demo.example' then 'accepted'
       else 'invited' end
     from practices, people where practices.slug = 'nattis-i-kooperativ-form'
       and people.email in ('member.it@demo.example', 'host.si@demo.example')`,
  );
  const [plan, author] = ['/practices/sjalvklart-nu', 'organiser'];
  return [
    { name: 'what waits for somebody', path: '/practices/tasks', as: 'organiser' },
    { name: 'nothing waits for somebody', path: '/practices/tasks', as: 'admin' },
    { name: 'a new good practice', path: '/practices/new', as: author, act: sendEmpty },
    { name: 'a good practice being written', path: `${plan}/edit`, as: author },
    { name: 'a step of a good practice', path: `${plan}/edit/what`, as: author },
    { name: 'money of a good practice', path: `${plan}/edit/resources`, as: author },
    { name: 'a list of a good practice', path: `${plan}/edit/more`, as: author },
    { name: 'a step that somebody else has saved', path: `${plan}/edit/transfer`, as: author, act: sendLate },
    { name: 'a new result, refused', path: `${plan}/edit/results-list/new`, as: author, act: sendEmpty },
    { name: 'a new actor', path: `${plan}/edit/actors-list/new`, as: author },
    { name: 'pictures of a good practice', path: `${plan}/edit/pictures`, as: author },
    { name: 'where a draft stands', path: `${plan}/case`, as: author, act: openReasons },
    { name: 'the check of a case', path: '/practices/shared-van/case', as: 'admin' },
    { name: 'finding reviewers', path: '/practices/nattis-i-kooperativ-form/case', as: 'organiser' },
    { name: 'an accepted case', path: '/practices/clausola-sociale-condivisa/case', as: 'organiser' },
    { name: 'where a published case stands', path: '/practices/zelenice-v-treh-sklopih/case' },
    {
      name: 'declaring an interest',
      path: '/practices/nattis-i-kooperativ-form/review',
      as: 'host.si',
      act: sendEmpty,
    },
    {
      name: 'a judgement',
      path: '/practices/nattis-i-kooperativ-form/review',
      as: 'member.it',
      act: sendEmpty,
    },
  ];
}

/** Good practices as people read them. */
export async function practicePages(hub: TestHub): Promise<Stop[]> {
  const [{ id }] = await hub.database.query<[{ id: string }]>(
    `select id from practices where slug = 'zelenice-v-treh-sklopih'`,
  );
  return [
    ...(await writingPages(hub)),
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
