import { useLanguage, useReading } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { unreadPath } from '../room-paths';
import type { Sitting } from '../threads/thread-reading.service';

/** Number of the post that the line of unread posts stands above, if it is on the page. */
export function firstUnread({ posts }: Sitting, unreadAfter: number): number | undefined {
  return unreadAfter > 0 ? posts.find(({ number }) => number === unreadAfter + 1)?.number : undefined;
}

interface FirstUnreadProps {
  sitting: Sitting;
  unreadAfter: number;
}

/** Leads to the first post that has not been read: on this page, or on the one around it. */
export function FirstUnread({ sitting, unreadAfter }: FirstUnreadProps) {
  const { t } = useLanguage();
  const { person } = useReading();
  const { thread } = sitting;
  if (!person || unreadAfter === 0 || unreadAfter >= thread.postCount) return null;
  const here = firstUnread(sitting, unreadAfter) !== undefined;
  const words = t('rooms:unread.first');
  return (
    <span>
      {here ? (
        <a href="#unread" accesskey="u">
          {words}
        </a>
      ) : (
        <Link path={unreadPath(thread.id, unreadAfter)} accesskey="u">
          {words}
        </Link>
      )}
    </span>
  );
}
