import { useLanguage } from '../language';
import { Link } from './link';

interface PagesProps {
  /** From 1. */
  page: number;
  pages: number;
  /** Path of a page without the locale: `(page) => \`/rooms?page=\${page}\``. */
  path: (page: number) => string;
  label?: string;
}

/** Previous, numbers, next. Nothing when there is one page only. */
export function Pages({ page, pages, path, label }: PagesProps) {
  const { t } = useLanguage();
  if (pages <= 1) return null;
  return (
    <nav class="pages" aria-label={label ?? t('ui:pages.label')}>
      {page > 1 && (
        <Link path={path(page - 1)} rel="prev">
          {t('ui:pages.previous')}
        </Link>
      )}
      {numbersAround(page, pages).map((number) =>
        number === undefined ? (
          <span>…</span>
        ) : (
          <Link path={path(number)} current={number === page}>
            <span class="visually-hidden">{t('ui:pages.page')} </span>
            {number}
          </Link>
        ),
      )}
      {page < pages && (
        <Link path={path(page + 1)} rel="next">
          {t('ui:pages.next')}
        </Link>
      )}
    </nav>
  );
}

/** First, last and the neighbours; `undefined` where numbers are left out. */
function numbersAround(page: number, pages: number): (number | undefined)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const numbers = [...new Set(near)].sort((a, b) => a - b);
  return numbers.flatMap((number, place) => {
    const before = numbers[place - 1];
    if (before === undefined || number - before === 1) return [number];
    return number - before === 2 ? [number - 1, number] : [undefined, number];
  });
}
