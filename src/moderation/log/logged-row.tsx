import { usePaceWords } from '../../rooms/keeping/pace';
import { threadPath } from '../../rooms/room-paths';
import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { Time } from '../../ui/parts/time';
import { GroundWords } from '../decisions/decision-words';
import { casePath } from '../moderation-paths';
import type { LoggedDecision } from './log.schema';

/** One line of the log: what, why, where, whom it concerns and who decided. */
export function Logged({ decision }: { decision: LoggedDecision }) {
  const { t } = useLanguage();
  const { id, outcome, measure, ground, reason } = decision;
  const detail = useDetail(decision);
  return (
    <li class="stack stack-tight" id={`decision-${id}`}>
      <p class="item-title">
        {t(outcome ? `moderation:review.${outcome}` : `moderation:measure.${measure}`)}
      </p>
      {ground && (
        <p class="small">
          <GroundWords ground={ground} />
        </p>
      )}
      {detail && <p class="small">{detail}</p>}
      {reason && (
        <p class="merge-text" lang={reason.locale}>
          {reason.text}
        </p>
      )}
      <Circumstances decision={decision} />
    </li>
  );
}

/** How long, how often, how many. */
function useDetail({ measure, amount, until }: LoggedDecision): string | null {
  const language = useLanguage();
  const { t } = language;
  const pace = usePaceWords();
  if (measure === 'remove')
    return until
      ? t('moderation:log.until', { day: language.calendarDate(until) })
      : t('moderation:log.for_good');
  if (amount === null) return null;
  if (measure === 'slow') return pace(amount);
  return amount === 0 ? t('rooms:newcomers.off') : t('rooms:newcomers.first', { count: amount });
}

function Circumstances({ decision }: { decision: LoggedDecision }) {
  const { t } = useLanguage();
  const { case: matter, thread, room, about, decider, decidedAt } = decision;
  return (
    <p class="small soft dots">
      {matter && (
        <span>
          <Link path={casePath(matter.id)}>{t('moderation:case.name', { number: matter.number })}</Link>
        </span>
      )}
      <span lang={room.locale}>{room.name}</span>
      {thread && (
        <span>
          <Link path={threadPath(thread.id)} lang={thread.locale}>
            {thread.title}
          </Link>
        </span>
      )}
      {about && <span>{t('moderation:log.about', { name: about.name })}</span>}
      {decider && <span>{t('moderation:log.decider', { name: decider.name })}</span>}
      <Time value={decidedAt} />
    </p>
  );
}
