import type { Cited } from '../../core/documents/cited';
import type { EvidenceView } from '../../evidence/evidence.schema';
import { EvidenceList } from '../../evidence/reading/evidence-list';
import { ShakenNotice } from '../../evidence/reading/evidence-mark';
import type { EvidenceStanding } from '../../evidence/relation';
import { useLanguage } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Facts } from '../../ui/parts/facts';
import { Link } from '../../ui/parts/link';
import type { DataAnswer, DataQuestion } from '../comparison-data';
import { AnswerHistory, type EarlierAnswer } from './answer-history';
import { Citation } from './citation';
import { confidenceIn, flagsIn, unitIn } from './fact-words';
import { aboutValue } from './country-page';
import { nameOf } from './fact-table';
import { GroupSpread } from './group-spread';
import { periodWords } from './period-words';
import { answerPath, countryPath, questionPath } from './reading-paths';
import { SideBySide } from './question-page';
import { shownCounts } from './shown-counts';
import { Marks, useSheet, Value } from './sheet-context';
import { SheetHead } from './sheet-head';
import { SourceLine } from './sources';
import { countWords } from './value-words';

export interface AnswerPageProps {
  question: DataQuestion;
  answer: DataAnswer;
  platform: { slug: string; name: string; lang: string } | null;
  /** Names of stakeholder groups by their slug. */
  groups: ReadonlyMap<string, { text: string; locale: string }>;
  /** What it rests on, as that stands now. */
  grounds: readonly EvidenceView[];
  /** The worst that has happened to any of it, however far away. */
  standing: EvidenceStanding;
  history: readonly EarlierAnswer[];
  /** Null for the work under way: it is not to be cited. */
  cited: Cited | null;
}

/** One cell: what it says, how sure that is, who says so, and what it rests on. */
export function AnswerPage(props: AnswerPageProps) {
  const { question, answer, platform, groups, grounds, standing, history, cited } = props;
  const language = useLanguage();
  const { t } = language;
  const { place, say } = useSheet();
  const title = say(question.question);
  return (
    <div class="page sheet">
      <SheetHead
        title={title.text}
        lang={title.locale}
        above={
          <>
            <Link path={countryPath(place, answer.country)}>{nameOf(language, answer.country)}</Link>
            <Link path={questionPath(place, question.code)} class="num">
              {question.code}
            </Link>
          </>
        }
        sentences={[]}
      >
        <p class="lead">
          <FirstSentence question={question} answer={answer} />
        </p>
        <Marks words={question.question} said={title} />
      </SheetHead>
      <ShakenNotice standing={standing} statement={{ kind: 'answer', id: answer.id }} />
      <div class="split">
        <div class="stack stack-wide">
          <SideBySide answer={answer} />
          <GroupSpread answer={answer} groups={groups} />
          <Grounds answer={answer} grounds={grounds} />
          <AnswerHistory history={history} question={question} />
        </div>
        <aside class="aside stack stack-wide" aria-label={t('comparisons:reading.about_answer')}>
          <AnswerFacts question={question} answer={answer} platform={platform} />
          <Periods question={question} answer={answer} />
          {cited && <Citation cited={cited} path={answerPath(place, answer.country, question.code)} />}
        </aside>
      </div>
    </div>
  );
}

/** The live ones, and the sources that this version named and the answer has dropped since. */
function Grounds({ answer, grounds }: Pick<AnswerPageProps, 'answer' | 'grounds'>) {
  const known = new Set(grounds.map(({ id }) => id));
  const dropped = answer.evidence.flatMap(({ id, source, standing }) =>
    source && !known.has(id) ? [{ source, dead: standing === 'dead' }] : [],
  );
  return (
    <>
      {(grounds.length > 0 || dropped.length === 0) && (
        <EvidenceList evidence={grounds} statement={{ kind: 'answer', id: answer.id }} />
      )}
      {dropped.length > 0 && (
        <ul class="list list-close small">
          {dropped.map((each) => (
            <li>
              <span>
                <SourceLine {...each} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** `Italia, 2022: 398 612` */
function FirstSentence({ question, answer }: Pick<AnswerPageProps, 'question' | 'answer'>) {
  const language = useLanguage();
  const { value } = useSheet();
  const words = value(question, answer);
  const about = aboutValue(language, question, answer);
  const name = nameOf(language, answer.country);
  if (question.kind === 'text' && words.shown) return <>{[name, about].filter(Boolean).join(', ')}</>;
  return (
    <>
      {name}: <Value of={words} />
      {about && ` (${about})`}.
    </>
  );
}

function AnswerFacts({
  question,
  answer,
  platform,
}: Pick<AnswerPageProps, 'question' | 'answer' | 'platform'>) {
  const language = useLanguage();
  const { t } = language;
  const { value } = useSheet();
  const { period, validOn, confidence, flags, version } = answer;
  return (
    <Facts
      stacked
      facts={[
        ...(question.kind === 'text'
          ? []
          : [{ label: t('comparisons:reading.value'), value: <Value of={value(question, answer)} /> }]),
        ...bySex(language, question, answer),
        { label: t('comparisons:reading.unit'), value: question.unit && unitIn(t, question.unit) },
        { label: t('comparisons:reading.time'), value: periodWords(language, period) },
        { label: t('comparisons:reading.valid_on'), value: validOn && language.calendarDate(validOn) },
        {
          label: t('comparisons:reading.confidence'),
          value: confidence && confidenceIn(t, confidence),
        },
        { label: t('comparisons:reading.flags'), value: flagsIn(t, flags) },
        {
          label: t('comparisons:reading.signed_by'),
          value: platform && <Link path={`/platforms/${platform.slug}`}>{platform.name}</Link>,
          ...(platform && { lang: platform.lang }),
        },
        {
          label: t('comparisons:reading.signed_version'),
          value: version > 0 && language.number(version),
        },
      ]}
    />
  );
}

function bySex(language: ReturnType<typeof useLanguage>, question: DataQuestion, answer: DataAnswer) {
  if (!question.bySex || answer.standing !== 'value') return [];
  const { women, men, notStated } = shownCounts(question, answer);
  const { t } = language;
  return [
    { label: t('comparisons:sex.F'), value: countWords(language, question, women) },
    { label: t('comparisons:sex.M'), value: countWords(language, question, men) },
    { label: t('comparisons:sex.O'), value: countWords(language, question, notStated) },
  ];
}

/** The same question at other times. */
function Periods({ question, answer }: Pick<AnswerPageProps, 'question' | 'answer'>) {
  const language = useLanguage();
  const { t } = language;
  const { figures, place, value } = useSheet();
  const others = figures.periods(question.id, answer.country).filter((each) => each !== answer);
  if (others.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="periods">
      <h2 id="periods" class="small soft">
        {t('comparisons:reading.other_periods')}
      </h2>
      <ul class="list list-close">
        {others.map((each) => (
          <li>
            <Link path={answerPath(place, each.country, question.code, each.period)}>
              {periodWords(language, each.period) || t('comparisons:reading.no_period')}
            </Link>
            <Content lang={language.locale}>
              <Value of={value(question, each)} />
            </Content>
          </li>
        ))}
      </ul>
    </section>
  );
}
