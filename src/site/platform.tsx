import type { PartnershipSummary } from '../partnerships/partnership.schema';
import { Balance } from '../platforms/balance';
import { PlatformOpening } from '../platforms/platform-opening';
import { PlatformTabs } from '../platforms/platform-tabs';
import type { PlatformView } from '../platforms/platform.schema';

interface PlatformPageProps {
  platform: PlatformView;
  partnership: PartnershipSummary | undefined;
}

/** Body of /platforms/:slug. */
export function PlatformPage({ platform, partnership }: PlatformPageProps) {
  return (
    <div class="page">
      <PlatformOpening platform={platform} {...(partnership && { partnership })} />
      <PlatformTabs platform={platform} current="overview" />
      <div class="section no-line">
        <Balance slug={platform.slug} balance={platform.balance} invites={platform.can.manage} />
      </div>
    </div>
  );
}
