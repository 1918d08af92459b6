import type { Page } from 'playwright-core';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

const sendEmpty = async (page: Page) => {
  await page.locator('main .button-main').first().click();
  await page.locator('main [role="alert"]').first().waitFor();
};

const findThread = async (page: Page) => {
  await page.locator('main [name="words"]').fill('forum');
  await page.locator('main [name="find"]').click();
  await page.locator('main [type="radio"], main [role="alert"]').first().waitFor();
};

/** What those who look after threads do with them. */
export async function threadPages(hub: TestHub): Promise<Stop[]> {
  const [post] = await hub.database.query<[{ id: string; thread: string }]>(
    `select posts.id, thread_id as thread from posts join threads on threads.id = thread_id
     join rooms on rooms.id = threads.room_id
     where rooms.slug = 'npd-si' and threads.closed_at is null and posts.withdrawn_at is null
       and threads.resolved_at is null
     order by threads.last_post_at desc, posts.number limit 1`,
  );
  const [resolved] = await hub.database
    .query<[{ id: string }]>(
      `update threads set resolved_at = now(), resolved_by = opened_by, themes = array['procurement', 'care'],
       resolution_id = (select posts.id from posts where posts.thread_id = threads.id and withdrawn_at is null
         order by number desc limit 1)
     where id = (select threads.id from threads join rooms on rooms.id = room_id
       where rooms.slug = 'npd-it' and last_number > 1 order by threads.last_post_at limit 1) returning id`,
    )
    .then(([rows]) => rows as unknown as [{ id: string }]);
  const [other] = await hub.database.query<[{ id: string }]>(
    `select id from rooms where slug = 'npd-si-forum'`,
  );
  const thread = `/threads/${post.thread}`;
  return [
    { name: 'where a post stands', path: `/posts/${post.id}` },
    { name: 'what can be done with a post', path: `/posts/${post.id}/actions`, as: 'host.si' },
    { name: 'a resolved thread', path: `/threads/${resolved.id}` },
    { name: 'resolved threads of a theme', path: '/rooms/npd-it?state=resolved&theme=care' },
    { name: 'threads that are not read', path: '/rooms/npd-it?state=unread', as: 'host.si' },
    { name: 'no such threads', path: '/rooms/npd-it?state=resolved&theme=rural' },
    { name: 'resolving a thread', path: `${thread}/resolve`, as: 'host.si' },
    { name: 'resolving a thread, refused', path: `${thread}/resolve`, as: 'host.si', act: sendEmpty },
    { name: 'resolving a thread by a post', path: `${thread}/resolve?post=${post.id}`, as: 'host.si' },
    { name: 'splitting a thread, refused', path: `${thread}/split`, as: 'host.si', act: sendEmpty },
    { name: 'splitting a thread from a post on', path: `${thread}/split?from=2`, as: 'host.si' },
    { name: 'merging threads, refused', path: `${thread}/merge`, as: 'host.si', act: sendEmpty },
    { name: 'threads to split into', path: `${thread}/split`, as: 'host.si', act: findThread },
    { name: 'threads to merge into', path: `${thread}/merge`, as: 'host.si', act: findThread },
    { name: 'moving a thread', path: `${thread}/move`, as: 'host.si' },
    { name: 'who reads where a thread goes', path: `${thread}/move?room=${other.id}`, as: 'host.si' },
    { name: 'themes of a thread', path: `${thread}/themes`, as: 'host.si' },
  ];
}
