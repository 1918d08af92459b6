import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import type { DataCountry, DataDimension, DataQuestion } from '../comparison-data';
import { CellPanel } from './cell-panel';
import { FactTable, QuestionList } from './fact-table';
import { byDimension } from './figures';
import { Grid, GridKey } from './grid';
import { comparisonSentences } from './sentences';
import type { TableWishes } from './reading.schema';
import { Marks, Told, useSheet } from './sheet-context';
import { SheetHead, SheetTabs } from './sheet-head';
import { SourceList, SourceNotes } from './sources';
import { cellName, tablePath } from './table-address';

/** Numbers below a table of scores; of more, each is read with its dimension. */
const MOST_FIGURES = 200;

interface TablePageProps {
  wishes: TableWishes;
  following: ComponentChildren;
}

/** The first page of a comparison: what it says in two sentences, then the countries side by side. */
export function TablePage({ wishes, following }: TablePageProps) {
  const language = useLanguage();
  const { t } = language;
  const sheet = useSheet();
  const { data, figures, say } = sheet;
  const title = say(data.title);
  const scored = figures.scoredDimensions();
  return (
    <div class="page sheet printed-grid">
      <SheetHead
        title={title.text}
        lang={title.locale}
        above={<span>{t('comparisons:reading.comparison')}</span>}
        sentences={comparisonSentences({ ...sheet, language })}
      >
        <Told words={data.summary} />
        <div class="row row-center">
          <Marks words={data.title} said={title} />
          {following}
        </div>
        <SheetTabs current={wishes.view === 'heat' && scored.length > 0 ? 'heat' : 'table'} />
      </SheetHead>
      {scored.length > 0 && <Scores wishes={wishes} />}
      <Figures scored={scored.length > 0} />
      {scored.length > 0 && <Questions />}
      {data.note && (
        <section class="section" aria-labelledby="note">
          <h2 id="note">{t('comparisons:reading.note')}</h2>
          <Content as="p" lang={data.note.locale}>
            {data.note.text}
          </Content>
        </section>
      )}
    </div>
  );
}

function Scores({ wishes }: { wishes: TableWishes }) {
  const language = useLanguage();
  const { t } = language;
  const { figures } = useSheet();
  const all = figures.scoredDimensions();
  const shown = wishes.differences ? all.filter(({ id }) => figures.differsIn(id)) : all;
  const sorted = figures.data.dimensions.find(({ code }) => code.toLowerCase() === wishes.sort);
  const inOrder =
    wishes.order === 'names'
      ? language.sort(figures.countries, ({ code }) => language.country(code))
      : figures.countries;
  const countries = sorted ? byDimension(figures, sorted, inOrder) : inOrder;
  const panel = panelOf(wishes, countries, all);
  return (
    <section
      class="section no-line flush-top stack"
      id="grid"
      aria-label={t('comparisons:reading.view.table')}
    >
      <Choices wishes={wishes} />
      <div class={panel ? 'split split-wide' : ''}>
        <div class="stack">
          {shown.length ? (
            <Grid countries={countries} dimensions={shown} wishes={wishes} />
          ) : (
            <p class="soft">{t('comparisons:reading.no_difference')}</p>
          )}
          <GridKey />
          <p class="small soft">{t('comparisons:reading.rules')}</p>
        </div>
        {panel}
      </div>
    </section>
  );
}

function panelOf(
  wishes: TableWishes,
  countries: readonly DataCountry[],
  dimensions: readonly DataDimension[],
) {
  for (const country of countries)
    for (const dimension of dimensions)
      if (cellName(country.code, dimension.code) === wishes.cell)
        return <CellPanel country={country} dimension={dimension} />;
  return null;
}

/** Which countries come first, and whether only differences are shown: all by links, each view with an address. */
function Choices({ wishes }: { wishes: TableWishes }) {
  const { t } = useLanguage();
  const { place } = useSheet();
  const to = (changed: Partial<TableWishes>) =>
    `${tablePath(place, wishes, { cell: undefined, ...changed })}#grid`;
  return (
    <ul class="row small no-print choices" aria-label={t('comparisons:reading.choices')}>
      <li>
        <Link
          path={to({ order: 'protocol', sort: undefined })}
          current={wishes.order === 'protocol' ? 'true' : false}
        >
          {t('comparisons:reading.order.protocol')}
        </Link>
      </li>
      <li>
        <Link
          path={to({ order: 'names', sort: undefined })}
          current={wishes.order === 'names' ? 'true' : false}
        >
          {t('comparisons:reading.order.names')}
        </Link>
      </li>
      <li>
        <Link
          path={to({ differences: wishes.differences ? undefined : 'on' })}
          current={wishes.differences ? 'true' : false}
        >
          {t('comparisons:reading.differences_only')}
        </Link>
      </li>
    </ul>
  );
}

/** Numbers behind the words; everything, where nothing is scored. */
function Figures({ scored }: { scored: boolean }) {
  const { data, figures } = useSheet();
  const questions = data.questions.filter(({ kind }) => (scored ? kind === 'number' : kind !== 'statement'));
  const countries = [...figures.countries, ...figures.aggregates];
  if (scored && questions.length * countries.length > MOST_FIGURES) return null;
  const answers = questions.flatMap(({ id }) =>
    countries.flatMap(({ code }) => [...figures.periods(id, code)]),
  );
  if (scored && answers.length === 0) return null;
  const notes = new SourceNotes(answers);
  return (
    <>
      <FactTable questions={questions} countries={countries} notes={notes} />
      <SourceList notes={notes} />
    </>
  );
}

function Questions() {
  const { t } = useLanguage();
  const { data, figures } = useSheet();
  return (
    <section class="section no-print" aria-labelledby="questions">
      <SectionHead id="questions" title={t('comparisons:reading.all_questions')} />
      <div class="question-groups">
        {data.dimensions.map((dimension) => (
          <DimensionQuestions dimension={dimension} questions={figures.questionsOf(dimension.id)} />
        ))}
      </div>
    </section>
  );
}

function DimensionQuestions({
  dimension,
  questions,
}: {
  dimension: DataDimension;
  questions: DataQuestion[];
}) {
  const { say } = useSheet();
  const { text, locale } = say(dimension.title);
  if (questions.length === 0) return null;
  return (
    <details>
      <summary>
        <span class="code num">{dimension.code}</span> <Content lang={locale}>{text}</Content>
      </summary>
      <QuestionList questions={questions} />
    </details>
  );
}
