import { useLanguage } from '../language';
import { PATHS } from '../paths';
import { Link } from './link';

/** A table with four people round it, and the name. */
export function Wordmark() {
  const { t } = useLanguage();
  return (
    <Link path={PATHS.home} class="wordmark">
      <svg viewBox="0 0 34 34" aria-hidden="true">
        <circle cx="17" cy="17" r="7.2" fill="currentColor" />
        <g fill="none" stroke="currentColor" stroke-width="3.4" stroke-linecap="round">
          <path d="M9.2 6.2A13.3 13.3 0 0 1 20.7 4.2" />
          <path d="M28.5 10.4A13.3 13.3 0 0 1 30.1 19.3" />
          <path d="M26.4 26.4A13.3 13.3 0 0 1 13.6 29.8" />
          <path d="M5.0 22.8A13.3 13.3 0 0 1 3.7 16.5" />
        </g>
      </svg>
      {t('ui:hub')}
    </Link>
  );
}
