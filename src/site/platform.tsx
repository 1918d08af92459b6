import type { PartnershipSummary } from '../partnerships/partnership.schema';
import { Balance } from '../platforms/balance';
import { Founders } from '../platforms/founders';
import { PlatformOpening } from '../platforms/platform-opening';
import { PlatformTabs } from '../platforms/platform-tabs';
import type { PlatformView } from '../platforms/platform.schema';
import { useLanguage } from '../ui/language';

interface PlatformPageProps {
  platform: PlatformView;
  partnership: PartnershipSummary | undefined;
}

/** Body of /platforms/:slug. */
export function PlatformPage({ platform, partnership }: PlatformPageProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <PlatformOpening platform={platform} {...(partnership && { partnership })} />
      <PlatformTabs platform={platform} current="overview" />
      <div class="split section no-line">
        <Balance slug={platform.slug} balance={platform.balance} invites={platform.can.manage} />
        <aside class="stack" aria-labelledby="founders">
          <h2 id="founders">{t('platforms:members.founders')}</h2>
          <Founders platform={platform} />
        </aside>
      </div>
    </div>
  );
}
