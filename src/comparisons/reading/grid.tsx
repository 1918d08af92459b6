import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import type { DataCountry, DataDimension } from '../comparison-data';
import { STEPS } from './figures';
import { flagsIn, scoreIn, stepIn } from './fact-words';
import { countryPath, dimensionPath } from './reading-paths';
import type { TableWishes } from './reading.schema';
import { useSheet } from './sheet-context';
import { cellName, tablePath } from './table-address';

interface GridProps {
  countries: DataCountry[];
  dimensions: DataDimension[];
  wishes: TableWishes;
}

/** As many countries stand side by side; more stand one below the other. */
const SIDE_BY_SIDE = 6;

/** Country × dimension: a number in each cell, with its words, or in colour. */
export function Grid({ countries, dimensions, wishes }: GridProps) {
  const { t } = useLanguage();
  const across = countries.length <= SIDE_BY_SIDE;
  const heat = wishes.view === 'heat';
  return (
    <div class="scroll" role="region" aria-labelledby="grid-caption" tabIndex={0}>
      <table class={`heat frozen${heat ? '' : ' heat-words'}${across ? '' : ' heat-many'}`}>
        <caption class="small soft" id="grid-caption">
          {t('comparisons:reading.grid_caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">
                {t(across ? 'comparisons:reading.dimension' : 'comparisons:reading.country')}
              </span>
            </th>
            {across
              ? countries.map((country) => <CountryHead country={country} scope="col" />)
              : dimensions.map((dimension) => (
                  <DimensionHead dimension={dimension} scope="col" wishes={wishes} />
                ))}
          </tr>
        </thead>
        <tbody>
          {across
            ? dimensions.map((dimension) => (
                <tr id={dimension.code.toLowerCase()}>
                  <DimensionHead dimension={dimension} scope="row" wishes={wishes} />
                  {countries.map((country) => (
                    <GridCell country={country} dimension={dimension} wishes={wishes} />
                  ))}
                </tr>
              ))
            : countries.map((country) => (
                <tr id={country.code.toLowerCase()}>
                  <CountryHead country={country} scope="row" />
                  {dimensions.map((dimension) => (
                    <GridCell country={country} dimension={dimension} wishes={wishes} />
                  ))}
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

function CountryHead({ country, scope }: { country: DataCountry; scope: 'col' | 'row' }) {
  const language = useLanguage();
  const { place } = useSheet();
  return (
    <th scope={scope}>
      <Link path={countryPath(place, country.code)} class="quiet-link">
        {language.country(country.code)}
      </Link>
    </th>
  );
}

interface DimensionHeadProps {
  dimension: DataDimension;
  scope: 'col' | 'row';
  wishes: TableWishes;
}

function DimensionHead({ dimension, scope, wishes }: DimensionHeadProps) {
  const { t } = useLanguage();
  const { place, say, figures } = useSheet();
  const title = say(dimension.title);
  const code = dimension.code.toLowerCase();
  const sorted = wishes.sort === code && figures.mayRankDimension(dimension.id);
  return (
    <th scope={scope} aria-sort={sorted ? 'descending' : undefined}>
      <span class="code num">{dimension.code}</span>
      <Link path={dimensionPath(place, dimension.code)} lang={title.locale} class="quiet-link">
        {title.text}
      </Link>
      {figures.mayRankDimension(dimension.id) && (
        <Link
          path={`${tablePath(place, wishes, { sort: sorted ? undefined : code, cell: undefined })}#grid`}
          class="sort no-print"
          current={sorted ? 'true' : false}
        >
          <span aria-hidden="true">{sorted ? '▼' : '▽'}</span>
          <span class="visually-hidden">
            {t(sorted ? 'comparisons:reading.unsort' : 'comparisons:reading.sort_by', {
              dimension: title.text,
            })}
          </span>
        </Link>
      )}
    </th>
  );
}

interface GridCellProps {
  country: DataCountry;
  dimension: DataDimension;
  wishes: TableWishes;
}

function GridCell({ country, dimension, wishes }: GridCellProps) {
  const language = useLanguage();
  const { t } = language;
  const { place, figures } = useSheet();
  const { mean, step, answered, asked, flags } = figures.cell(country.code, dimension.id);
  const cell = cellName(country.code, dimension.code);
  const few = mean === null || step === null;
  return (
    <td class={few ? 'none' : `h${step}`}>
      <Link
        path={`${tablePath(place, wishes, { cell })}#panel`}
        current={wishes.cell === cell ? 'true' : false}
      >
        {few ? (
          <small>{t('comparisons:reading.too_few_answers')}</small>
        ) : (
          <>
            {scoreIn(language, mean)}
            {wishes.view === 'table' && <small class="step">{stepIn(t, step)}</small>}
          </>
        )}
        <small class="asked">
          <span aria-hidden="true">
            {answered}/{asked}
          </span>
          <span class="visually-hidden">{t('comparisons:reading.answered_of', { answered, asked })}</span>
        </small>
        {flags.length > 0 && <small class="flags">{flagsIn(t, flags)}</small>}
      </Link>
    </td>
  );
}

/** What the steps of colour mean; the hatching too, so that nothing is told by colour alone. */
export function GridKey() {
  const { t } = useLanguage();
  return (
    <ul class="key" aria-label={t('comparisons:reading.key')}>
      {STEPS.map((step) => (
        <li class={`h${step}`}>
          <i />
          {step * 2}–{step * 2 + 2}: {stepIn(t, step)}
        </li>
      ))}
      <li class="none">
        <i />
        {t('comparisons:reading.too_few_answers')}
      </li>
    </ul>
  );
}
