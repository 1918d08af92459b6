import { useLanguage } from '../ui/language';
import { ButtonLink } from '../ui/parts/button';
import { EmptyState } from '../ui/parts/empty-state';
import { TitleBlock } from '../ui/parts/title-block';
import { PlatformRow } from './platform-row';
import type { PlatformSummary } from './platform.schema';

/** Body of /platforms. */
export function PlatformList({ platforms, founds }: { platforms: PlatformSummary[]; founds: boolean }) {
  const language = useLanguage();
  const { t } = language;
  const sorted = language.sort(platforms, ({ country }) => language.country(country));
  const found = founds && <ButtonLink path="/platforms/new">{t('platforms:new.button')}</ButtonLink>;
  return (
    <div class="page">
      <TitleBlock title={t('platforms:list.title')} lead={t('platforms:list.lead')}>
        {found && <p>{found}</p>}
      </TitleBlock>
      {sorted.length === 0 && <EmptyState title={t('platforms:list.none')} />}
      {sorted.length > 0 && (
        <div class="section stack">
          <p class="small soft">{t('platforms:list.key')}</p>
          <ul class="list platforms">
            {sorted.map((platform) => (
              <PlatformRow platform={platform} heading="h2" />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
