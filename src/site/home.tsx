import { useLanguage } from '../ui/language';
import { Link } from '../ui/parts/link';
import { SectionHead } from '../ui/parts/section-head';
import { TitleBlock } from '../ui/parts/title-block';
import { PartnershipShelf } from '../partnerships/partnership-shelf';
import { PlatformRows } from '../platforms/platform-row';
import { AlsoGoingOn, FirstConversation } from './home-conversations';
import type { HomeView } from './home.service';

export function HomePage({ view }: { view: HomeView }) {
  const { t } = useLanguage();
  const [first, ...others] = view.conversations;
  return (
    <>
      <div class="page">
        <div class="split opening">
          <div class="stack">
            <TitleBlock title={t('site:home.title')} lead={t('site:home.lead')} />
            {first ? <FirstConversation conversation={first} /> : <p class="soft">{t('site:home.quiet')}</p>}
          </div>
          {first && <AlsoGoingOn first={first} others={others} speakers={view.speakers} />}
        </div>
      </div>
      {view.platforms.length > 0 && (
        <section class="page section" aria-labelledby="platforms">
          <SectionHead id="platforms" title={t('site:home.platforms')}>
            <Link path="/platforms">{t('site:home.all_platforms')}</Link>
          </SectionHead>
          <PlatformRows platforms={view.platforms} />
        </section>
      )}
      {view.partnerships.length > 0 && (
        <section class="page section" aria-labelledby="partnerships">
          <SectionHead id="partnerships" title={t('site:home.partnerships')}>
            <Link path="/partnerships">{t('site:home.all_partnerships')}</Link>
          </SectionHead>
          <PartnershipShelf partnerships={view.partnerships} />
          <p class="shelf-foot">
            <Link path="/organisations">
              {t('site:home.organisations', { count: view.organisationCount })}
            </Link>
          </p>
        </section>
      )}
    </>
  );
}
