import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

/** A path from a post through two chapters, one of which was edited since. */
export async function evidencePages(hub: TestHub): Promise<Stop[]> {
  const [one, other] = await hub.database.query<{ id: string }[]>(
    `select chapter.id from chapters chapter where chapter.status = 'published' order by chapter.id limit 2`,
  );
  const [post] = await hub.database.query<{ id: string }[]>(
    `select post.id from posts post join rooms room on room.id = post.room_id
     where room.visibility = 'public' and post.withdrawn_at is null order by post.id limit 1`,
  );
  await hub.database.query(
    `insert into evidence (relation, statement_kind, statement_id, ground_kind, ground_id, ground_revision, quote,
       quote_locale, standing)
     values ('published_in', 'chapter', $1, 'chapter', $2, 1, null, null, 'changed'),
       ('rests_on', 'chapter', $2, 'post', $3, 1, 'Some words', 'it', 'sound')`,
    [one!.id, other!.id, post!.id],
  );
  const door = `/evidence/chapter/${one!.id}`;
  return [
    { name: 'what a statement rests on', path: door },
    { name: 'a statement and its keeper', path: door, as: 'admin', act: openForms },
    { name: 'a path', path: `/path/chapter/${one!.id}` },
    { name: 'the path of a post', path: `/path/post/${post!.id}` },
  ];
}

const openForms: NonNullable<Stop['act']> = async (page) => {
  for (const details of await page.locator('.evidence-forms details').all())
    await details.locator('summary').click();
};
