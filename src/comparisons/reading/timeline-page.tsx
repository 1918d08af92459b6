import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import type { DataAnswer, DataQuestion } from '../comparison-data';
import { flagsIn } from './fact-words';
import { nameOf, shortened } from './fact-table';
import { periodWords, yearsOf } from './period-words';
import { answerPath, countryPath } from './reading-paths';
import { useSheet, Value } from './sheet-context';
import { SheetHead, SheetTabs } from './sheet-head';

interface Dated {
  question: DataQuestion;
  answer: DataAnswer;
  from: number;
  to: number;
}

/** What is known of which year: laws, strategies, funds, and numbers. */
export function TimelinePage() {
  const { t } = useLanguage();
  const { data, say } = useSheet();
  const title = say(data.title);
  const dated = datedIn(data.questions, data.answers);
  const years = [...new Set(dated.map(({ from }) => from))].sort((a, b) => b - a);
  return (
    <div class="page sheet">
      <SheetHead
        title={title.text}
        lang={title.locale}
        above={<span>{t('comparisons:reading.view.timeline')}</span>}
        sentences={
          years.length
            ? [
                t('comparisons:reading.timeline_counts', {
                  count: dated.length,
                  from: years.at(-1)!,
                  to: years[0]!,
                }),
              ]
            : [t('comparisons:reading.no_dates')]
        }
      >
        <SheetTabs current="timeline" />
      </SheetHead>
      {years.length > 0 && (
        <Axis dated={dated} from={years.at(-1)!} to={Math.max(...dated.map(({ to }) => to))} />
      )}
      {years.map((year) => (
        <section class="section" aria-labelledby={`y${year}`}>
          <h2 id={`y${year}`}>{year}</h2>
          <ul class="list list-close">
            {dated
              .filter(({ from }) => from === year)
              .map((each) => (
                <Entry dated={each} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function datedIn(questions: readonly DataQuestion[], answers: readonly DataAnswer[]): Dated[] {
  const asked = new Map(questions.map((question) => [question.id, question]));
  return answers.flatMap((answer) => {
    const question = asked.get(answer.question);
    if (!question || question.kind === 'statement' || answer.standing !== 'value') return [];
    const years = yearsOf(answer.period, null);
    return years ? [{ question, answer, ...years }] : [];
  });
}

/** A line of years for each country, with a mark where something is dated; the same follows in words. */
function Axis({ dated, from, to }: { dated: Dated[]; from: number; to: number }) {
  const language = useLanguage();
  const { t } = language;
  const { figures, place } = useSheet();
  const countries = [...figures.countries, ...figures.aggregates];
  const at = (year: number): string =>
    `${Math.round((3 + ((year - from) / Math.max(1, to - from)) * 94) * 10) / 10}%`;
  return (
    <table class="drawn timeline">
      <caption class="small soft">{t('comparisons:reading.timeline_caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('comparisons:reading.country')}</th>
          <th scope="col">{t('comparisons:reading.years')}</th>
          <th scope="col" class="drawing">
            {language.range(String(from), String(to))}
          </th>
        </tr>
      </thead>
      <tbody>
        {countries.map(({ code }) => {
          const own = dated.filter(({ answer }) => answer.country === code);
          const years = [...new Set(own.map((each) => each.from))].sort();
          return (
            <tr>
              <th scope="row">
                <Link path={countryPath(place, code)} class="quiet-link">
                  {nameOf(language, code)}
                </Link>
              </th>
              <td class="small soft">{years.length ? years.join(', ') : '–'}</td>
              <td class="drawing">
                <svg class="scale years" aria-hidden="true">
                  <line class="ground" x1={at(from)} x2={at(Math.max(to, from + 1))} y1="50%" y2="50%" />
                  {own
                    .filter((each) => each.to > each.from)
                    .map((each) => (
                      <line class="half" x1={at(each.from)} x2={at(each.to)} y1="50%" y2="50%" />
                    ))}
                  {years.map((year) => (
                    <circle cx={at(year)} cy="50%" r="4.5" />
                  ))}
                </svg>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Entry({ dated: { question, answer } }: { dated: Dated }) {
  const language = useLanguage();
  const { t } = language;
  const { place, say, value } = useSheet();
  const asked = say(question.question);
  const words = value(question, answer);
  const [first] = words.parts;
  return (
    <li>
      <span class="row">
        <b>{nameOf(language, answer.country)}</b>
        <Link
          path={answerPath(place, answer.country, question.code, answer.period)}
          lang={asked.locale}
          class="quiet-link"
        >
          {asked.text}
        </Link>
      </span>
      <span>
        {question.kind === 'text' && first ? (
          <span class="serif" lang={first.lang}>
            {shortened(first.text)}
          </span>
        ) : (
          <Value of={words} />
        )}{' '}
        <span class="small soft">
          {[periodWords(language, answer.period), flagsIn(t, answer.flags)].filter(Boolean).join(', ')}
        </span>
      </span>
    </li>
  );
}
