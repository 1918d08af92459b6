import type { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { PostView } from './post.schema';

/** What a moderator has hidden can be taken back by its author as well: then nobody shows it again. */
export async function takeBack(database: DataSource, { person }: Actor, post: PostView): Promise<PostView> {
  if (post.hiddenAt)
    await database.query(
      `update posts set withdrawn_by = $3
       where room_id = $1 and id = $2 and hidden_at is not null and withdrawn_by is null`,
      [post.roomId, post.id, person!.id],
    );
  return post;
}
