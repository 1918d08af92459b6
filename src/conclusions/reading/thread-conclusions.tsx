import type { RoomView } from '../../rooms/room.schema';
import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import { roomConclusionsPath } from '../conclusion-paths';
import { ConclusionRow } from './conclusion-row';
import type { ConclusionSummary } from './conclusion.schema';

/** Quietly above the log: what this thread has led to, and what is under way. */
export function ThreadConclusions({
  conclusions,
  room,
}: {
  conclusions: ConclusionSummary[];
  room: RoomView;
}) {
  const { t } = useLanguage();
  const own = conclusions.some((conclusion) => conclusion.room.id === room.id);
  return (
    <section aria-labelledby="conclusions">
      <SectionHead id="conclusions" title={t('conclusions:list.title')} flush>
        {own && (
          <Link path={roomConclusionsPath(room.slug)} class="small">
            {t('conclusions:list.all')}
          </Link>
        )}
      </SectionHead>
      <ul class="list">
        {conclusions.map((conclusion) => (
          <ConclusionRow of={conclusion} elsewhere={conclusion.room.id !== room.id} />
        ))}
      </ul>
    </section>
  );
}
