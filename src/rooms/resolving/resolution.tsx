import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { Mark } from '../../ui/parts/marks';
import { Prose } from '../../ui/parts/prose';
import { TextState } from '../../ui/parts/text-state';
import { Time } from '../../ui/parts/time';
import type { PostView } from '../posts/post.schema';
import { shownTranslation } from '../posts/post-views';
import { currentPath, postPath } from '../room-paths';
import type { Sitting } from '../threads/thread-reading.service';

/** Longer ones are opened by who wants them. Characters. */
const LONG = 600;

/** How the thread was resolved, above what was said. */
export function Resolution({ sitting }: { sitting: Sitting }) {
  const { t } = useLanguage();
  const { thread, resolution, locales } = sitting;
  if (!thread.resolvedAt) return null;
  return (
    <section class="resolution stack stack-tight" aria-labelledby="resolved">
      <h2 id="resolved" class="item-title">
        <Mark kind="resolved" />
      </h2>
      {resolution && <Words post={resolution} locales={locales} />}
      <p class="small soft dots">
        {thread.resolvedBy && <span>{thread.resolvedBy.name}</span>}
        <span>
          <Time value={thread.resolvedAt} />
        </span>
        {resolution && (
          <span>
            <Link
              path={
                resolution.threadId === thread.id
                  ? postPath(thread.id, resolution.number)
                  : currentPath(resolution.id)
              }
            >
              {t('rooms:resolve.to_post')}
            </Link>
          </span>
        )}
        {thread.can.reply && <span>{t('rooms:resolve.still_open')}</span>}
      </p>
    </section>
  );
}

function Words({ post, locales }: { post: PostView; locales: Sitting['locales'] }) {
  const { t } = useLanguage();
  const translation = shownTranslation(post, locales);
  const words = (
    <>
      <Prose lang={translation?.locale ?? post.locale} html={translation?.html ?? post.html} />
      {translation && (
        <p class="row row-center small soft">
          <TextState state={translation.status} originalLocale={post.locale} />
          {translation.by && <span>{translation.by}</span>}
        </p>
      )}
    </>
  );
  if (post.body.length <= LONG) return words;
  return (
    <details>
      <summary>{t('rooms:resolve.read')}</summary>
      {words}
    </details>
  );
}
