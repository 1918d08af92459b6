import type { Page } from 'playwright-core';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

const openAll = async (page: Page) => {
  for (const details of await page.locator('main details').all()) await details.locator('summary').click();
};

const sendEmpty = async (page: Page) => {
  await page.locator('main .button-main').first().click();
  await page.locator('main [role="alert"]').first().waitFor();
};

/** As when somebody else has saved meanwhile. */
const sendLate = async (page: Page) => {
  await page.locator('input[name="revision"]').evaluate((field: HTMLInputElement) => (field.value = '99'));
  await page.locator('main textarea[name="statement"]').fill('Otherwise.');
  await page.locator('main .button-main').click();
  await page.locator('form.merge').waitFor();
};

interface Conclusion {
  id: string;
  thread: string;
}

/** A copy of what the Italian room has adopted, as it would stand elsewhere on its way. */
async function copied(hub: TestHub, state: string, version: number): Promise<Conclusion> {
  const [row] = await hub.database.query<[Conclusion]>(
    `insert into conclusions (room_id, thread_id, number, statement, reasoning, locale, state, version, round,
       positions_until)
     select room_id, thread_id, (select max(number) + 1 from conclusions other where other.room_id = original.room_id),
       statement, reasoning, locale, $1, $2, 1, now() + interval '7 days'
     from conclusions original
     where room_id = (select id from rooms where slug = 'npd-it') and number = 1
     returning id, thread_id as thread`,
    [state, version],
  );
  await hub.database.query(
    `insert into evidence (relation, statement_kind, statement_id, ground_kind, ground_id, ground_revision, quote,
       quote_locale, standing)
     select relation, statement_kind, $1, ground_kind, ground_id, ground_revision, quote, quote_locale, 'changed'
     from evidence where statement_kind = 'conclusion' and statement_id = (
       select id from conclusions where room_id = (select id from rooms where slug = 'npd-it') and number = 1)`,
    [row.id],
  );
  await hub.database.query(
    `insert into conclusion_comments (conclusion_id, author_id, body, wording, locale, revision)
     select $1, id, 'Meno parole.', 'Una rete tiene se ognuno ha un referente.', 'it', 1
     from people where email = 'member.it@demo.example'`,
    [row.id],
  );
  return row;
}

/** What rooms agree on, from the draft to the version that stays. */
export async function conclusionPages(hub: TestHub): Promise<Stop[]> {
  const [adopted] = await hub.database.query<[Conclusion]>(
    `select conclusions.id, thread_id as thread from conclusions join rooms on rooms.id = room_id
     where rooms.slug = 'npd-it' and number = 1`,
  );
  const [asked] = await hub.database.query<[Conclusion]>(
    `select conclusions.id, thread_id as thread from conclusions join rooms on rooms.id = room_id
     where rooms.slug = 'npd-si' and number = 1`,
  );
  const [post] = await hub.database.query<[{ id: string }]>(
    'select id from posts where thread_id = $1 order by number limit 1',
    [adopted.thread],
  );
  const draft = await copied(hub, 'draft', 0);
  const withdrawn = await copied(hub, 'withdrawn', 1);
  const page = (of: Conclusion, below = '') => `/conclusions/${of.id}${below}`;
  const from = `/threads/${adopted.thread}/conclusions/new?post=${post.id}`;
  return [
    { name: 'conclusions of a room', path: '/rooms/npd-it/conclusions' },
    { name: 'conclusions of a room, also drafts', path: '/rooms/npd-it/conclusions', as: 'organiser' },
    { name: 'no conclusions', path: '/rooms/help/conclusions' },
    { name: 'an adopted conclusion', path: page(adopted) },
    {
      name: 'an adopted conclusion, for who keeps the room',
      path: page(adopted),
      as: 'organiser',
      act: openAll,
    },
    { name: 'a version of a conclusion', path: page(adopted, '/versions/1') },
    { name: 'a conclusion that was withdrawn', path: page(withdrawn) },
    { name: 'taking a position, refused', path: page(asked), as: 'member.si', act: sendEmpty },
    { name: 'adopting a conclusion', path: page(asked), as: 'host.si', act: openAll },
    { name: 'a draft with comments', path: page(draft), as: 'member.it' },
    { name: 'asking for positions', path: page(draft), as: 'organiser', act: openAll },
    { name: 'words and passages of a draft', path: page(draft, '/edit'), as: 'organiser' },
    {
      name: 'a draft that somebody else has saved',
      path: page(draft, '/edit'),
      as: 'organiser',
      act: sendLate,
    },
    { name: 'concluding from a post, refused', path: from, as: 'organiser', act: sendEmpty },
    {
      name: 'a conclusion of a room',
      path: '/rooms/npd-it/conclusions/new',
      as: 'organiser',
      act: sendEmpty,
    },
  ];
}
