import type { Key } from '../../core/i18n/keys';
import { useLanguage } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import type { DataAnswer, DataCountry, DataQuestion } from '../comparison-data';
import { flagsIn, unitIn } from './fact-words';
import { periodWords } from './period-words';
import { answerPath, countryPath, questionPath } from './reading-paths';
import { useSheet, Value } from './sheet-context';
import { NoteMarks, type SourceNotes } from './sources';

/** Characters of an answer in words that stands among others. */
const SHORT = 160;

interface FactTableProps {
  questions: DataQuestion[];
  countries: DataCountry[];
  notes: SourceNotes;
  title?: Key;
}

/** Question × country, with value, time and flags; where definitions differ, it says that nothing is ranked. */
export function FactTable({ questions, countries, notes, title }: FactTableProps) {
  const language = useLanguage();
  const { t } = language;
  const { figures } = useSheet();
  if (questions.length === 0) return null;
  const differing = questions.some(({ id }) => figures.definitionDiffers(id));
  return (
    <section class="section" aria-labelledby="facts">
      <SectionHead id="facts" title={t(title ?? 'comparisons:reading.figures')}>
        {differing && <span class="small soft">{t('comparisons:reading.do_not_rank')}</span>}
      </SectionHead>
      {isSparse(questions, countries, (question, code) => Boolean(figures.answer(question, code))) ? (
        <FactList questions={questions} countries={countries} notes={notes} />
      ) : (
        <FactMatrix questions={questions} countries={countries} notes={notes} />
      )}
    </section>
  );
}

/** Less than half is answered: a table of holes is nothing to read. */
function isSparse(
  questions: readonly DataQuestion[],
  countries: readonly DataCountry[],
  has: (question: string, country: string) => boolean,
): boolean {
  const told = questions.flatMap(({ id }) => countries.filter(({ code }) => has(id, code)));
  return told.length * 2 < questions.length * countries.length;
}

function FactMatrix({ questions, countries, notes }: FactTableProps) {
  const language = useLanguage();
  const { t } = language;
  const { place } = useSheet();
  return (
    <div class="scroll" role="group" aria-labelledby="facts" tabIndex={0}>
      <table class="data frozen">
        <thead>
          <tr>
            <th scope="col">{t('comparisons:field.question')}</th>
            {countries.map(({ code }) => (
              <th scope="col">
                <Link path={countryPath(place, code)} class="quiet-link">
                  {nameOf(language, code)}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {questions.map((question) => (
            <tr id={question.code.toLowerCase()}>
              <th scope="row">
                <QuestionName question={question} />
              </th>
              {countries.map(({ code }) => (
                <td>
                  <Fact question={question} country={code} notes={notes} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One line for each figure, country by country. */
function FactList({ questions, countries, notes }: FactTableProps) {
  const language = useLanguage();
  const { t } = language;
  const { place, figures } = useSheet();
  const rows = countries.flatMap(({ code }) =>
    questions.flatMap((question) =>
      figures.periods(question.id, code).map((answer) => ({ code, question, answer })),
    ),
  );
  return (
    <div class="scroll" role="group" aria-labelledby="facts" tabIndex={0}>
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{t('comparisons:reading.country')}</th>
            <th scope="col">{t('comparisons:reading.figure')}</th>
            <th scope="col" class="n">
              {t('comparisons:reading.value')}
            </th>
            <th scope="col">{t('comparisons:reading.time')}</th>
            <th scope="col">{t('comparisons:reading.flags')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, question, answer }) => (
            <tr id={`${code}-${question.code}${answer.period && `-${answer.period}`}`.toLowerCase()}>
              <th scope="row">
                <Link path={countryPath(place, code)} class="quiet-link">
                  {nameOf(language, code)}
                </Link>
              </th>
              <td>
                <QuestionName question={question} />
              </td>
              <td class="n">
                <ValueLink question={question} answer={answer} />
                <NoteMarks numbers={notes.of(answer)} />
              </td>
              <td>{periodWords(language, answer.period)}</td>
              <td>{flagsIn(t, answer.flags)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The name of a country; several together by what the Union calls itself. */
export const nameOf = (language: ReturnType<typeof useLanguage>, code: string): string =>
  code.length === 2
    ? language.country(code)
    : code.startsWith('EU')
      ? `${language.country('EU')} (${code})`
      : code;

function QuestionName({ question }: { question: DataQuestion }) {
  const { t } = useLanguage();
  const { place, say } = useSheet();
  const { text, locale } = say(question.question);
  return (
    <>
      <Link path={questionPath(place, question.code)} lang={locale} class="quiet-link">
        {text}
      </Link>
      {question.unit && question.unit !== 'NR' && (
        <small class="place soft">{unitIn(t, question.unit)}</small>
      )}
    </>
  );
}

function Fact({ question, country, notes }: { question: DataQuestion; country: string; notes: SourceNotes }) {
  const language = useLanguage();
  const { t } = language;
  const { figures } = useSheet();
  const answer = figures.answer(question.id, country);
  if (!answer)
    return (
      <span class="soft">
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">{t('comparisons:standing.missing')}</span>
      </span>
    );
  const facts = [periodWords(language, answer.period), flagsIn(t, answer.flags)].filter(Boolean);
  return (
    <>
      <ValueLink question={question} answer={answer} />
      <NoteMarks numbers={notes.of(answer)} />
      {facts.length > 0 && <small class="place soft">{facts.join(', ')}</small>}
    </>
  );
}

function ValueLink({ question, answer }: { question: DataQuestion; answer: DataAnswer }) {
  const { place, value, figures } = useSheet();
  const words = value(question, answer);
  const newest = figures.answer(question.id, answer.country) === answer;
  const path = answerPath(place, answer.country, question.code, newest ? undefined : answer.period);
  const [first] = words.parts;
  if (question.kind === 'text' && words.shown && first)
    return (
      <Link path={path} lang={first.lang} class="quiet-link">
        {shortened(first.text)}
      </Link>
    );
  return (
    <Link path={path} class={words.shown ? 'quiet-link' : 'quiet-link soft'}>
      <Value of={words} />
    </Link>
  );
}

/** Up to the end of a word. */
export const shortened = (text: string): string =>
  text.length <= SHORT ? text : `${text.slice(0, SHORT).replace(/\s+\S*$/, '')}…`;

/** The questions of a dimension that are read one by one. */
export function QuestionList({ questions }: { questions: DataQuestion[] }) {
  const { place, say } = useSheet();
  return (
    <ul class="question-list">
      {questions.map((question) => {
        const { text, locale } = say(question.question);
        return (
          <li>
            <span class="code num soft">{question.code}</span>{' '}
            <Link path={questionPath(place, question.code)}>
              <Content lang={locale}>{text}</Content>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
