import { useLanguage } from './language';
import { ButtonLink } from './parts/button';
import { Link } from './parts/link';
import { TableDrawing, type TableSeat } from './parts/table-drawing';
import { PATHS } from './paths';

export interface ErrorPageProps {
  status: number;
  title: string;
  detail?: string;
}

/** The table with one seat empty: what you looked for is not here, but the others are. */
const SEATS: TableSeat[] = [
  ...Array.from({ length: 7 }, (): TableSeat => ({ kind: 'taken' })),
  { kind: 'free' },
];

/** Body of a page that could not be given: 401, 403, 404, 409, 429, 500, 503. */
export function ErrorPage({ status, title, detail }: ErrorPageProps) {
  const { t } = useLanguage();
  return (
    <div class="page error-page">
      <div class="title-block">
        <p class="small soft">{t('ui:error.number', { status })}</p>
        <h1>{title}</h1>
        {detail && <p class="lead">{detail}</p>}
        <WaysOn status={status} />
      </div>
      <TableDrawing seats={SEATS} middle={String(status)} under={t('ui:error.empty_seat')} />
    </div>
  );
}

function WaysOn({ status }: { status: number }) {
  const { t } = useLanguage();
  return (
    <nav class="stack" aria-label={t('ui:error.ways_on')}>
      <p class="row row-center">
        {status === 401 && (
          <ButtonLink path={PATHS.signIn} kind="main">
            {t('ui:nav.sign_in')}
          </ButtonLink>
        )}
        <ButtonLink path={PATHS.home} kind={status === 401 ? undefined : 'main'}>
          {t('ui:error.home')}
        </ButtonLink>
        <Link path={PATHS.rooms}>{t('ui:nav.rooms')}</Link>
        <Link path={PATHS.partnerships}>{t('ui:nav.partnerships')}</Link>
        <Link path={PATHS.platforms}>{t('ui:nav.platforms')}</Link>
      </p>
    </nav>
  );
}
