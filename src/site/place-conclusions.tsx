import { ConclusionRow } from '../conclusions/reading/conclusion-row';
import type { ConclusionSummary } from '../conclusions/reading/conclusion.schema';
import { useLanguage } from '../ui/language';
import { Link } from '../ui/parts/link';
import { SectionHead } from '../ui/parts/section-head';

/** What the rooms of a platform have agreed on: the newest, and the way to the others of their rooms. */
export function PlaceConclusions({ newest, count }: { newest: ConclusionSummary[]; count: number }) {
  const { t } = useLanguage();
  if (count === 0) return null;
  const rooms = [
    ...new Map(newest.filter(({ room }) => room.open).map(({ room }) => [room.id, room])).values(),
  ];
  return (
    <section aria-labelledby="conclusions">
      <SectionHead id="conclusions" title={t('site:place.conclusions')}>
        <span class="small soft">{t('site:place.conclusions_count', { count })}</span>
      </SectionHead>
      <ul class="list">
        {newest.map((conclusion) => (
          <ConclusionRow of={conclusion} />
        ))}
      </ul>
      <p class="small dots">
        {rooms.map(({ slug, name }) => (
          <Link path={`/rooms/${slug}/conclusions`}>
            {t('conclusions:list.all')}: <span lang={name.locale}>{name.text}</span>
          </Link>
        ))}
      </p>
    </section>
  );
}
