import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import { editPath } from '../form/case-paths';
import { practicePath } from '../practice-paths';
import { words } from '../practice-words';
import type { EligibleReviewer } from '../reviews/reviewers.service';
import { CaseActs } from './case-acts';
import { CHECKS } from './check';
import type { RefusedAct } from './case-frame';
import { ReviewList, VerdictTable } from './case-reviews';
import type { StandingView } from './standing.schema';
import { WhereItStands } from './where-it-stands';

interface CasePageProps {
  of: StandingView;
  eligible: EligibleReviewer[];
  refused?: RefusedAct;
}

/** Where a case stands, what its reader can do now, and how it came so. */
export function CasePage({ of, eligible, refused }: CasePageProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <div class="title-block">
        <p class="small soft" lang={of.locale}>
          <Link path={practicePath(of.slug)}>{of.title}</Link>
        </p>
        <div class="row row-center apart">
          <h1>{t('practices:case.title')}</h1>
          {of.can.edit && <ButtonLink path={editPath(of.slug)}>{t('practices:case.write')}</ButtonLink>}
        </div>
      </div>
      <div class="practice-form">
        <nav aria-label={t('practices:case.way')}>
          <WhereItStands of={of} />
        </nav>
        <div class="stack stack-wide">
          <CaseActs of={of} eligible={eligible} {...(refused && { refused })} />
          {of.verdict && <VerdictTable of={of.verdict} />}
          {of.reviews.length > 0 && <ReviewList of={of} />}
          <Moves of={of} />
        </div>
      </div>
    </div>
  );
}

function Moves({ of }: { of: StandingView }) {
  const language = useLanguage();
  const { t } = language;
  if (of.moves.length === 0) return null;
  return (
    <section aria-labelledby="moves">
      <SectionHead id="moves" title={t('practices:case.moves')} />
      <ol class="list">
        {of.moves.map(({ to, at, by, reason, locale, checks }) => (
          <li class="list-row">
            <p>
              <b>{t(words.state(to))}</b>
            </p>
            {checks && CHECKS.some((check) => !checks[check]) && (
              <p class="small">
                {t('practices:check.not_in_order', {
                  checks: language.list(
                    CHECKS.filter((check) => !checks[check]).map((check) => t(`practices:check.${check}`)),
                  ),
                })}
              </p>
            )}
            {reason && (
              <p class="said" lang={locale ?? undefined}>
                {reason}
              </p>
            )}
            <p class="small soft dots">
              <span>{language.dateTime(at)}</span>
              {by && <span>{by}</span>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
