import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { Time } from '../../ui/parts/time';
import type { DataAnswer, DataQuestion } from '../comparison-data';
import { flagsIn } from './fact-words';
import { answerPath } from './reading-paths';
import { useSheet, Value } from './sheet-context';

/** An answer in one published version of its comparison. */
export interface EarlierAnswer {
  version: number;
  publishedAt: string;
  answer: DataAnswer;
}

/** What it said in each version that was published, the newest first. */
export function AnswerHistory({
  history,
  question,
}: {
  history: readonly EarlierAnswer[];
  question: DataQuestion;
}) {
  const { t } = useLanguage();
  const { place, value, data } = useSheet();
  if (history.length < 2) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('comparisons:reading.history')}</h2>
      <ul class="list list-close">
        {history.map(({ version, publishedAt, answer }) => (
          <li>
            <Link
              path={answerPath({ ...place, which: version }, answer.country, question.code, answer.period)}
              current={version === data.version ? 'true' : false}
            >
              {t('comparisons:reading.version', { version })}
            </Link>
            <span class="small soft">
              <Time value={publishedAt} as="date" />
            </span>
            {question.kind !== 'text' && (
              <span>
                <Value of={value(question, answer)} />
                {answer.flags.length > 0 && ` (${flagsIn(t, answer.flags)})`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
