import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { LOG, QUEUE } from '../moderation-paths';

/** How many cases wait in a room. */
export function WayToQueue({ slug, count }: { slug: string; count: number }) {
  const { t } = useLanguage();
  return (
    <section class="stack stack-tight" aria-labelledby="room-moderation">
      <h2 id="room-moderation">{t('moderation:queue.title')}</h2>
      <p>
        <Link path={`${QUEUE}?room=${slug}`}>
          {count > 0 ? t('moderation:count.waiting', { count }) : t('moderation:queue.nothing')}
        </Link>
      </p>
      <p>
        <Link path={`${LOG}?room=${slug}`}>{t('moderation:log.of_room')}</Link>
      </p>
    </section>
  );
}
