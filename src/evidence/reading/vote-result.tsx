import { useLanguage } from '../../ui/language';
import { Bars } from '../../ui/parts/bars';
import { Link } from '../../ui/parts/link';
import { Time } from '../../ui/parts/time';
import type { VoteResult } from '../result-kind';

/** What came of a vote in what is cited: once it is closed, since it changes until then. */
export function VoteOutcome({ of: { path, question, closedAt, voters, answers } }: { of: VoteResult }) {
  const { t } = useLanguage();
  return (
    <div class="stack stack-tight evidence-vote">
      <p>
        {t('evidence:vote.title')}{' '}
        <Link path={path} lang={question.locale}>
          {question.text}
        </Link>
      </p>
      {answers && (
        <Bars
          caption={t('evidence:vote.result')}
          columns={[t('evidence:vote.answer'), t('evidence:vote.number'), t('evidence:vote.share')]}
          bars={answers.map(({ label, votes }) => ({ label: label.text, lang: label.locale, value: votes }))}
          full={Math.max(1, voters ?? 1)}
        />
      )}
      <p class="small soft dots">
        {closedAt === null && <span>{t('evidence:vote.open')}</span>}
        {voters !== null && <span>{t('evidence:vote.voters', { count: voters })}</span>}
        {closedAt !== null && !answers && <span>{t('evidence:vote.withheld')}</span>}
        {closedAt !== null && (
          <span>
            {t('evidence:vote.closed')} <Time value={closedAt} as="date" />
          </span>
        )}
      </p>
    </div>
  );
}
