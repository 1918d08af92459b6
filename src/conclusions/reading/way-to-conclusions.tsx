import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { roomConclusionsPath } from '../conclusion-paths';

/** Beside the threads of a room: how much it has concluded, and where that stands. */
export function WayToConclusions({ slug, count }: { slug: string; count: number }) {
  const { t } = useLanguage();
  return (
    <section class="stack stack-tight" aria-labelledby="room-conclusions">
      <h2 id="room-conclusions">{t('conclusions:list.title')}</h2>
      <p>
        <Link path={roomConclusionsPath(slug)}>
          {count > 0 ? t('conclusions:list.count', { count }) : t('conclusions:list.none')}
        </Link>
      </p>
    </section>
  );
}
