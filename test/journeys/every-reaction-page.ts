import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

/** What readers say to a post with one click. */
export async function reactionPages(hub: TestHub): Promise<Stop[]> {
  const [reacted] = await hub.database.query<[{ id: string; thread: string; number: number }]>(
    `select post.id, post.thread_id as thread, post.number from posts post
     join post_reactions reaction on reaction.room_id = post.room_id and reaction.post_id = post.id
     join rooms on rooms.id = post.room_id
     where rooms.visibility = 'public' and rooms.archived_at is null
     group by post.room_id, post.id order by count(*) desc, post.id limit 1`,
  );
  const [bare] = await hub.database.query<[{ id: string }]>(
    `select post.id from posts post join rooms on rooms.id = post.room_id
     where rooms.slug = 'help' and post.withdrawn_at is null order by post.id limit 1`,
  );
  return [
    { name: 'who has reacted', path: `/posts/${reacted.id}/reactions` },
    { name: 'nobody has reacted', path: `/posts/${bare.id}/reactions` },
    {
      name: 'a thread, by the address of a refused reply',
      path: `/threads/${reacted.thread}/posts?around=1`,
    },
    {
      name: 'reacting to posts',
      path: `/threads/${reacted.thread}?around=${reacted.number}`,
      as: 'admin',
      act: async (page) => {
        for (const each of await page.locator('.log [data-slot="react"]').all()) await each.click();
      },
    },
  ];
}
