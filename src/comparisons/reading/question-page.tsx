import { threadPath } from '../../rooms/room-paths';
import { useLanguage } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Facts } from '../../ui/parts/facts';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import type { DataAnswer, DataQuestion } from '../comparison-data';
import { ANCHORS } from '../comparison-facts';
import { confidenceIn, flagsIn, unitIn } from './fact-words';
import { nameOf } from './fact-table';
import { periodWords } from './period-words';
import { answerPath, countryPath, dimensionPath, questionPath } from './reading-paths';
import { questionSentences } from './sentences';
import { Marks, Told, useSheet, Value } from './sheet-context';
import { SheetHead } from './sheet-head';
import { NoteMarks, SourceList, SourceNotes } from './sources';
import type { QuestionThread } from './sheet-neighbours.service';
import { StatementTable } from './statement-table';

interface QuestionPageProps {
  question: DataQuestion;
  /** Countries in the order of their values, where they may be ranked. */
  byValue: boolean;
  /** Where platforms talk about it. */
  threads: readonly QuestionThread[];
}

/** One question with every country side by side: values, words, originals, flags and sources. */
export function QuestionPage({ question, byValue, threads }: QuestionPageProps) {
  const language = useLanguage();
  const { t } = language;
  const sheet = useSheet();
  const { figures, say, data, place } = sheet;
  const title = say(question.question);
  const dimension = data.dimensions.find(({ id }) => id === question.dimension)!;
  const answers = figures.answersTo(question.id);
  const shown = byValue && figures.mayRank(question) ? inOrder(answers) : answers;
  const notes = new SourceNotes(shown.flatMap((each) => [...figures.periods(question.id, each.country)]));
  const asked = say(dimension.title);
  return (
    <div class="page sheet">
      <SheetHead
        title={title.text}
        lang={title.locale}
        above={
          <>
            <span class="num">{question.code}</span>
            <Link path={dimensionPath(place, dimension.code)} lang={asked.locale}>
              {asked.text}
            </Link>
          </>
        }
        sentences={questionSentences({ ...sheet, language }, question)}
      >
        <Told words={question.help} />
        <Marks words={question.question} said={title} />
      </SheetHead>
      <Anchors question={question} />
      {question.kind === 'statement' && (
        <section class="section no-line flush-top" aria-label={t('comparisons:reading.statements')}>
          <StatementTable question={question} untitled />
          <p class="small soft">{t('comparisons:reading.spread_words')}</p>
        </section>
      )}
      <section class="section" aria-labelledby="answers">
        <SectionHead id="answers" title={t('comparisons:text.answers')}>
          {figures.mayRank(question) && (
            <Link
              path={
                byValue
                  ? questionPath(place, question.code)
                  : `${questionPath(place, question.code)}?sort=value`
              }
            >
              {t(byValue ? 'comparisons:reading.unsort' : 'comparisons:reading.by_value')}
            </Link>
          )}
        </SectionHead>
        <div class="answers">
          {shown.map((answer) => (
            <AnswerRow question={question} answer={answer} notes={notes} />
          ))}
          <Missing question={question} />
        </div>
      </section>
      <Discussions threads={threads} />
      <SourceList notes={notes} />
    </div>
  );
}

function Discussions({ threads }: Pick<QuestionPageProps, 'threads'>) {
  const language = useLanguage();
  if (threads.length === 0) return null;
  return (
    <section class="section no-print" aria-labelledby="discussions">
      <h2 id="discussions">{language.t('comparisons:reading.discussions')}</h2>
      <ul class="list list-close">
        {threads.map(({ id, country }) => (
          <li>
            <Link path={threadPath(id)}>{language.country(country)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The highest first; aggregates stay behind, they are no countries. */
function inOrder(answers: readonly DataAnswer[]): DataAnswer[] {
  const value = ({ number, score, country }: DataAnswer): number =>
    country.length > 2 ? -2 : Number(number ?? score ?? -1);
  return [...answers].sort((a, b) => value(b) - value(a));
}

/** What the scores mean, or what can be chosen. */
function Anchors({ question }: { question: DataQuestion }) {
  const { t } = useLanguage();
  const { say } = useSheet();
  const worded = ANCHORS.flatMap((score) => {
    const words = question.anchors[String(score)];
    return words ? [{ score, said: say(words) }] : [];
  });
  if (worded.length > 0)
    return (
      <section class="section no-line flush-top" aria-label={t('comparisons:reading.anchors')}>
        <Facts
          facts={worded.map(({ score, said }) => ({
            label: String(score),
            value: said.text,
            lang: said.locale,
          }))}
        />
      </section>
    );
  if (question.unit)
    return (
      <p class="small soft">
        {t('comparisons:reading.unit')}: {unitIn(t, question.unit)}
      </p>
    );
  return null;
}

interface AnswerRowProps {
  question: DataQuestion;
  answer: DataAnswer;
  notes: SourceNotes;
}

function AnswerRow({ question, answer, notes }: AnswerRowProps) {
  const language = useLanguage();
  const { t } = language;
  const { place, figures, value } = useSheet();
  const { country, period, flags, confidence } = answer;
  const earlier = figures.periods(question.id, country).slice(1);
  const facts = [
    periodWords(language, period),
    flagsIn(t, flags),
    confidence ? `${t('comparisons:reading.confidence')}: ${confidenceIn(t, confidence)}` : '',
  ].filter(Boolean);
  return (
    <article class="answer" id={country.toLowerCase()} aria-labelledby={`name-${country.toLowerCase()}`}>
      <div class="stack stack-tight">
        <h3 id={`name-${country.toLowerCase()}`}>
          <Link path={countryPath(place, country)} class="quiet-link">
            {nameOf(language, country)}
          </Link>
        </h3>
        {question.kind !== 'text' && (
          <p class="figure">
            <Link path={answerPath(place, country, question.code)} class="quiet-link">
              <Value of={value(question, answer)} />
            </Link>
            <NoteMarks numbers={notes.of(answer)} />
          </p>
        )}
        {facts.length > 0 && <p class="small soft">{facts.join(', ')}</p>}
        {earlier.length > 0 && (
          <ul class="small soft">
            {earlier.map((each) => (
              <li>
                <Link path={answerPath(place, country, question.code, each.period)} class="quiet-link">
                  {periodWords(language, each.period)}: <Value of={value(question, each)} />
                </Link>
                {each.flags.length > 0 && <> ({flagsIn(t, each.flags)})</>}
              </li>
            ))}
          </ul>
        )}
        <p class="small">
          <Link path={answerPath(place, country, question.code)}>{t('comparisons:reading.to_answer')}</Link>
        </p>
      </div>
      <SideBySide answer={answer} />
    </article>
  );
}

/** What was said, beside its translation where there is one: officials cite the original. */
export function SideBySide({ answer: { text, note } }: { answer: DataAnswer }) {
  const { t } = useLanguage();
  const { say } = useSheet();
  if (!text) return null;
  const said = say(text);
  const translated = said.locale !== text.locale;
  return (
    <div class={translated ? 'side-by-side' : 'side-by-side alone'}>
      <div class={said.state === 'machine' ? 'by-machine' : ''}>
        <Content as="p" class="serif" lang={said.locale}>
          {said.text}
        </Content>
        <Marks words={text} said={said} />
      </div>
      {translated && (
        <div>
          <p class="small soft">{t('ui:state.original')}</p>
          <Content as="p" class="serif" lang={text.locale}>
            {text.text}
          </Content>
        </div>
      )}
      <Told words={note} class="small soft" />
    </div>
  );
}

/** Countries that say nothing here, in one line. */
function Missing({ question }: { question: DataQuestion }) {
  const language = useLanguage();
  const { figures } = useSheet();
  const missing = figures.countries.filter(({ code }) => !figures.answer(question.id, code));
  if (missing.length === 0) return null;
  return (
    <p class="small soft">
      {language.t('comparisons:standing.missing')}:{' '}
      {missing.map(({ code }) => language.country(code)).join(', ')}
    </p>
  );
}
