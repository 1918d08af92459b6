import type { Page } from 'playwright-core';
import { asDemo, demoThread } from '../support/demonstration';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

const ROOM = 'npd-si';

const sendEmpty = async (page: Page) => {
  await page.locator('main .button-main').first().click();
  await page.locator('main [role="alert"]').first().waitFor();
};

const sendTooMuch = async (page: Page) => {
  await page.locator('textarea[name="reason"]').fill('x'.repeat(1001));
  await sendEmpty(page);
};

const refuseTooLong = async (page: Page) => {
  await page.locator('main details summary').first().click();
  await page.locator('main details textarea').first().fill('x'.repeat(1001));
  await page.locator('main details button[type="submit"]').first().click();
  await page.locator('main [role="alert"]').first().waitFor();
};

/** As when the room had wanted to see it first. */
async function waiting(hub: TestHub): Promise<string> {
  const [{ id }] = await hub.database.query<[{ id: string }]>(
    `insert into held_posts (room_id, thread_id, author_id, client_id, body, locale)
     select thread.room_id, thread.id, people.id, gen_random_uuid(), 'Moj prvi prispevek, **na kratko**.', 'sl'
     from threads thread, people
     where thread.title like '%Potrebe in ponudba%' and people.email = 'member.si@demo.example' returning id`,
  );
  return id;
}

async function removed(hub: TestHub): Promise<string> {
  const host = await asDemo(hub, 'host.si');
  const [{ room, person }] = await hub.database.query<[{ room: string; person: string }]>(
    `select rooms.id as room, people.id as person from rooms, people
     where rooms.slug = $1 and people.email = 'translator@demo.example'`,
    [ROOM],
  );
  const { body } = await host.send('post', `/api/v1/rooms/${room}/removals`, {
    personId: person,
    reason: 'Trikrat isti oglas v treh nitih.',
    locale: 'sl',
    until: '2090-01-31',
  });
  return (body as { id: string }).id;
}

/** By what measures a room is kept fair. */
export async function measurePages(hub: TestHub): Promise<Stop[]> {
  const threadOf = await demoThread(hub, 'Potrebe in ponudba');
  const closing = `${threadOf}/close`;
  const statement = `/removals/${await removed(hub)}`;
  const held = await waiting(hub);
  return [
    { name: 'posts that wait', path: `/rooms/${ROOM}/held`, as: 'host.si', act: refuseTooLong },
    { name: 'no posts that wait', path: '/rooms/npd-it/held', as: 'host.it' },
    { name: 'a post of one’s own that waits', path: `/held/${held}`, as: 'member.si' },
    { name: 'a thread in which a post waits', path: threadOf, as: 'member.si' },
    { name: 'measures of a room', path: `/rooms/${ROOM}/manage`, as: 'host.si' },
    {
      name: 'removing somebody, refused',
      path: `/rooms/${ROOM}/removals/new`,
      as: 'host.si',
      act: sendEmpty,
    },
    { name: 'closing a thread, refused', path: closing, as: 'host.si', act: sendTooMuch },
    { name: 'why one was removed', path: statement, as: 'translator' },
    { name: 'why somebody was removed', path: statement, as: 'host.si' },
  ];
}
