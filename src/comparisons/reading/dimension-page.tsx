import type { ComponentChildren } from 'preact';
import type { ListedPractice } from '../../practices/listing/listing.schema';
import { PracticeRows } from '../../practices/listing/practice-rows';
import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import type { DataDimension } from '../comparison-data';
import { flagsIn, scoreIn, stepIn } from './fact-words';
import { FactTable } from './fact-table';
import { countryPath } from './reading-paths';
import { ScaleDrawing } from './scale-drawing';
import { dimensionSentences } from './sentences';
import { Marks, Told, useSheet } from './sheet-context';
import { SheetHead } from './sheet-head';
import { SourceList, SourceNotes } from './sources';
import { StatementTable } from './statement-table';

interface DimensionPageProps {
  dimension: DataDimension;
  practices: ListedPractice[];
  recommendations: ComponentChildren;
  following: ComponentChildren;
}

/** One dimension: what is alike, what differs and why, then every question with every country. */
export function DimensionPage({ dimension, practices, recommendations, following }: DimensionPageProps) {
  const language = useLanguage();
  const { t } = language;
  const sheet = useSheet();
  const { figures, say } = sheet;
  const title = say(dimension.title);
  const questions = figures.questionsOf(dimension.id);
  const statements = questions.filter(({ kind }) => kind === 'statement');
  const others = questions.filter(({ kind }) => kind !== 'statement');
  const countries = [...figures.countries, ...figures.aggregates];
  const notes = new SourceNotes(
    others.flatMap(({ id }) => countries.flatMap(({ code }) => [...figures.periods(id, code)])),
  );
  return (
    <div class="page sheet">
      <SheetHead
        title={title.text}
        lang={title.locale}
        above={
          <span>
            {t('comparisons:reading.dimension')} {dimension.code}
          </span>
        }
        sentences={dimensionSentences({ ...sheet, language }, dimension)}
      >
        <Told words={dimension.description} />
        <div class="row row-center">
          <Marks words={dimension.title} said={title} />
          {following}
        </div>
      </SheetHead>
      <Synthesis dimension={dimension} />
      {statements.length > 0 && <CountryNumbers dimension={dimension} />}
      {statements.length > 0 && (
        <section class="section" aria-labelledby="statements">
          <h2 id="statements">{t('comparisons:reading.statements')}</h2>
          <p class="small soft">{t('comparisons:reading.spread_words')}</p>
          <div class="stack stack-wide">
            {statements.map((question) => (
              <StatementTable question={question} />
            ))}
          </div>
        </section>
      )}
      <FactTable questions={others} countries={countries} notes={notes} title="comparisons:text.questions" />
      {practices.length > 0 && (
        <section class="section" aria-labelledby="practices">
          <h2 id="practices">{t('comparisons:reading.practices')}</h2>
          <PracticeRows items={practices} />
        </section>
      )}
      {recommendations}
      <SourceList notes={notes} />
    </div>
  );
}

/** What an analyst makes of it. */
function Synthesis({ dimension: { synthesis } }: { dimension: DataDimension }) {
  const { t } = useLanguage();
  if (!synthesis) return null;
  const parts = (['alike', 'different', 'reasons'] as const).filter((part) => synthesis[part]);
  if (parts.length === 0) return null;
  return (
    <section class="section thirds no-line flush-top" aria-label={t('comparisons:reading.synthesis')}>
      {parts.map((part) => (
        <div class="stack stack-tight">
          <h2>{t(`comparisons:field.${part}`)}</h2>
          <Told words={synthesis[part]} class="serif paragraphs" marked />
        </div>
      ))}
    </section>
  );
}

function CountryNumbers({ dimension }: { dimension: DataDimension }) {
  const language = useLanguage();
  const { t } = language;
  const { figures, place } = useSheet();
  const median = figures.median(dimension.id);
  return (
    <section class="section" aria-labelledby="numbers">
      <h2 id="numbers">{t('comparisons:reading.side_by_side')}</h2>
      <table class="drawn">
        <caption class="small soft">{t('comparisons:reading.grid_caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('comparisons:reading.country')}</th>
            <th scope="col" class="n">
              {t('comparisons:reading.value')}
            </th>
            <th scope="col">{t('comparisons:reading.answered')}</th>
            <th scope="col" class="drawing">
              <span class="visually-hidden">{t('comparisons:reading.drawing')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.countries.map(({ code }) => {
            const { mean, step, answered, asked, flags } = figures.cell(code, dimension.id);
            return (
              <tr id={code.toLowerCase()}>
                <th scope="row">
                  <Link path={countryPath(place, code)} class="quiet-link">
                    {language.country(code)}
                  </Link>
                </th>
                <td class="n" data-label={t('comparisons:reading.value')}>
                  {mean === null ? (
                    <span class="small soft">{t('comparisons:reading.too_few_answers')}</span>
                  ) : (
                    <b>{scoreIn(language, mean)}</b>
                  )}
                </td>
                <td class="small soft" data-label={t('comparisons:reading.answered')}>
                  {answered}/{asked}
                  {step !== null && <>, {stepIn(t, step)}</>}
                  {flags.length > 0 && <>, {flagsIn(t, flags)}</>}
                </td>
                <td class="drawing">
                  <ScaleDrawing score={mean} median={median} bar />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {median !== null && (
        <p class="small soft">{t('comparisons:reading.middle', { median: scoreIn(language, median) })}</p>
      )}
    </section>
  );
}
