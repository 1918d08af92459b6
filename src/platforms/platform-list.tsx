import { useLanguage } from '../ui/language';
import { ButtonLink } from '../ui/parts/button';
import { EmptyState } from '../ui/parts/empty-state';
import { TitleBlock } from '../ui/parts/title-block';
import { PlatformRows } from './platform-row';
import type { PlatformSummary } from './platform.schema';

/** Body of /platforms. */
export function PlatformList({ platforms, founds }: { platforms: PlatformSummary[]; founds: boolean }) {
  const { t } = useLanguage();
  const found = founds && <ButtonLink path="/platforms/new">{t('platforms:new.button')}</ButtonLink>;
  return (
    <div class="page">
      <TitleBlock title={t('platforms:list.title')} lead={t('platforms:list.lead')}>
        {found && <p>{found}</p>}
      </TitleBlock>
      {platforms.length === 0 && <EmptyState title={t('platforms:list.none')} />}
      {platforms.length > 0 && (
        <div class="section stack">
          <p class="small soft">{t('platforms:list.key')}</p>
          <PlatformRows platforms={platforms} heading="h2" />
        </div>
      )}
    </div>
  );
}
