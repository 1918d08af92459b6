import type { DataSource } from 'typeorm';
import { Statement } from '../../core/database/statement';
import { citedTimes } from '../../evidence/cited';
import type { Thread } from '../threads/thread.entity';
import type { PostPage, PostView, PostWindow, ReactionKind } from './post.schema';
import { toPost, type PostRow } from './post-views';

const stretch = <More extends object>(more: string) =>
  new Statement<PostRow & More>(
    `select post.*${more} from post_views post
     where post.room_id = $1 and post.thread_id = $2 and post.number between $3 and $4 order by post.number`,
  );
const STRETCH = stretch('');
/** The same for a page that somebody reads: with what she gave to each, and how much rests on it. */
const OWN_STRETCH = stretch<OwnPost>(`,
  (select array_agg(own.kind) from post_reactions own
   where own.room_id = post.room_id and own.post_id = post.id and own.person_id = $5::uuid) as mine,
  ${citedTimes('post', 'post.id')} as cited`);

interface OwnPost {
  mine: ReactionKind[] | null;
  cited: number;
}

/** A post with what one reader gave to it. */
export interface ReadPost extends PostView {
  /** What she reacted with. */
  mine: ReactionKind[];
  /** How many statements rest on it: conclusions, answers, chapters. */
  cited: number;
}

export type Stretched = Pick<Thread, 'id' | 'roomId' | 'lastNumber'>;

/** The newest ones, unless a window says otherwise. */
function numbersOf({ lastNumber }: Stretched, { before, after, around, limit = 30 }: PostWindow) {
  const newest = Math.max(1, lastNumber - limit + 1);
  if (after !== undefined)
    return { first: after + 1, last: before !== undefined ? before - 1 : after + limit };
  if (before !== undefined) return { first: Math.max(1, before - limit), last: before - 1 };
  const first = around !== undefined ? Math.max(1, Math.min(around - 3, newest)) : newest;
  return { first, last: first + limit - 1 };
}

export async function stretchOf(
  database: DataSource,
  thread: Stretched,
  window: PostWindow = {},
): Promise<PostPage> {
  const { first, last } = numbersOf(thread, window);
  const posts = (await STRETCH.run(database, [thread.roomId, thread.id, first, last])).map(toPost);
  return {
    posts,
    earlier: (posts[0]?.number ?? first) > 1,
    later: (posts.at(-1)?.number ?? last) < thread.lastNumber,
  };
}

export async function readStretch(
  database: DataSource,
  readerId: string | null,
  thread: Stretched,
  window: PostWindow = {},
): Promise<ReadPost[]> {
  const { first, last } = numbersOf(thread, window);
  const rows = await OWN_STRETCH.run(database, [thread.roomId, thread.id, first, last, readerId]);
  return rows.map((row) => ({ ...toPost(row), mine: row.mine ?? [], cited: row.cited }));
}
