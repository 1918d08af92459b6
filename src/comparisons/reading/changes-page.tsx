import { useLanguage } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Difference } from '../../ui/parts/difference';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import type { ComparisonData, DataAnswer, DataQuestion } from '../comparison-data';
import type { AnswerChange, Changes, QuestionChange } from './changes';
import { flagsIn } from './fact-words';
import { nameOf } from './fact-table';
import { periodWords } from './period-words';
import { answerPath, placePath, questionPath } from './reading-paths';
import { Told, useSheet, Value } from './sheet-context';
import { SheetHead, SheetTabs } from './sheet-head';

/** Changes shown at most; of more, their number is told. */
const MOST = 200;

interface ChangesPageProps {
  /** The version before; null for the first one. */
  before: ComparisonData | null;
  changes: Changes;
}

/** What one version says otherwise than the one before it. */
export function ChangesPage({ before, changes }: ChangesPageProps) {
  const { t } = useLanguage();
  const { data, say, place } = useSheet();
  const title = say(data.title);
  const { questions, answers } = changes;
  const counts = (['added', 'changed', 'withdrawn'] as const).flatMap((kind) => {
    const count = answers.filter((each) => each.kind === kind).length;
    return count ? [t(`comparisons:reading.change.answers_${kind}`, { count })] : [];
  });
  return (
    <div class="page sheet">
      <SheetHead
        title={title.text}
        lang={title.locale}
        above={<span>{t('comparisons:reading.view.changes')}</span>}
        sentences={[
          ...(before ? counts : [t('comparisons:reading.change.first')]),
          ...(before && counts.length + questions.length === 0 ? [t('comparisons:reading.change.none')] : []),
        ]}
      >
        {before && (
          <p class="small">
            <Link path={placePath({ ...place, which: before.version })}>
              {t('comparisons:reading.change.since', { version: before.version })}
            </Link>
          </p>
        )}
        {data.note && (
          <Content as="p" lang={data.note.locale}>
            {data.note.text}
          </Content>
        )}
        <SheetTabs current="changes" />
      </SheetHead>
      <QuestionChanges changes={questions} />
      {answers.length > 0 && (
        <section class="section no-line flush-top" aria-labelledby="answers">
          <h2 id="answers">{t('comparisons:text.answers')}</h2>
          <ul class="list">
            {answers.slice(0, MOST).map((change) => (
              <AnswerChangeRow change={change} before={before!} />
            ))}
          </ul>
          {answers.length > MOST && (
            <p class="soft">{t('comparisons:reading.change.more', { count: answers.length - MOST })}</p>
          )}
        </section>
      )}
    </div>
  );
}

function QuestionChanges({ changes }: { changes: QuestionChange[] }) {
  const { t } = useLanguage();
  if (changes.length === 0) return null;
  return (
    <section class="section no-line flush-top" aria-labelledby="questions">
      <h2 id="questions">{t('comparisons:text.questions')}</h2>
      <ul class="list">
        {changes.map(({ kind, before, after }) => {
          const { code, question } = (after ?? before)!;
          return (
            <li>
              <p class="row row-center">
                <span class="num">{code}</span> <Tag>{t(`comparisons:reading.change.kind.${kind}`)}</Tag>
              </p>
              {before && after ? (
                <p lang={question.locale}>
                  <Difference from={before.question.text} to={after.question.text} />
                </p>
              ) : (
                <Told words={question} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Old and new, side by side. */
function AnswerChangeRow({ change, before: older }: { change: AnswerChange; before: ComparisonData }) {
  const language = useLanguage();
  const { t } = language;
  const { place, say } = useSheet();
  const { kind, question, country, period, before, after } = change;
  const asked = say(question.question);
  const there = after ? place : { ...place, which: older.version };
  return (
    <li id={`${country}-${question.code}${period && `-${period}`}`.toLowerCase()}>
      <p class="row row-center">
        <b>
          <Link path={answerPath(there, country, question.code, period)} class="quiet-link">
            {nameOf(language, country)}
          </Link>
        </b>
        <Link path={questionPath(there, question.code)} lang={asked.locale} class="quiet-link">
          {asked.text}
        </Link>
        {period && <span class="small soft">{periodWords(language, period)}</span>}
        <Tag>{t(`comparisons:reading.change.kind.${kind}`)}</Tag>
      </p>
      <div class="side-by-side">
        <Side label={t('comparisons:reading.change.before')} question={question} answer={before} />
        <Side label={t('comparisons:reading.change.after')} question={question} answer={after} />
      </div>
      <WordChange before={before} after={after} />
    </li>
  );
}

function Side({
  label,
  question,
  answer,
}: {
  label: string;
  question: DataQuestion;
  answer: DataAnswer | null;
}) {
  const { t } = useLanguage();
  const { value } = useSheet();
  return (
    <div>
      <p class="small soft">{label}</p>
      <p>
        {question.kind === 'text' && answer?.standing === 'value' ? (
          t('comparisons:kind.text')
        ) : (
          <Value of={value(question, answer ?? undefined)} />
        )}
        {answer && answer.flags.length > 0 && <span class="small soft"> {flagsIn(t, answer.flags)}</span>}
      </p>
    </div>
  );
}

/** Word by word, where both were said in the same language. */
function WordChange({ before, after }: { before: DataAnswer | null; after: DataAnswer | null }) {
  const [old, young] = [before?.text ?? null, after?.text ?? null];
  if (!old || !young) return <Told words={young ?? old} class="serif" />;
  if (old.locale !== young.locale) return <Told words={young} class="serif" />;
  if (old.text === young.text) return null;
  return (
    <p class="serif" lang={young.locale}>
      <Difference from={old.text} to={young.text} />
    </p>
  );
}
