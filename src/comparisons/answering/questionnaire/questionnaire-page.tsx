import { useLanguage } from '../../../ui/language';
import { ShakenMark } from '../../../evidence/reading/evidence-mark';
import { ButtonLink } from '../../../ui/parts/button';
import { Link } from '../../../ui/parts/link';
import { Tag } from '../../../ui/parts/marks';
import { SectionHead } from '../../../ui/parts/section-head';
import { TitleBlock } from '../../../ui/parts/title-block';
import { boardPath, discussionsPath, importPath } from '../../structure/comparison-paths';
import { answerPath, beginPath } from '../answer-paths';
import { profileEditPath } from '../../editorial/editorial-paths';
import { placeName } from '../answering-frame.service';
import type { AskedView } from '../work/answer-view.schema';
import { valueWords } from '../work/value-words';
import type { GivenAnswer, QuestionnaireView } from './questionnaire.schema';

type Row = QuestionnaireView['questions'][number];

/** The first question that nobody has answered, after a place in the order. */
export function nextUnanswered({ questions }: QuestionnaireView, after?: string): AskedView | undefined {
  const place = questions.findIndex(({ question }) => question.id === after) + 1;
  const inTurn = [...questions.slice(place), ...questions.slice(0, place)];
  return inTurn.find(({ answers }) => answers.length === 0)?.question;
}

/** All that a country is asked: what it has answered, and straight on to the next. */
export function QuestionnairePage({ of }: { of: QuestionnaireView }) {
  const language = useLanguage();
  const { t } = language;
  const { comparison, country, platform, questions, answered, may } = of;
  const next = may ? nextUnanswered(of) : undefined;
  return (
    <div class="page">
      <TitleBlock
        title={placeName(language, country)}
        above={<span lang={comparison.title.locale}>{comparison.title.text}</span>}
        lead={t('comparisons:work.lead')}
      >
        <p class="dots">
          <span>{t('comparisons:work.answered', { answered, count: questions.length })}</span>
          {platform && (
            <Link path={`/platforms/${platform.slug}`} lang={platform.locale}>
              {platform.name}
            </Link>
          )}
          {platform && (
            <Link path={discussionsPath(comparison.slug, country)}>{t('comparisons:discuss.title')}</Link>
          )}
          <Link path={boardPath(comparison.slug)}>{t('comparisons:board.title')}</Link>
        </p>
        {may && (
          <p class="row">
            {next && (
              <ButtonLink kind="main" path={beginPath(comparison.slug, country, next.code)}>
                {t('comparisons:work.next')}
              </ButtonLink>
            )}
            <ButtonLink path={profileEditPath(comparison.slug, country)}>
              {t('comparisons:editorial.profile')}
            </ButtonLink>
            <ButtonLink path={importPath(comparison.slug, country)}>
              {t('comparisons:import.title')}
            </ButtonLink>
          </p>
        )}
      </TitleBlock>
      {byDimension(questions).map((rows) => (
        <DimensionRows of={of} rows={rows} />
      ))}
    </div>
  );
}

function byDimension(questions: Row[]): Row[][] {
  const found = new Map<string, Row[]>();
  for (const row of questions) {
    const { code } = row.question.dimension;
    found.set(code, [...(found.get(code) ?? []), row]);
  }
  return [...found.values()];
}

function DimensionRows({ of, rows }: { of: QuestionnaireView; rows: Row[] }) {
  const { t } = useLanguage();
  const { code, title } = rows[0]!.question.dimension;
  const id = code.toLowerCase();
  return (
    <div class="stack">
      <SectionHead id={id} title={`${code} ${title.text}`} lang={title.locale} />
      <div class="scroll" tabIndex={0} role="group" aria-labelledby={id}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t('comparisons:field.question')}</th>
              <th scope="col">{t('comparisons:work.answer')}</th>
              <th scope="col">{t('comparisons:work.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <QuestionRow of={of} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function QuestionRow({ of, row: { question, answers } }: { of: QuestionnaireView; row: Row }) {
  const { t } = useLanguage();
  const begin = beginPath(of.comparison.slug, of.country, question.code);
  const head = (
    <th scope="row" rowSpan={Math.max(1, answers.length)}>
      <span class="small soft">{question.code}</span>{' '}
      <span class="said" lang={question.question.locale}>
        {question.question.text}
      </span>
    </th>
  );
  if (answers.length === 0)
    return (
      <tr>
        {head}
        <td>{of.may ? <Link path={begin}>{t('comparisons:work.begin')}</Link> : '–'}</td>
        <td class="soft">{t('comparisons:standing.missing')}</td>
      </tr>
    );
  return (
    <>
      {answers.map((answer, place) => (
        <tr>
          {place === 0 && head}
          <td>
            <Given answer={answer} question={question} />
            {of.may && place === answers.length - 1 && answer.period !== '' && (
              <p class="small">
                <Link path={begin}>{t('comparisons:work.another_period')}</Link>
              </p>
            )}
          </td>
          <td>
            <Tag>{t(`comparisons:state.${answer.state}`)}</Tag>{' '}
            <ShakenMark standing={answer.evidenceStanding} />
          </td>
        </tr>
      ))}
    </>
  );
}

/** Words are long: their beginning tells which they are. */
const BEGINNING = 120;

function Given({ answer, question }: { answer: GivenAnswer; question: AskedView }) {
  const language = useLanguage();
  const { t } = language;
  const { id, text, locale, period } = answer;
  const value = valueWords(language, answer, question);
  const words = text && text.length > BEGINNING ? `${text.slice(0, BEGINNING).trimEnd()}…` : text;
  return (
    <>
      <p>
        <Link path={answerPath(id)}>{value ?? t('comparisons:work.open')}</Link>
        {period && <span class="small soft"> {period}</span>}
      </p>
      {words && (
        <p class="small serif" lang={locale}>
          {words}
        </p>
      )}
    </>
  );
}
