import { useLanguage } from './language';
import { ButtonLink } from './parts/button';
import { Link } from './parts/link';
import { TableDrawing, type TableSeat } from './parts/table-drawing';
import { PATHS } from './paths';

interface ErrorPageProps {
  status: number;
  title: string;
  detail?: string;
  /** What had been written in the form that was refused: shown, so that it can be copied and is not lost. */
  kept?: string[];
  /** The styleguide shows it inside another page. */
  heading?: 'h1' | 'h3';
}

/** The table with one seat empty: what you looked for is not here, but the others are. */
const SEATS: TableSeat[] = [
  ...Array.from({ length: 7 }, (): TableSeat => ({ kind: 'taken' })),
  { kind: 'free' },
];

/** Body of a page that could not be given: 401, 403, 404, 409, 429, 500, 503. */
export function ErrorPage({ status, title, detail, kept = [], heading: Heading = 'h1' }: ErrorPageProps) {
  const { t } = useLanguage();
  return (
    <div class={Heading === 'h1' ? 'page error-page' : 'error-page'}>
      <div class="title-block">
        <p class="small soft">{t('ui:error.number', { status })}</p>
        <Heading>{title}</Heading>
        {detail && <p class="lead">{detail}</p>}
        {kept.length > 0 && <Kept texts={kept} />}
        <WaysOn status={status} />
      </div>
      <TableDrawing seats={SEATS} middle={String(status)} under={t('ui:error.empty_seat')} />
    </div>
  );
}

function Kept({ texts }: { texts: string[] }) {
  const { t } = useLanguage();
  return (
    <section class="stack kept" aria-labelledby="kept">
      <h2 id="kept">{t('ui:error.kept')}</h2>
      {texts.map((text) => (
        <p class="merge-text">{text}</p>
      ))}
    </section>
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
