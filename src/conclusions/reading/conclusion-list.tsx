import type { RoomView } from '../../rooms/room.schema';
import { roomPath } from '../../rooms/room-paths';
import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { EmptyState } from '../../ui/parts/empty-state';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import { TitleBlock } from '../../ui/parts/title-block';
import { roomConclusionsPath } from '../conclusion-paths';
import type { ConclusionSummary } from './conclusion.schema';
import { ConclusionRow } from './conclusion-row';

interface ConclusionListProps {
  room: RoomView;
  conclusions: ConclusionSummary[];
}

/** What a room has concluded: what stands first, then what is under way, then what was. */
export function ConclusionList({ room, conclusions }: ConclusionListProps) {
  const { t } = useLanguage();
  const of = (...states: ConclusionSummary['state'][]) =>
    conclusions.filter(({ state }) => states.includes(state));
  return (
    <div class="page">
      <TitleBlock
        title={t('conclusions:list.title')}
        above={
          <Link path={roomPath(room.slug)} lang={room.name.locale} class="quiet-link">
            {room.name.text}
          </Link>
        }
      >
        {room.can.keep && !room.archived && (
          <p>
            <ButtonLink path={roomConclusionsPath(room.slug, 'new')}>{t('conclusions:act.draft')}</ButtonLink>
          </p>
        )}
      </TitleBlock>
      {conclusions.length === 0 && (
        <EmptyState title={t('conclusions:list.none')}>{t('conclusions:list.none_words')}</EmptyState>
      )}
      <div class="stack stack-wide">
        <Part id="adopted" title={t('conclusions:list.adopted')} conclusions={of('adopted')} />
        <Part id="under-way" title={t('conclusions:list.under_way')} conclusions={of('positions', 'draft')} />
        <Part id="earlier" title={t('conclusions:list.earlier')} conclusions={of('replaced', 'withdrawn')} />
      </div>
    </div>
  );
}

function Part({ id, title, conclusions }: { id: string; title: string; conclusions: ConclusionSummary[] }) {
  if (conclusions.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={title} />
      <ul class="list">
        {conclusions.map((conclusion) => (
          <ConclusionRow of={conclusion} />
        ))}
      </ul>
    </section>
  );
}
