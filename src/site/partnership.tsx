import { ComparisonListRow } from '../comparisons/reading/comparison-list';
import type { ListedComparison } from '../comparisons/reading/comparison-list.service';
import { HandbookRow } from '../handbooks/reading/handbook-list';
import type { HandbookSummary } from '../handbooks/reading/reading.schema';
import { ownRulesPath } from '../moderation/moderation-paths';
import { PartnershipRecord } from '../partnerships/partnership-record';
import type { PartnershipView } from '../partnerships/partnership.schema';
import { PlatformRows } from '../platforms/platform-row';
import type { PlatformSummary } from '../platforms/platform.schema';
import type { RowOfRoom } from '../rooms/room-row';
import { useLanguage } from '../ui/language';
import { Link } from '../ui/parts/link';
import { SectionHead } from '../ui/parts/section-head';
import { PlaceRooms } from './place-rooms';

interface PartnershipPageProps {
  view: PartnershipView;
  platforms: PlatformSummary[];
  /** Rooms of the partnership as a whole; those of its platforms stand with them. */
  rooms: RowOfRoom[];
  handbooks: HandbookSummary[];
  comparisons: ListedComparison[];
}

/** Body of /partnerships/:slug: the record, and what lives in it. */
export function PartnershipPage({ view, platforms, rooms, handbooks, comparisons }: PartnershipPageProps) {
  const { t } = useLanguage();
  const newRoom = view.can.edit ? { newRoomPath: `/rooms/new?partnership=${view.id}` } : {};
  return (
    <PartnershipRecord view={view}>
      {platforms.length > 0 && (
        <section class="section" aria-labelledby="platforms">
          <SectionHead id="platforms" title={t('site:home.platforms')} />
          <PlatformRows platforms={platforms} />
        </section>
      )}
      {handbooks.length > 0 && (
        <section class="section" aria-labelledby="handbooks">
          <SectionHead id="handbooks" title={t('handbooks:reading.title')} />
          <ul class="list">
            {handbooks.map((handbook) => (
              <HandbookRow handbook={handbook} />
            ))}
          </ul>
        </section>
      )}
      {comparisons.length > 0 && (
        <section class="section" aria-labelledby="comparisons">
          <SectionHead id="comparisons" title={t('comparisons:list.title')} />
          <ul class="list">
            {comparisons.map((comparison) => (
              <ComparisonListRow comparison={comparison} />
            ))}
          </ul>
        </section>
      )}
      {(rooms.length > 0 || view.can.edit) && (
        <div class="section">
          <PlaceRooms rooms={rooms} {...newRoom} />
        </div>
      )}
      <p class="section small">
        <Link path={ownRulesPath(view.slug)}>{t('moderation:rules.title')}</Link>
      </p>
    </PartnershipRecord>
  );
}
