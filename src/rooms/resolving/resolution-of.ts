import type { DataSource } from 'typeorm';
import type { PostView } from '../posts/post.schema';
import { findPosts } from '../posts/post-views';
import type { Thread } from '../threads/thread.entity';

/** The words that resolved a thread, as long as they stand; they may have gone to another thread of the room. */
export async function resolutionOf(
  database: DataSource,
  { roomId, resolutionId }: Pick<Thread, 'roomId' | 'resolutionId'>,
): Promise<PostView | undefined> {
  if (!resolutionId) return undefined;
  const [post] = await findPosts(
    database,
    'post.room_id = $1 and post.id = $2 and post.withdrawn_at is null',
    [roomId, resolutionId],
  );
  return post;
}
