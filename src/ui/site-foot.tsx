import type { FundingNotice } from '../core/http/page';
import { useLanguage, useReading } from './language';
import { Funding } from './parts/funding';
import { Link } from './parts/link';
import { PATHS } from './paths';
import { Stencil } from './stencil';

/** Characters of an address that a report of wrong words takes. */
const LONGEST = 500;

export function SiteFoot({ funding }: { funding: FundingNotice[] }) {
  const { t } = useLanguage();
  const { path } = useReading();
  return (
    <footer class="site-foot" aria-label={t('ui:foot.label')}>
      <div class="page">
        <Funding notices={funding} />
        <Stencil
          shape={['foot-links', path === PATHS.wrongWords]}
          words={{ page: encodeURIComponent(path.slice(0, LONGEST)) }}
          draw={({ page }) => <FootLinks page={page} />}
        />
      </div>
    </footer>
  );
}

function FootLinks({ page }: { page: string }) {
  const { t } = useLanguage();
  const { development, path } = useReading();
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
        <Link path={PATHS.houseRules}>{t('ui:foot.house_rules')}</Link>
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
      {development && path !== PATHS.wrongWords && (
        <li>
          <Link path={`${PATHS.wrongWords}?page=${page}`}>{t('ui:foot.wrong_words')}</Link>
        </li>
      )}
    </ul>
  );
}
