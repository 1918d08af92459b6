import type { Language } from '../../core/i18n/language';
import { useLanguage } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Link } from '../../ui/parts/link';
import type { DataAnswer, DataQuestion } from '../comparison-data';
import type { Spread } from '../group-result';
import { flagsIn, scoreIn } from './fact-words';
import { scoreOf } from './figures';
import { answerPath, questionPath } from './reading-paths';
import { ScaleDrawing } from './scale-drawing';
import { useSheet } from './sheet-context';

interface StatementTableProps {
  question: DataQuestion;
  /** On its own page, where its words stand above. */
  untitled?: boolean;
}

/** How countries score one statement, and how far their respondents lie apart. */
export function StatementTable({ question, untitled }: StatementTableProps) {
  const { place, say, figures } = useSheet();
  const { text, locale } = say(question.question);
  return (
    <div class="stack stack-tight" id={question.code.toLowerCase()}>
      {!untitled && (
        <h3>
          <span class="code num soft">{question.code}</span>{' '}
          <Link path={questionPath(place, question.code)} class="quiet-link">
            <Content lang={locale}>{text}</Content>
          </Link>
        </h3>
      )}
      <table class="drawn">
        <Heads />
        <tbody>
          {figures.countries.map(({ code }) => (
            <StatementRow question={question} country={code} answer={figures.answer(question.id, code)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heads() {
  const { t } = useLanguage();
  return (
    <thead>
      <tr>
        <th scope="col">{t('comparisons:reading.country')}</th>
        <th scope="col" class="n">
          {t('comparisons:reading.score')}
        </th>
        <th scope="col">{t('comparisons:reading.respondents')}</th>
        <th scope="col" class="drawing">
          <span class="visually-hidden">{t('comparisons:reading.drawing')}</span>
        </th>
      </tr>
    </thead>
  );
}

interface StatementRowProps {
  question: DataQuestion;
  country: string;
  answer: DataAnswer | undefined;
}

function StatementRow({ question, country, answer }: StatementRowProps) {
  const language = useLanguage();
  const { t } = language;
  const { place, value } = useSheet();
  const score = answer ? scoreOf(answer) : null;
  const spread = answer?.groupResult?.spread ?? null;
  return (
    <tr>
      <th scope="row">
        {answer ? (
          <Link path={answerPath(place, country, question.code)} class="quiet-link">
            {language.country(country)}
          </Link>
        ) : (
          language.country(country)
        )}
      </th>
      <td class="n" data-label={t('comparisons:reading.score')}>
        {score === null ? (
          <span class="small soft">{value(question, answer).parts[0]?.text}</span>
        ) : (
          <b>{scoreIn(language, score)}</b>
        )}
      </td>
      <td class="small soft" data-label={t('comparisons:reading.respondents')}>
        {[respondentsIn(language, score, spread), flagsIn(t, answer?.flags ?? [])].filter(Boolean).join(', ')}
      </td>
      <td class="drawing">
        <ScaleDrawing score={score} spread={spread} />
      </td>
    </tr>
  );
}

/** How many said so and how far apart, or that the platform alone did. */
function respondentsIn(language: Language, score: number | null, spread: Spread | null): string {
  if (score === null) return '';
  if (!spread) return language.t('comparisons:reading.by_platform');
  return language.t('comparisons:reading.spread', {
    respondents: spread.count,
    minimum: language.number(spread.minimum),
    maximum: language.number(spread.maximum),
  });
}
