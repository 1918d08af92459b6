import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { useMoments } from './moments';
import { PostItem } from './post';
import { threadPath } from '../room-paths';
import { firstUnread } from '../following/first-unread';
import type { Sitting } from '../threads/thread-reading.service';

/** One page of posts; what `?before` and `?after` give at most. */
const PAGE = 30;

/** The posts of a thread with their days, the line above the unread ones, and the ways to earlier and later posts. */
export function Log({ sitting, unreadAfter }: { sitting: Sitting; unreadAfter: number }) {
  const { t } = useLanguage();
  const { posts, thread, earlier, later } = sitting;
  const path = threadPath(thread.id);
  return (
    <>
      <h2 id="posts" class="visually-hidden">
        {t('rooms:thread.posts')}
      </h2>
      {earlier > 0 && (
        <p data-slot="earlier">
          <Link path={`${path}?before=${posts[0]!.number}`} rel="prev">
            {t('rooms:count.earlier', { count: Math.min(PAGE, earlier) })}
          </Link>
        </p>
      )}
      <div class="log" data-slot="history" />
      <div class="log" role="log" aria-labelledby="posts" data-slot="log">
        <Posts sitting={sitting} firstUnread={firstUnread(sitting, unreadAfter)} />
      </div>
      <p class="small soft keys" data-slot="keys" hidden>
        {t('rooms:post.keys')}
      </p>
      {later > 0 && (
        <p data-slot="later">
          <Link path={`${path}?after=${posts.at(-1)?.number ?? 0}`} rel="next">
            {t('rooms:count.later', { count: Math.min(PAGE, later) })}
          </Link>
        </p>
      )}
    </>
  );
}

interface PostsProps {
  sitting: Sitting;
  firstUnread: number | undefined;
}

function Posts({ sitting: { posts, room, thread, locales, polls }, firstUnread }: PostsProps) {
  const { t } = useLanguage();
  const { dayKey, dayWords } = useMoments();
  const numbers = new Set(posts.map(({ number }) => number));
  return (
    <>
      {posts.map((post, place) => {
        const day = dayKey(post.publishedAt);
        const before = posts[place - 1];
        return (
          <>
            {(!before || dayKey(before.publishedAt) !== day) && (
              <p class="line-mark" data-day-line={day}>
                {dayWords(post.publishedAt)}
              </p>
            )}
            {post.number === firstUnread && (
              <p class="line-mark unread" id="unread">
                {t('ui:mark.unread', { count: thread.postCount - post.number + 1 })}
              </p>
            )}
            <PostItem
              post={post}
              canReply={thread.can.reply}
              canResolve={thread.can.resolve}
              keeps={room.can.keep && !room.archived}
              near={(number) => numbers.has(number)}
              locales={locales}
              poll={polls.get(post.pollId ?? '')}
            />
          </>
        );
      })}
    </>
  );
}
