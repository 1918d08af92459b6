import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';

export const feedPath = (page: string): string => `${page}/feed.atom`;

/** For those who read news in a program of their own. */
export function FeedLink({ page }: { page: string }) {
  const { t } = useLanguage();
  return (
    <p class="small">
      <Link path={feedPath(page)} class="quiet-link">
        {t('rooms:feed.link')}
      </Link>
    </p>
  );
}
