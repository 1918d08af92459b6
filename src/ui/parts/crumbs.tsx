import type { Crumb } from '../../core/http/page';
import { useLanguage } from '../language';
import { Link } from './link';

/** You are here; the page itself is not listed. */
export function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useLanguage();
  if (crumbs.length === 0) return null;
  return (
    <nav class="crumbs page" aria-label={t('ui:nav.here')}>
      <ol class="row-crumbs">
        {crumbs.map(({ label, path, lang }) => (
          <li>
            <Link path={path} lang={lang}>
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
