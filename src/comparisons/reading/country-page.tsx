import type { ComponentChildren } from 'preact';
import { PracticeRows } from '../../practices/listing/practice-rows';
import type { ListedPractice } from '../../practices/listing/listing.schema';
import { useLanguage } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Facts } from '../../ui/parts/facts';
import { Link } from '../../ui/parts/link';
import type { DataAnswer, DataCountry, DataDimension, DataQuestion, Words } from '../comparison-data';
import { flagsIn, scoreIn, stepIn, unitIn } from './fact-words';
import { nameOf, shortened } from './fact-table';
import { periodWords } from './period-words';
import { ProfileTable } from './profile-table';
import { answerPath, dimensionPath } from './reading-paths';
import { countrySentences } from './sentences';
import { Told, useSheet, Value } from './sheet-context';
import { SheetHead } from './sheet-head';
import { SourceList, SourceNotes } from './sources';

/** What stands in the box: more is a table of its own. */
const AT_A_GLANCE = 8;
/** Lines of one dimension. */
const LINES = 2;

interface CountryPageProps {
  country: DataCountry;
  practices: ListedPractice[];
  /** The way to its platform, by the address of the platform. */
  platform: { slug: string; name: string; lang: string } | null;
  recommendations: ComponentChildren;
  following: ComponentChildren;
}

/** One country on two pages. */
export function CountryPage({ country, practices, platform, recommendations, following }: CountryPageProps) {
  const language = useLanguage();
  const { t } = language;
  const sheet = useSheet();
  const { figures, data } = sheet;
  const answers = data.answers.filter((answer) => answer.country === country.code);
  return (
    <div class="page sheet printed-profile">
      <SheetHead
        title={nameOf(language, country.code)}
        above={<span>{t('comparisons:reading.country_profile')}</span>}
        sentences={countrySentences({ ...sheet, language }, country.code)}
      >
        <div class="row row-center">
          {platform && (
            <span class="small">
              {t('comparisons:reading.platform')}:{' '}
              <Link path={`/platforms/${platform.slug}`} lang={platform.lang}>
                {platform.name}
              </Link>
            </span>
          )}
          {following}
        </div>
      </SheetHead>
      <AtAGlance country={country} />
      {figures.scoredDimensions().length > 0 && (
        <section class="section" aria-labelledby="profile">
          <h2 id="profile">{t('comparisons:reading.profile')}</h2>
          <ProfileTable country={country.code} />
        </section>
      )}
      <Balance country={country} />
      <section class="section" aria-labelledby="dimensions">
        <h2 id="dimensions">{t('comparisons:text.dimensions')}</h2>
        <div class="profile-dimensions">
          {data.dimensions.map((dimension) => (
            <DimensionLines dimension={dimension} country={country.code} />
          ))}
        </div>
      </section>
      {practices.length > 0 && (
        <section class="section" aria-labelledby="practices">
          <h2 id="practices">{t('comparisons:reading.practices')}</h2>
          <PracticeRows items={practices} />
        </section>
      )}
      {recommendations}
      <SourceList notes={new SourceNotes(answers)} />
    </div>
  );
}

/** What it says first, and its numbers with their years and flags. */
function AtAGlance({ country }: { country: DataCountry }) {
  const language = useLanguage();
  const { t } = language;
  const { data, figures, place, say, value } = useSheet();
  const told = data.questions.flatMap((question) => {
    const answer = figures.answer(question.id, country.code);
    const counted = question.kind === 'number' || question.kind === 'category';
    return counted && answer?.standing === 'value' ? [{ question, answer }] : [];
  });
  if (!country.summary && told.length === 0) return null;
  return (
    <section class="section no-line flush-top" aria-labelledby="glance">
      <h2 id="glance">{t('comparisons:reading.glance')}</h2>
      <Told words={country.summary} class="lead" marked />
      <Facts
        facts={told.slice(0, AT_A_GLANCE).map(({ question, answer }) => ({
          label: say(question.question).text,
          value: (
            <>
              <Link path={answerPath(place, country.code, question.code)} class="quiet-link">
                <Value of={value(question, answer)} />
              </Link>{' '}
              <span class="small soft">{aboutValue(language, question, answer)}</span>
            </>
          ),
        }))}
      />
    </section>
  );
}

/** Unit, time and flags. */
export const aboutValue = (
  language: ReturnType<typeof useLanguage>,
  { unit }: Pick<DataQuestion, 'unit'>,
  { period, flags }: Pick<DataAnswer, 'period' | 'flags'>,
): string =>
  [
    unit && unit !== 'NR' && unit !== 'PC' ? unitIn(language.t, unit) : '',
    periodWords(language, period),
    flagsIn(language.t, flags),
  ]
    .filter(Boolean)
    .join(', ');

function Balance({ country: { strengths, gaps } }: { country: DataCountry }) {
  const { t } = useLanguage();
  if (!strengths && !gaps) return null;
  return (
    <section class="section split split-even" aria-label={t('comparisons:reading.balance')}>
      {strengths && (
        <div class="stack stack-tight">
          <h2>{t('comparisons:field.strengths')}</h2>
          <Told words={strengths} class="serif" marked />
        </div>
      )}
      {gaps && (
        <div class="stack stack-tight">
          <h2>{t('comparisons:field.gaps')}</h2>
          <Told words={gaps} class="serif" marked />
        </div>
      )}
    </section>
  );
}

/** What a country says to a dimension, in two or three lines. */
function DimensionLines({ dimension, country }: { dimension: DataDimension; country: string }) {
  const language = useLanguage();
  const { t } = language;
  const { figures, place, say } = useSheet();
  const { mean, step } = figures.cell(country, dimension.id);
  const { text, locale } = say(dimension.title);
  const lines = linesOf(figures.questionsOf(dimension.id), (question) => figures.answer(question, country));
  return (
    <section aria-labelledby={dimension.code.toLowerCase()} class="stack stack-tight">
      <h3 id={dimension.code.toLowerCase()}>
        <span class="code num soft">{dimension.code}</span>{' '}
        <Link path={dimensionPath(place, dimension.code)} lang={locale} class="quiet-link">
          {text}
        </Link>
        {mean !== null && step !== null && (
          <span class="small soft">
            {' '}
            {scoreIn(language, mean)}, {stepIn(t, step)}
          </span>
        )}
      </h3>
      {lines.length === 0 && <p class="small soft">{t('comparisons:standing.missing')}</p>}
      {lines.map(({ question, answer }) => (
        <p class="serif">
          {answer.text ? (
            <Shortened words={answer.text} />
          ) : (
            <InFigures question={question} answer={answer} />
          )}{' '}
          <Link path={answerPath(place, country, question.code)} class="small">
            {question.code}
          </Link>
        </p>
      ))}
    </section>
  );
}

function Shortened({ words }: { words: Words }) {
  const { say } = useSheet();
  const { text, locale } = say(words);
  return <Content lang={locale}>{shortened(text)}</Content>;
}

function InFigures({ question, answer }: { question: DataQuestion; answer: DataAnswer }) {
  const language = useLanguage();
  const { say, value } = useSheet();
  const { text, locale } = say(question.question);
  const about = aboutValue(language, question, answer);
  return (
    <>
      <Content lang={locale}>{text}</Content> <Value of={value(question, answer)} />
      {about && ` (${about})`}
    </>
  );
}

/** Answers in words first, then what was said beside numbers and scores, then figures. */
function linesOf(questions: readonly DataQuestion[], answerTo: (id: string) => DataAnswer | undefined) {
  const told = questions.flatMap((question) => {
    const answer = answerTo(question.id);
    return answer ? [{ question, answer }] : [];
  });
  const weight = ({ question, answer }: (typeof told)[number]): number =>
    (answer.text ? 0 : 2) + (question.kind === 'text' ? 0 : 1);
  return told.sort((a, b) => weight(a) - weight(b)).slice(0, LINES);
}
