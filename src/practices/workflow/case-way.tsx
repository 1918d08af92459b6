import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { casePath, editPath } from '../form/case-paths';
import type { StandingView } from './standing.schema';
import { WhereItStands } from './where-it-stands';

/** Beside a case: where it stands until it is published, and the way to all of it. */
export function CaseWay({ of }: { of: StandingView }) {
  const { t } = useLanguage();
  return (
    <section class="stack stack-tight no-print" aria-labelledby="standing">
      <h2 id="standing" class="small soft">
        {t('practices:case.title')}
      </h2>
      {of.state !== 'published' && <WhereItStands of={of} />}
      <p>
        <Link path={casePath(of.slug)}>{t('practices:case.all')}</Link>
      </p>
      {of.can.edit && (
        <p>
          <Link path={editPath(of.slug)}>{t('practices:case.write')}</Link>
        </p>
      )}
    </section>
  );
}
