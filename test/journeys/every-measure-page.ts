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
  const closing = `${await demoThread(hub, 'Potrebe in ponudba')}/close`;
  const statement = `/removals/${await removed(hub)}`;
  return [
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
