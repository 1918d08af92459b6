import type { FundingNotice } from '../core/http/page';
import { useLanguage, useReading } from './language';
import { Funding } from './parts/funding';
import { Link } from './parts/link';
import { PATHS } from './paths';
import { Stencil } from './stencil';

export function SiteFoot({ funding }: { funding: FundingNotice[] }) {
  const { t } = useLanguage();
  return (
    <footer class="site-foot" aria-label={t('ui:foot.label')}>
      <div class="page">
        <Funding notices={funding} />
        <Stencil shape={['foot-links']} words={{}} draw={() => <FootLinks />} />
      </div>
    </footer>
  );
}

function FootLinks() {
  const { t } = useLanguage();
  const { development } = useReading();
  return (
    <ul class="foot-links">
      <li>
        <Link path={PATHS.accessibility}>{t('ui:foot.accessibility')}</Link>
      </li>
      <li>
        <Link path={PATHS.about}>{t('ui:foot.about')}</Link>
      </li>
      <li>
        <Link path={PATHS.privacy}>{t('ui:foot.privacy')}</Link>
      </li>
      <li>
        <Link path={PATHS.contact}>{t('ui:foot.contact')}</Link>
      </li>
      <li>
        <Link path={PATHS.interface}>{t('ui:foot.interface')}</Link>
      </li>
      {development && (
        <li>
          <Link path={PATHS.styleguide}>{t('ui:foot.styleguide')}</Link>
        </li>
      )}
    </ul>
  );
}
