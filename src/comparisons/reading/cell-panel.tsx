import { useLanguage } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Link } from '../../ui/parts/link';
import type { DataCountry, DataDimension } from '../comparison-data';
import { scoreOf } from './figures';
import { flagsIn, scoreIn, stepIn } from './fact-words';
import { answerPath, countryPath, dimensionPath } from './reading-paths';
import { ScaleDrawing } from './scale-drawing';
import { Marks, useSheet } from './sheet-context';

/** What stands behind one cell of the table: its statements one by one, and the ways on. */
export function CellPanel({ country, dimension }: { country: DataCountry; dimension: DataDimension }) {
  const language = useLanguage();
  const { t } = language;
  const { place, say, figures } = useSheet();
  const { mean, step, answered, asked, flags } = figures.cell(country.code, dimension.id);
  const title = say(dimension.title);
  const number = mean === null ? null : scoreIn(language, mean);
  return (
    <aside class="panel stack" id="panel" aria-labelledby="panel-title" tabIndex={-1}>
      <p class="small soft">
        {language.country(country.code)} · {dimension.code}
      </p>
      <h2 id="panel-title">
        <Content lang={title.locale}>{title.text}</Content>
        {number && `: ${number}`}
      </h2>
      <p class="serif">{step === null ? t('comparisons:reading.too_few_answers') : stepIn(t, step)}</p>
      <p class="small soft">
        {t('comparisons:reading.answered_of', { answered, asked })}
        {flags.length > 0 && <> · {flagsIn(t, flags)}</>}
      </p>
      <Statements country={country.code} dimension={dimension.id} />
      <p class="row small">
        <Link path={`${countryPath(place, country.code)}#${dimension.code.toLowerCase()}`}>
          {language.country(country.code)}
        </Link>
        <Link path={dimensionPath(place, dimension.code)} lang={title.locale}>
          {title.text}
        </Link>
      </p>
    </aside>
  );
}

function Statements({ country, dimension }: { country: string; dimension: string }) {
  const language = useLanguage();
  const { place, say, value, figures } = useSheet();
  const statements = figures.questionsOf(dimension).filter(({ kind }) => kind === 'statement');
  return (
    <ul class="list list-close">
      {statements.map((question) => {
        const answer = figures.answer(question.id, country);
        const asked = say(question.question);
        const told = answer?.text && say(answer.text);
        return (
          <li>
            <Link path={answerPath(place, country, question.code)} lang={asked.locale} class="quiet-link">
              {asked.text}
            </Link>
            {answer && scoreOf(answer) !== null ? (
              <span class="row row-center">
                <b class="num">{scoreIn(language, scoreOf(answer)!)}</b>
                <ScaleDrawing score={scoreOf(answer)} spread={answer.groupResult?.spread ?? null} />
              </span>
            ) : (
              <span class="small soft">{value(question, answer).parts[0]?.text}</span>
            )}
            {told && (
              <Content as="p" class="serif" lang={told.locale}>
                {told.text}
              </Content>
            )}
            {told && answer.text && <Marks words={answer.text} said={told} />}
          </li>
        );
      })}
    </ul>
  );
}
