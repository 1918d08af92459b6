import type { PartnershipSummary } from '../partnerships/partnership.schema';
import { Balance } from '../platforms/balance';
import { Founders } from '../platforms/founders';
import { PlatformOpening } from '../platforms/platform-opening';
import { PlatformTabs } from '../platforms/platform-tabs';
import type { PlatformView } from '../platforms/platform.schema';
import type { RowOfRoom } from '../rooms/room-row';
import { useLanguage } from '../ui/language';
import type { ConclusionSummary } from '../conclusions/reading/conclusion.schema';
import { PlaceConclusions } from './place-conclusions';
import { PlaceRooms } from './place-rooms';

interface PlatformPageProps {
  platform: PlatformView;
  partnership: PartnershipSummary | undefined;
  rooms: RowOfRoom[];
  conclusions: { newest: ConclusionSummary[]; count: number };
}

/** Body of /platforms/:slug. */
export function PlatformPage({ platform, partnership, rooms, conclusions }: PlatformPageProps) {
  const { t } = useLanguage();
  const newRoom = platform.can.manage ? { newRoomPath: `/rooms/new?platform=${platform.id}` } : {};
  return (
    <div class="page">
      <PlatformOpening platform={platform} {...(partnership && { partnership })} />
      <PlatformTabs platform={platform} current="overview" />
      <div class="split section no-line">
        <div class="stack stack-wide">
          <Balance slug={platform.slug} balance={platform.balance} invites={platform.can.manage} />
          <PlaceConclusions {...conclusions} />
          <PlaceRooms rooms={rooms} {...newRoom} />
        </div>
        <aside class="stack" aria-labelledby="founders">
          <h2 id="founders">{t('platforms:members.founders')}</h2>
          <Founders platform={platform} />
        </aside>
      </div>
    </div>
  );
}
